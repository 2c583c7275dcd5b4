import { escaped } from "../../lexicon/lexemes.ts";
import { offloadWords } from "./row-words.ts";

/**
 * The cells of a row, and what stands between them. The row reads them one by one; the fast row and what only asks how
 * a line begins are composed of their sources. All lengths are bounded, because an address is tried again from each of
 * its colons.
 */
export const cells = {
  margin: /[ \t]*/,
  gap: /[ \t]+/,
  /** Blank lines, and the margin of the line below them. */
  blankLines: /[ \t\n]*/,
  protocol: /(?:TCP|UDP)/,
  ipVersion: /(?:v6)?/,
  /** Not only an address or a name: what somebody put in its place begins with a bracket or a mark. */
  endpointStart: /(?:[\w[<{(*#.:%$-]|[^\x00-\x7f])/,
  /** An address may hold colons: the last one of its cell is the one before the port. */
  address: /\S{1,300}/,
  portSign: /:/,
  port: /[^\s:]{1,64}/,
  /** No digit begins it, and no mark that people put behind a row. */
  state: /[^\s\d<([#]\S{0,63}/,
  processId: /\d{1,10}/,
  offloadState: new RegExp(`(?:${[...offloadWords.keys()].map(escaped).join("|")})`),
  /** No cell ends within a word. */
  end: /(?!\S)/,
} as const satisfies Record<string, RegExp>;

export type Cell = keyof typeof cells;

/** Some cells behind one another, as the source of a regular expression. */
export function sourceOf(...sequence: readonly Cell[]): string {
  return sequence.map((cell) => cells[cell].source).join("");
}
