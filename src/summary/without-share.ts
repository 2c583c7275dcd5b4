import type { OsBand } from "../facts/os-bands.ts";
import type { EligibleRatio, HostSummary, RawRatio, Snapshot } from "./connection-report.ts";

/** Why a host can't offload anything. */
export type Unable = "disabled" | "removed";

/** What of a host decides whether it could offload anything. A verdict of an earlier version may be any word. */
export interface Ability {
  readonly band: OsBand | undefined;
  /** The captured state of Chimney. */
  readonly chimney: string | number | undefined;
  readonly verdict: string | null;
}

/** Why nothing can be offloaded on a host; undefined where something can, and where nobody knows. */
export function unableBy({ band, chimney, verdict }: Ability): Unable | undefined {
  if (band === "1709+") return "removed";
  return chimney === "disabled" || verdict === "chimneyDisabledByStatistics" ? "disabled" : undefined;
}

const reasons: { readonly [U in Unable]: string } = {
  disabled: "with Chimney off, every connection stays InHost",
  removed: "this Windows has no Chimney, so every connection is InHost",
};

/**
 * The numbers of a host that can't offload: counts alone. A percentage of what is impossible is meaningless. Tables that
 * show offloaded connections all the same keep theirs.
 */
export function withoutShare(summary: HostSummary, unable: Unable): HostSummary {
  const table = summary.snapshots[summary.headline ?? -1];
  return {
    ...summary,
    raw: summary.raw === null || table === undefined ? summary.raw : countedRows(table),
    eligible: summary.eligible === null ? null : counted(summary.eligible, unable),
    snapshots: summary.snapshots.map((one) =>
      one.hasOffloadState ? { ...one, raw: countedRows(one), eligible: counted(one.eligible, unable) } : one,
    ),
  };
}

/** A row that is offloaded, eligible or not, is no row of a host that can't offload. */
function countedRows({ raw }: Snapshot): RawRatio {
  return raw.offloaded > 0 ? raw : { ...raw, ratio: null };
}

function counted(eligible: EligibleRatio, unable: Unable): EligibleRatio {
  const { offloaded, transitional, total } = eligible;
  if (offloaded > 0 || total === 0) return eligible;
  const connections = total === 1 ? "connection is" : "connections are";
  const moving = transitional === 0 ? "" : `; ${transitional} more ${transitional === 1 ? "is" : "are"} changing state`;
  const statement = `0 of ${total} eligible ${connections} offloaded: ${reasons[unable]}${moving}`;
  return { ...eligible, ratio: null, interval: null, envelope: null, statement };
}
