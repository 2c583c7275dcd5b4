import type { EligibleRatio, HostSummary } from "./connection-report.ts";

/** Why a host can't offload anything. */
export type Unable = "disabled" | "removed";

const reasons: { readonly [U in Unable]: string } = {
  disabled: "with Chimney off, every connection stays InHost",
  removed: "this Windows has no Chimney, so every connection is InHost",
};

/**
 * The numbers of a host that can't offload: counts alone. A percentage of what is impossible is meaningless. Tables that
 * show offloaded connections all the same keep theirs.
 */
export function withoutShare(summary: HostSummary, unable: Unable): HostSummary {
  return {
    ...summary,
    eligible: summary.eligible === null ? null : counted(summary.eligible, unable),
    snapshots: summary.snapshots.map((one) =>
      one.hasOffloadState ? { ...one, eligible: counted(one.eligible, unable) } : one,
    ),
  };
}

function counted(eligible: EligibleRatio, unable: Unable): EligibleRatio {
  const { offloaded, transitional, total } = eligible;
  if (offloaded + transitional > 0 || total === 0) return eligible;
  const connections = total === 1 ? "connection is" : "connections are";
  const statement = `0 of ${total} eligible ${connections} offloaded: ${reasons[unable]}`;
  return { ...eligible, ratio: null, interval: null, envelope: null, statement };
}
