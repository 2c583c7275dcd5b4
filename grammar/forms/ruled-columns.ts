import P from "parsimmon";
import { line, type PrintedLine, placed, readLine } from "../contract/lines.ts";
import { blanks, cell, gap, lineEnd, rest, someBlanks } from "../lexicon/lexemes.ts";

/** Where the marks under a title begin and end. */
export interface RuledColumn {
  readonly from: number;
  readonly to: number;
}

const MOST_COLUMNS = 60;
/** Characters that a terminal draws two columns wide. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;
const everyWide = new RegExp(WIDE, "g");
/** Stands for the second half of a wide character while a line is cut. */
const HALF = "\0";

const tabAhead = P.lookahead(/[^\t\n]*\t/);
const wideAhead = P.lookahead(new RegExp(`[^\\n]*${WIDE.source}`));

/** The rule under the titles of a table, drawn with "-" or "=": `----   ------`. */
export function columnRule(mark: "-" | "="): P.Parser<PrintedLine<"rule", readonly RuledColumn[]>> {
  const marks = P.regexp(new RegExp(`${mark}+`)).desc(`a rule of ${mark}`);
  const isDrawn = P.lookahead(new RegExp(`[ \\t${mark}]*${mark}${mark}`));
  const groups = isDrawn.then(blanks).then(placed(marks).sepBy1(someBlanks));
  return line("rule", "heading", groups).chain((own) =>
    own.value.length > MOST_COLUMNS
      ? P.fail(`at most ${MOST_COLUMNS} columns`)
      : P.of({ ...own, value: own.value.map(({ at, value }) => columnAt(at - own.from, value)) }),
  );
}

/** What each title is that stands over the marks, over one line or several; undefined when a column has none. */
export function titlesOver(columns: readonly RuledColumn[], lines: readonly string[]): readonly string[] | undefined {
  const cells = lines.map((text) => readLine(cellsAtMarks(columns).skip(lineEnd), text));
  const titles = columns.map((_, at) => cells.map((own) => own?.[at] ?? "").join(""));
  return cells.includes(undefined) || titles.includes("") ? undefined : titles;
}

/** The cells of a row by the columns of its rule, one for each, empty where nothing is printed. */
export function cellsUnder(columns: readonly RuledColumn[]): P.Parser<readonly string[]> {
  const byGaps = blanks
    .then(cell.sepBy1(gap))
    .chain((cells) => (cells.length === columns.length ? P.of(cells) : P.fail(`${columns.length} cells`)));
  const byColumns = cellsAtMarks(columns);
  const inColumns = cellsInColumns(columns);
  const byWidth = wideAhead.then(rest).chain((text) => {
    const cells = readLine(byColumns.skip(lineEnd), text.replaceAll(everyWide, `$&${HALF}`));
    return cells === undefined
      ? P.fail("cells under their titles")
      : P.of(cells.map((own) => own.replaceAll(HALF, "")));
  });
  // A TAB is as wide as some terminal made it.
  return P.alt(tabAhead.then(byGaps), byWidth, inColumns, byColumns, byGaps);
}

/** The cells of a row in which none reaches over the beginning of its neighbour, as in nearly all. */
export function cellsInColumns(columns: readonly RuledColumn[]): P.Parser<readonly string[]> {
  const starts = columns.map(({ from }, at) => (at === 0 ? 0 : from));
  const cells = starts.slice(1).map((next, at) => P.regexp(new RegExp(widthBefore(next - (starts[at] ?? 0)))));
  return P.seq(...cells, rest).map((texts) => texts.map((text) => text.trim()));
}

/** The same by the marks alone: says best where a row does not stand under its titles. */
export function cellsAtMarks(columns: readonly RuledColumn[]): P.Parser<readonly string[]> {
  return cellsFrom(columns, 0, 0);
}

/** The cells from a column on, where the line has been read up to `start`. */
function cellsFrom(columns: readonly RuledColumn[], at: number, start: number): P.Parser<readonly string[]> {
  const own = columns[at];
  const next = columns[at + 1];
  if (own === undefined || next === undefined) return rest.map((text) => [text.trim()]);
  return cellBefore(own.to - start, next.from - start).chain((text) =>
    cellsFrom(columns, at + 1, start + text.length).map((others) => [text.trim(), ...others]),
  );
}

/**
 * A cell ends where the next column begins. Numbers stand at the right end of their columns and may begin before their
 * marks: then the cell before ends at the last blank behind its own marks.
 */
function cellBefore(least: number, most: number): P.Parser<string> {
  const shorter = `[^\\n]{${Math.max(0, least)},${most - 1}}(?=[ \\t])`;
  return P.regexp(new RegExp(`${widthBefore(most)}|${shorter}`)).desc("a blank before the next column");
}

/** So many characters with a blank at their end, or what is left of the line. */
function widthBefore(most: number): string {
  return `[^\\n]{${most - 1}}[ \\t]|[^\\n]{0,${most}}(?=\\n)`;
}

function columnAt(from: number, marks: string): RuledColumn {
  return { from, to: from + marks.length };
}
