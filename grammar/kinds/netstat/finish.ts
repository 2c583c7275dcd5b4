import { type Diagnostic, diagnostic } from "../../contract/diagnostic.ts";
import type { LineClass, Reading } from "../../contract/grammar.ts";
import { isLine, type PrintedLine } from "../../contract/lines.ts";
import { placeOf } from "../../contract/place.ts";
import { localeOf } from "../../lexicon/phrases.ts";
import type { Connection, NetstatTraits } from "./connection.ts";
import { isCutTable } from "./cut-table.ts";
import { type Doubt, damagedRows, doubtsOf, inOrder, strangeStates, unreadRow } from "./doubts.ts";
import { evidenceLanguage } from "./evidence.ts";
import type { Words } from "./headings.ts";
import { oddRowLanguage } from "./odd-row.ts";
import { isCutWord, isKnownState } from "./row-words.ts";
import type { TableLines } from "./table-lines.ts";

/** What a table comes to. */
interface Settled {
  /** How many records it has, and whether any is of TCP. */
  readonly size: number;
  readonly hasTcp: boolean;
  readonly hasOffloadState: boolean;
  readonly unreadRows: number;
}

/** Closes a table: settles what only the whole of it can tell. */
export function finish(table: TableLines): Reading<Connection, NetstatTraits> {
  const words = wordsOf(table);
  const hasOffloadState = hasColumn(table, words);
  if (hasOffloadState) keepStrangeWords(table);
  const cut = hasOffloadState ? rowsWithoutOffloadState(table) : cutLastRow(table);
  const records = cut.size === 0 ? table.rows : table.rows.filter((_, at) => !cut.has(at));
  const doubts = [...cut.values(), ...table.parts.flatMap((part) => doubtsOf(table, part, hasOffloadState))];
  const unread = doubts.filter(({ isUnreadRow }) => isUnreadRow);
  const recognised =
    records.length > 0 ||
    words.some(({ key }) => key === "heading") ||
    unread.some((doubt) => isOfNetstat(table, words, doubt)) ||
    (unread.length > 0 && isCutTable(table.sheet.text));
  return {
    records,
    classes: classesWith(table, doubts),
    diagnostics: recognised
      ? [
          ...aboutTheWhole(table, words, {
            size: records.length,
            hasTcp: records.some(({ protocol }) => protocol === "TCP"),
            hasOffloadState,
            unreadRows: unread.length,
          }),
          ...inOrder(table, [...doubts, ...damagedRows(table), ...strangeStates(table, doubts)]),
        ]
      : titleAlone(table, words),
    locale: localeOf(words),
    traits: { hasOffloadState, hasProcessId: records.some((row) => row.pid !== undefined), unreadRows: unread.length },
    recognised,
  };
}

/** Other programs list connections too: below a title of netstat, or with an offload state, a row is of netstat. */
function isOfNetstat({ sheet }: TableLines, words: readonly Words[], { at }: Doubt): boolean {
  return words.length > 0 || isLine(evidenceLanguage.mention, sheet.lineAt(at));
}

/** A table of which nothing was read that could tell is not known to lack the column. */
function hasColumn(table: TableLines, words: readonly Words[]): boolean {
  const unread = unreadLines(table);
  const isUndecided = table.rows.length === 0 && unread.length > 0 && !words.some(({ key }) => key === "heading");
  return (
    isUndecided ||
    words.some((own) => own.namesOffloadState) ||
    table.rows.some((row) => row.offloadState !== undefined) ||
    (words.length === 0 && hasWordBehindEachRow(table)) ||
    unread.some(({ from }) => isLine(evidenceLanguage.mention, table.sheet.lineAt(from)))
  );
}

/** Below a heading in no known language, the states may be in none either. */
function hasWordBehindEachRow({ parts }: TableLines): boolean {
  const rows = parts.flatMap(({ value }) =>
    value !== undefined && "draft" in value && value.draft.protocol === "TCP" ? [value] : [],
  );
  return rows.length > 1 && rows.every(({ unknownWord }) => unknownWord !== undefined);
}

/** Lines that are rows and could not be read: an offload state in one of them shows the column as well. */
function unreadLines({ parts }: TableLines): readonly PrintedLine[] {
  return parts.flatMap(({ lines }) => lines.filter(({ is }) => is === "cut" || is === "stray" || is === "foreign"));
}

/** Where the table has the column, a strange word in its place is an unknown offload state, not somebody's remark. */
function keepStrangeWords({ parts }: TableLines): void {
  for (const { value } of parts) {
    if (value !== undefined && "draft" in value && value.unknownWord !== undefined) {
      value.draft.unknownOffloadState = value.unknownWord.value;
    }
  }
}

/** In a table with the column a TCP row without it was cut, even when what is left reads like a row. By index of the row. */
function rowsWithoutOffloadState(table: TableLines): ReadonlyMap<number, Doubt> {
  const found = new Map<number, Doubt>();
  table.rows.forEach((row, at) => {
    if (row.protocol === "UDP" || row.offloadState !== undefined || row.unknownOffloadState !== undefined) return;
    found.set(at, unreadRow(table, table.ordinals[at] ?? 0, oddRowLanguage.offloadRow));
  });
  return found;
}

/** Without the column only a last row whose state lost its end is seen to be cut. */
function cutLastRow(table: TableLines): ReadonlyMap<number, Doubt> {
  const at = table.rows.length - 1;
  const { state, pid } = table.rows[at] ?? {};
  if (state === undefined || pid !== undefined || isKnownState(state) || !isCutWord(state)) return new Map();
  return new Map([[at, unreadRow(table, table.ordinals[at] ?? 0, oddRowLanguage.knownStateRow)]]);
}

function classesWith({ classes }: TableLines, doubts: readonly Doubt[]): readonly LineClass[] {
  const settled = [...classes];
  for (const doubt of doubts) if (doubt.class !== undefined) settled[doubt.ordinal] = doubt.class;
  return settled;
}

/** What title and headings of the table say. */
export function wordsOf({ parts }: TableLines): readonly Words[] {
  return parts.flatMap(({ value }) => (value !== undefined && "key" in value ? [value] : []));
}

export function aboutTheWhole(
  table: TableLines,
  words: readonly Words[],
  { size, hasTcp, hasOffloadState, unreadRows }: Settled,
): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  if (size === 0 && unreadRows > 0) {
    const rows = unreadRows === 1 ? "1 row" : `${unreadRows} rows`;
    found.push(about(table, "unread-rows", `${rows} of the netstat table could not be read.`));
  } else if (size === 0) {
    found.push(about(table, "table-without-rows", "The netstat table has no rows."));
  } else if (!hasOffloadState && hasTcp) {
    const message =
      "The table has no Offload State column, so it says nothing about offloading; capture netstat -nato.";
    found.push(about(table, "no-offload-column", message));
  }
  if (words.length === 0 && table.parts.some(({ lines }) => lines.some(({ is }) => is === "byPlace"))) {
    const message = "The heading is in no known language; the rows were read by their shape.";
    found.push(about(table, "unknown-language", message));
  }
  return found;
}

/** A title with nothing under it is no capture: what should have followed got lost on the way here. */
function titleAlone(table: TableLines, words: readonly Words[]): readonly Diagnostic[] {
  if (words.length === 0) return [];
  return [about(table, "title-without-table", "The title of a netstat table has no table below it.")];
}

function about({ segment, sheet }: TableLines, code: Diagnostic["code"], message: string): Diagnostic {
  return diagnostic(code, message, placeOf(segment.runs, 0), sheet.lineAt(0));
}
