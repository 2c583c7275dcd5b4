import { looksLikeDynamicPorts } from "./kinds/dynamic-port-range.ts";
import { cutRowHint, looksLikeCutTable } from "./kinds/netstat/index.ts";
import { looksLikeSettingsTable } from "./kinds/tcp-global.ts";
import { looksLikeHeuristics } from "./kinds/tcp-heuristics.ts";
import { looksLikeSupplemental } from "./kinds/tcp-supplemental.ts";

const looks = [
  ["tcpGlobal", looksLikeSettingsTable],
  ["tcpHeuristics", looksLikeHeuristics],
  ["tcpSupplemental", looksLikeSupplemental],
  ["dynamicPortRange", looksLikeDynamicPorts],
  ["netstat", looksLikeCutTable],
] as const;

/** What some line of every such table holds: the rule under its title, or the beginning of a row. */
export function tableExpressions(): readonly RegExp[] {
  return [/-{5}/, ...cutRowHint.expressions()];
}

/** A title and a row. Most blocks of other lines are a line by itself. */
const FEWEST_LINES = 2;

/**
 * The kind of a table in a language nobody taught us, by its title, its rule and its rows; undefined for other lines.
 * For blocks that have no other landmark.
 */
export function kindOfUnknownTable(lines: readonly string[]): (typeof looks)[number][0] | undefined {
  if (lines.length < FEWEST_LINES) return undefined;
  return looks.find(([, isTable]) => isTable(lines))?.[0];
}
