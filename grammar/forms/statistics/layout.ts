import type { LineClass } from "../../contract/grammar.ts";
import { tokens } from "../../lexicon/lexemes.ts";

/** What any statistics capture may turn out to be. */
export type StatisticsState = "table" | "list" | "notAvailable" | "unreadable";

/** One cell of a statistics table or list, as printed: no public sample exists, so no column has a meaning here. */
export interface ChimneyStatsCell {
  /** Line in its source, 1-based. */
  readonly line: number;
  /** Text of the cell in a first column titled Idx; null when there is no such column. */
  readonly interface: string | null;
  /** The heading above the cell, or the label before the colon, as printed. */
  readonly column: string;
  readonly value: string;
}

/** A cell together with the ordinal of its line. */
export type PlacedCell = Omit<ChimneyStatsCell, "line"> & { readonly ordinal: number };

/** What the shape of a statistics output gives away; no column has a meaning here. */
export interface ChimneyStatsLayout {
  readonly state: "table" | "list";
  readonly cells: readonly PlacedCell[];
  readonly classes: readonly LineClass[];
  /** Ordinals of the rows whose cells are not as many as the headings. */
  readonly ragged: readonly number[];
}

/** A stretch of a line: index of its first character and the one behind its last. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A line of dashes or equals signs, in one group or one over each column. */
export const RULE = /^[-= \t]{3,}$/;
const GAP = new RegExp(tokens.gap, "g");

/** True for a line with at least two cells or with a label, a colon and a value. */
export function isRowLike(text: string): boolean {
  if (RULE.test(text)) return false;
  return spansOf(text).length > 1 || (/^[^:：]{1,160}[:：][ \t]*\S/.test(text) && isListColon(text));
}

/** The parts of a line between its gaps. */
export function spansOf(text: string, gap: RegExp = GAP): readonly Span[] {
  const spans: Span[] = [];
  let from = 0;
  const add = (to: number) => {
    if (text.slice(from, to).trim() !== "") spans.push({ from, to, text: text.slice(from, to).trim() });
  };
  for (const match of text.matchAll(gap)) {
    add(match.index);
    from = match.index + match[0].length;
  }
  add(text.length);
  return spans;
}

/** True when the first colon has a blank or nothing on one side, unlike those of addresses and times. */
export function isListColon(text: string): boolean {
  const colon = text.search(/[:：]/);
  return /^(?:\s|$)/.test(text.slice(colon + 1, colon + 2)) || /\s/.test(text.slice(colon - 1, colon));
}
