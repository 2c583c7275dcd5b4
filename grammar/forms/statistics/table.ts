import type { LineClass } from "../../contract/grammar.ts";
import { type ChimneyStatsLayout, type PlacedCell, RULE, spansOf } from "./layout.ts";

interface Columns {
  readonly titles: readonly string[];
  /** Where the columns begin; only where a rule shows them. */
  readonly starts: readonly number[] | null;
}

/** A line with more cells is no row of a table. */
const MOST_CELLS = 100;
/** A heading may stand over this many lines. */
const MOST_HEADING_LINES = 4;

/** Reads lines as a heading with at least two cells and rows under it, if any; undefined when it is no table. */
export function tableLayout(texts: readonly string[]): ChimneyStatsLayout | undefined {
  const cells: PlacedCell[] = [];
  const classes: LineClass[] = [];
  const ragged: number[] = [];
  let columns: Columns | undefined;
  while (classes.length < texts.length) {
    const ordinal = classes.length;
    const text = texts[ordinal] ?? "";
    const isBlank = text.trim() === "";
    const heading = isBlank || RULE.test(text) ? undefined : headingAt(texts, ordinal, columns);
    if (heading !== undefined) {
      columns = heading.columns;
      for (let line = 0; line < heading.lines; line += 1) classes.push("heading");
    } else if (isBlank) classes.push("blank");
    else if (RULE.test(text) || (columns === undefined && spansOf(text).length === 1)) classes.push("heading");
    else {
      const row = columns === undefined ? undefined : rowAt(text, ordinal, columns);
      if (row === undefined) return undefined;
      cells.push(...row.cells);
      if (row.isRagged) ragged.push(ordinal);
      classes.push("record");
    }
  }
  // Titles with a line drawn under them are a table, also when nothing stands below.
  const isTable = cells.length > 0 || (columns !== undefined && texts.some(isDrawn));
  return isTable ? { state: "table", cells, classes, ragged } : undefined;
}

/** True for a rule that is more than blanks. */
function isDrawn(text: string): boolean {
  return RULE.test(text) && /[-=]/.test(text);
}

/** The cells of a row under their headings, or under numbers when they are not as many; undefined for too many. */
function rowAt(text: string, ordinal: number, columns: Columns) {
  const row = rowCells(text, columns);
  if (row.length > MOST_CELLS) return undefined;
  const { titles } = columns;
  const isRagged = row.length !== titles.length;
  const isIndexed = !isRagged && titles[0]?.toLowerCase() === "idx" && row[0] !== "";
  const own = isIndexed ? (row[0] ?? null) : null;
  const cells = row.map((value, at) => ({
    ordinal,
    interface: own,
    column: isRagged ? `column ${at + 1}` : (titles[at] ?? ""),
    value,
  }));
  return { cells: cells.filter(({ value }) => value !== ""), isRagged };
}

/** The heading that begins at the line, over one line or, with a rule that shows the columns, over several. */
function headingAt(
  texts: readonly string[],
  ordinal: number,
  before: Columns | undefined,
): { readonly columns: Columns; readonly lines: number } | undefined {
  const isFresh = before === undefined || (texts[ordinal - 1] ?? "").trim() === "";
  const most = isFresh ? MOST_HEADING_LINES : 1;
  for (let lines = 1; lines <= most; lines += 1) {
    const below = texts[ordinal + lines] ?? "";
    if (below.trim() === "") break;
    if (!RULE.test(below)) continue;
    const over = texts.slice(ordinal, ordinal + lines);
    const columns = spansOf(below, /[ \t]+/g).length > 1 ? columnsUnderRule(over, below) : undefined;
    if (columns !== undefined) return { columns, lines };
    break;
  }
  if (before !== undefined && !(isFresh && RULE.test(texts[ordinal + 1] ?? ""))) return undefined;
  const titles = spansOf(texts[ordinal] ?? "").map(({ text }) => text);
  const isHeading = titles.length > 1 && titles.length <= MOST_CELLS && titles.every((title) => /\p{L}/u.test(title));
  return isHeading ? { columns: { titles, starts: null }, lines: 1 } : undefined;
}

/** The columns that the groups of a rule show; undefined when a heading cell reaches over two of them (a title does). */
function columnsUnderRule(over: readonly string[], rule: string): Columns | undefined {
  const groups = spansOf(rule, /[ \t]+/g);
  if (groups.length > MOST_CELLS || over.some((text) => text.includes("\t")) || rule.includes("\t")) return undefined;
  const titles = groups.map(({ from }, at) => {
    const to = groups[at + 1]?.from ?? Number.POSITIVE_INFINITY;
    return over
      .map((text) => text.slice(from, to).trim())
      .join(" ")
      .trim();
  });
  const starts = groups.map(({ from }) => from);
  return over.every((text) => isCutCleanly(text, starts)) ? { titles, starts } : undefined;
}

/** The cells of a row: by the columns of the rule where blanks stand before each of them, else by the gaps. */
function rowCells(text: string, { starts }: Columns): readonly string[] {
  if (starts !== null && !text.includes("\t") && isCutCleanly(text, starts)) {
    return starts.map((from, at) => text.slice(from, starts[at + 1] ?? text.length).trim());
  }
  return spansOf(text).map((span) => span.text);
}

/** True when a blank stands before each column (and nothing before the first). */
function isCutCleanly(text: string, starts: readonly number[]): boolean {
  const isBlankBefore = starts.every((from) => from === 0 || from > text.length || text[from - 1] === " ");
  return isBlankBefore && text.slice(0, starts[0]).trim() === "";
}
