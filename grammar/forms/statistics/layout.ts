import type P from "parsimmon";
import { atMost, line, type Part, type PrintedLine } from "../../contract/lines.ts";
import { blanks, token } from "../../lexicon/lexemes.ts";

/** A cell of a list or table, before it is known in which line of the source it stands. */
export interface PrintedCell {
  /** Offset of its line. */
  readonly from: number;
  /** Text of the cell in a first column titled Idx; null when there is no such column. */
  readonly interface: string | null;
  /** The heading above the cell, or the label before the colon, as printed. */
  readonly column: string;
  readonly value: string;
}

export type Cells = readonly PrintedCell[];
/** Lines of an output, with the cells in them. */
export type Parts = readonly Part<Cells>[];

/** Enough for a hundred columns. */
const LONGEST_ROW = 4000;
const mark = token(/[-=][-= \t]*[-=]/).desc("a rule");

// ---   ----------   -----
export const drawn: P.Parser<PrintedLine<"rule", string>> = short("rule", "heading", mark);

/** A line of at most a hundred columns, with or without blanks before it. */
export function short<N extends string, V>(
  is: N,
  lineClass: PrintedLine["class"],
  production: P.Parser<V>,
): P.Parser<PrintedLine<N, V>> {
  return atMost(LONGEST_ROW).then(line(is, lineClass, blanks.then(production)));
}
