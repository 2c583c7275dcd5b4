import type { HostReport } from "../report/report.ts";
import { wilson } from "../summary/ratio.ts";
import type { RatioChange, RatioSide } from "./comparison.ts";

/** The counts that a share is made of: k of n. */
export interface Share {
  readonly offloaded: number;
  readonly total: number;
}

/** How the share of eligible connections changed, and whether that is more than the tables would differ by chance. */
export function ratioChange(before: HostReport, after: HostReport): RatioChange {
  const sides = { before: sideOf(before), after: sideOf(after) };
  if (!isShare(sides.before) || !isShare(sides.after)) {
    return { ...sides, difference: null, interval: null, outcome: "noShare" };
  }
  const [low, high] = differenceInterval(sides.before, sides.after);
  const difference = sides.after.offloaded / sides.after.total - sides.before.offloaded / sides.before.total;
  return {
    ...sides,
    difference: rounded(difference),
    interval: [rounded(low), rounded(high)],
    outcome: low > 0 || high < 0 ? "moreThanNoise" : "withinNoise",
  };
}

/**
 * The 95 % interval of the difference of two shares by Newcombe's hybrid score method, made of the Wilson interval of
 * each (R. G. Newcombe, "Interval estimation for the difference between independent proportions", Statistics in Medicine
 * 17, 1998, method 10). It takes the tables for independent. Connections that stand in both make them differ less by
 * chance than that: where it says that a change is more than noise, it errs on the careful side.
 */
export function differenceInterval(before: Share, after: Share): readonly [low: number, high: number] {
  const p1 = before.offloaded / before.total;
  const p2 = after.offloaded / after.total;
  const [l1, u1] = wilson(before.offloaded, before.total);
  const [l2, u2] = wilson(after.offloaded, after.total);
  return [p2 - p1 - Math.hypot(p2 - l2, u1 - p1), p2 - p1 + Math.hypot(u2 - p2, p1 - l1)];
}

/** Below so many connections there is no share, and so nothing to be told of a change of it. */
function isShare(side: RatioSide | null): side is RatioSide {
  if (side === null) return false;
  return side.hasOffloadState && side.ratio !== null;
}

function sideOf({ summary }: HostReport): RatioSide | null {
  const { headline, snapshots } = summary;
  const snapshot = headline === null ? undefined : snapshots[headline];
  if (snapshot === undefined) return null;
  const { source, line, hasOffloadState, eligible, raw } = snapshot;
  const { offloaded, inHost, transitional, total, ratio, interval } = eligible;
  return {
    source,
    line,
    hasOffloadState,
    ...{ offloaded, inHost, transitional, total, ratio, interval },
    raw: { offloaded: raw.offloaded, total: raw.total },
  };
}

function rounded(share: number): number {
  // Minus nothing is nothing.
  return Math.round(share * 10_000) / 10_000 + 0;
}
