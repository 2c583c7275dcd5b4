import P from "parsimmon";
import type { Hint } from "../../contract/hint.ts";
import { atMost, blankLine, hintOf, isLine, line, type PrintedLine } from "../../contract/lines.ts";
import { lineEnd } from "../../lexicon/lexemes.ts";
import { gap, margin, protocol } from "./row.ts";

interface Spec {
  table: unknown;
  title: PrintedLine;
  heading: PrintedLine;
  row: unknown;
  numericRow: unknown;
}

/** No row or heading of netstat is longer. */
const LONGEST_LINE = 300;
/** Rows without a heading have to be several: one may be anything. */
const FEWEST_ROWS = 2;
/** Titles of columns: the protocol, both ends, and what may follow them. */
const FEWEST_COLUMNS = 3;

const asPrinted = P.regexp(/ {2}(?:TCP|UDP) {4}(?=\S)/);
const numericEnd = P.regexp(/(?:\d{1,3}\.|\[[\da-f]{0,4}:)[\da-f.:%\]]{0,60}(?!\S)/);
const anyEnd = P.regexp(/[^\s,;|=]{1,300}(?!\S)/);
const words = P.regexp(/[^\s\d:](?:[^\n\d:]{0,80}[^\s\d:])?/);
const columnTitle = P.regexp(/[^\s\d:]{1,60}(?: [^\s\d:]{1,60}){0,6}/);
const wideGap = P.regexp(/[ \t]{2,}|\t/);

/** The table of netstat, in a language that nobody taught us, of which each row ends within its addresses. */
const language = P.createLanguage<Spec>({
  table: ({ title, heading, row, numericRow }) =>
    P.alt<unknown>(
      P.seq(
        P.alt<unknown>(blankLine, P.notFollowedBy(heading).then(title)).many(),
        heading,
        blankLine.many(),
        P.seq(P.alt<unknown>(row, numericRow), blankLine.many()).atLeast(1),
      ),
      P.seq(row, blankLine.many()).atLeast(FEWEST_ROWS),
    ),

  // Aktywne połączenia
  title: () => line("title", "heading", margin.then(words)),

  //   Protokół  Adres lokalny       Obcy adres             Stan            Stan odciążania
  heading: () =>
    atMost(LONGEST_LINE).then(
      line("heading", "heading", margin.then(columnTitle.sepBy(wideGap).assert(isHeading, "titles of columns"))),
    ),

  //   TCP    192.0.2.10:445         198.51.
  row: () => endingIn(asPrinted, anyEnd),

  // TCP 192.0.2.10:44
  numericRow: () => endingIn(P.seq(margin, protocol, gap), numericEnd),
});

function isHeading(columns: readonly string[]): boolean {
  return columns.length >= FEWEST_COLUMNS;
}

/** A row that has one of its ends or both, and nothing behind them. */
function endingIn(begin: P.Parser<unknown>, end: P.Parser<unknown>): P.Parser<unknown> {
  return atMost(LONGEST_LINE).then(P.seq(begin, end, gap.then(end).fallback(undefined), margin, lineEnd));
}

/** What a row of such a table begins with. */
export const cutRowHint: Hint = hintOf(() => [[/^[ \t]*(?:TCP|UDP)[ \t]/]]);

/** True for the lines of such a table. */
export function looksLikeCutTable(lines: readonly string[]): boolean {
  return lines.some(cutRowHint) && isCutTable(lines.join("\n"));
}

/** The same of a text, whose last line may have its end. */
export function isCutTable(text: string): boolean {
  return isLine(language.table, text);
}
