import { type ThresholdName, type Thresholds, thresholds } from "../facts/thresholds.ts";

/** The names of all limits, in their order. */
export const thresholdNames = Object.keys(thresholds) as readonly ThresholdName[]; // a literal's own keys

/** The usual limits, but for those that are given. */
export function thresholdsWith(changes: Partial<Thresholds>): Thresholds {
  const usual = thresholdNames.map((name): [ThresholdName, number] => [name, changes[name] ?? thresholds[name].value]);
  return Object.fromEntries(usual) as Thresholds; // one entry for each name
}

/** Why a limit can't have the value; undefined when it can. Shares are parts of one, all others are counts or sizes. */
export function thresholdFault(name: ThresholdName, value: number): string | undefined {
  if (!Number.isFinite(value) || value < 0) return "expects a number >= 0";
  return name.endsWith("Share") && value > 1 ? "it is a share, from 0 to 1" : undefined;
}
