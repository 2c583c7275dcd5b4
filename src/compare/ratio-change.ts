import type { HostReport } from "../report/index.ts";
import { eligibleRatio, unableBy, wilson } from "../summary/index.ts";
import type { ConnectionChanges } from "./compared-connections.ts";
import type { RatioChange, RatioSide } from "./comparison.ts";

/** The counts that a share is made of: k of n. */
export interface Share {
  readonly offloaded: number;
  readonly total: number;
}

/** Splits less likely than this are called more than noise. */
const SIGNIFICANT = 0.05;

/**
 * How the share of eligible connections changed, and whether that is more than the tables would differ by chance. Where
 * most connections stand on both sides they are the same ones, and those that moved are counted (exact McNemar test);
 * otherwise the two shares are compared (Newcombe).
 */
export function ratioChange(before: HostReport, after: HostReport, moved: ConnectionChanges | null): RatioChange {
  const sides = { before: sideOf(before), after: sideOf(after) };
  const [one, other] = [shareOf(sides.before), shareOf(sides.after)];
  const isNeverAble = sides.before?.unable !== undefined && sides.after?.unable !== undefined;
  if (one === undefined || other === undefined || isNeverAble) {
    return { ...sides, difference: null, interval: null, outcome: "noShare", method: null, probability: null };
  }
  const difference = rounded(other.offloaded / other.total - one.offloaded / one.total);
  if (moved !== null && areMostlyTheSame(moved)) {
    const probability = mcNemar(moved.newlyOffloaded.count, moved.uploadedBack.count);
    const outcome = probability < SIGNIFICANT ? "moreThanNoise" : "withinNoise";
    return { ...sides, difference, interval: null, outcome, method: "mcnemar", probability: rounded(probability) };
  }
  const [low, high] = differenceInterval(one, other);
  return {
    ...sides,
    difference,
    interval: [rounded(low), rounded(high)],
    outcome: low > 0 || high < 0 ? "moreThanNoise" : "withinNoise",
    method: "newcombe",
    probability: null,
  };
}

function areMostlyTheSame({ before, after, both, incomplete }: ConnectionChanges): boolean {
  return !incomplete && both * 2 > before && both * 2 > after;
}

/**
 * The exact McNemar test: of connections that moved to one side or the other, how likely is a split at least this uneven
 * if both ways were equally likely. Two-sided; 1 where none moved. Summed from the least likely split, in logarithms.
 */
export function mcNemar(there: number, back: number): number {
  const moved = there + back;
  let [logTerm, tail] = [-moved * Math.LN2, 0];
  for (let count = 0; count <= Math.min(there, back); count += 1) {
    tail += Math.exp(logTerm);
    logTerm += Math.log((moved - count) / (count + 1));
  }
  return Math.min(1, 2 * tail);
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

/**
 * The share of a side, undefined below so many connections. A host that can't offload has no share of its own; beside a
 * side that can, none of so many is one end of a change.
 */
function shareOf(side: RatioSide | null): Share | undefined {
  if (side === null || !side.hasOffloadState) return undefined;
  const ratio = side.unable === undefined ? side.ratio : eligibleRatio(side).ratio;
  return ratio === null ? undefined : side;
}

function sideOf({ summary, os, verdict }: HostReport): RatioSide | null {
  const { headline, snapshots, settings } = summary;
  const snapshot = headline === null ? undefined : snapshots[headline];
  if (snapshot === undefined) return null;
  const { source, line, hasOffloadState, eligible, raw } = snapshot;
  const { offloaded, inHost, transitional, total, ratio, interval } = eligible;
  const unable = unableBy({ band: os?.band, chimney: settings.chimneyOffload, verdict: verdict?.code ?? null });
  return {
    source,
    line,
    hasOffloadState,
    ...(unable !== undefined && offloaded === 0 && { unable }),
    ...{ offloaded, inHost, transitional, total, ratio, interval },
    raw: { offloaded: raw.offloaded, total: raw.total },
  };
}

function rounded(share: number): number {
  // Minus nothing is nothing.
  return Math.round(share * 10_000) / 10_000 + 0;
}
