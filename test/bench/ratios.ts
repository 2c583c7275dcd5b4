import type { Target } from "./comparison.ts";

/** The ratios of all rounds: the one in the middle, the least and the greatest. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly greatest: number;
}

/**
 * The ratios of figures measured in the same rounds, pair by pair: a machine that becomes slower halfway through makes
 * both of a pair slower, and their ratio stays what it is.
 */
export function pairedRatios(dividends: readonly number[], divisors: readonly number[]): readonly number[] {
  if (dividends.length !== divisors.length) throw new Error("Both sides have to be measured in every round.");
  return dividends.map((dividend, round) => dividend / (divisors[round] ?? Number.NaN));
}

export function spreadOf(values: readonly number[]): Spread {
  return { median: median(values), least: Math.min(...values), greatest: Math.max(...values) };
}

/** The value in the middle, or half way between the two that are. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
  return (lower + upper) / 2;
}

/** `reached`, or by how much of the limit a ratio is beyond it. */
export function judged(ratio: number, { side, limit }: Target): string {
  if (side === "<=" ? ratio <= limit : ratio >= limit) return "reached";
  const beyond = (Math.abs(ratio - limit) / limit) * 100;
  return `MISSED by ${beyond < 1 ? "under 1" : beyond.toFixed(0)} %`;
}
