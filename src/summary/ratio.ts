import { LEAST_CONNECTIONS } from "../facts/thresholds.ts";
import type { EligibleRatio, RawRatio } from "./connection-report.ts";

/** How many connections are on which side; `transitional` ones are on their way between the two. */
export interface Sides {
  readonly offloaded: number;
  readonly inHost: number;
  readonly transitional: number;
}

/** The numbers of the eligible connections, without the sentence that states them. */
export type EligibleNumbers = Omit<EligibleRatio, "statement">;

/** Quantile of the normal distribution for a two-sided 95 % interval. */
const Z = 1.959963984540054;

/**
 * The 95 % Wilson score interval for k of n; n has to be above 0. It stays inside 0…1 and holds for small samples. The
 * table itself is a census: the interval is about what the host normally does, and since connections of one client hang
 * together it is the least uncertainty there is.
 */
export function wilson(k: number, n: number): readonly [low: number, high: number] {
  const p = k / n;
  const d = 1 + (Z * Z) / n;
  const centre = (p + (Z * Z) / (2 * n)) / d;
  const half = (Z * Math.sqrt((p * (1 - p)) / n + (Z * Z) / (4 * n * n))) / d;
  // With nothing or everything offloaded one end is exact, whatever the arithmetic leaves over.
  return [k === 0 ? 0 : Math.max(0, centre - half), k === n ? 1 : Math.min(1, centre + half)];
}

/** The ratio over all rows with an offload state: only good for "I counted the lines myself". */
export function rawRatio(sides: Sides, least = LEAST_CONNECTIONS): RawRatio {
  const { offloaded, inHost, transitional } = sides;
  const total = offloaded + inHost + transitional;
  const ratio = total < least ? null : rounded(offloaded / total);
  return { offloaded, inHost, transitional, total, ratio };
}

/** The ratio over eligible connections: the one to report. There is none of fewer than `least` of them. */
export function eligibleRatio(sides: Sides, least = LEAST_CONNECTIONS): EligibleNumbers {
  const { offloaded, inHost, transitional } = sides;
  const total = offloaded + inHost;
  if (total < least) {
    return { offloaded, inHost, transitional, total, ratio: null, interval: null, envelope: null };
  }
  const [low, high] = wilson(offloaded, total);
  const all = total + transitional;
  return {
    offloaded,
    inHost,
    transitional,
    total,
    ratio: rounded(offloaded / total),
    interval: [rounded(low), rounded(high)],
    envelope: transitional === 0 ? null : [rounded(offloaded / all), rounded((offloaded + transitional) / all)],
  };
}

/** True when the two intervals have no value in common; never for a group that is small or all there is. */
export function differs(group: Sides, all: Sides, least = LEAST_CONNECTIONS): boolean {
  const n = group.offloaded + group.inHost;
  const rest = all.offloaded + all.inHost - n;
  if (n < least || rest < 1) return false;
  const [low, high] = wilson(group.offloaded, n);
  const [restLow, restHigh] = wilson(all.offloaded - group.offloaded, rest);
  return high < restLow || low > restHigh;
}

function rounded(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}
