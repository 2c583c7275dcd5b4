import { type Diagnostic, diagnostic } from "../../contract/diagnostic.ts";
import type { Reading } from "../../contract/grammar.ts";
import { placeOf } from "../../contract/place.ts";
import { localeOf } from "../../lexicon/phrases.ts";
import type { Connection, NetstatTraits } from "./index.ts";
import type { RowDraft } from "./row.ts";
import { isCutWord, isKnownState } from "./row-words.ts";
import type { Doubt, Table } from "./table.ts";

/** More unknown state words than this in one table is noise; the ledger and the tallies still count every row. */
const MOST_STRANGE_STATES = 20;

/** Closes a table: what only the whole of it can tell is settled, and its doubts become diagnostics, in line order. */
export function finish(table: Table): Reading<Connection, NetstatTraits> {
  const hasOffloadState = table.namesOffloadState || table.rows.some((row) => row.offloadState !== undefined);
  settleStrangeWords(table, hasOffloadState);
  const records = hasOffloadState ? withoutCutRows(table) : withoutCutLastRow(table);
  settleLooseLines(table);
  noteUnknownStates(table, records);
  const locale = localeOf(table.phrases);
  const recognised = records.length > 0 || table.headings > 0;
  return {
    records,
    classes: table.classes,
    diagnostics: recognised
      ? [...aboutTheWhole(table, records, hasOffloadState), ...doubtsInOrder(table)]
      : titleAlone(table),
    locale,
    traits: { hasOffloadState, hasProcessId: records.some((row) => row.pid !== undefined) },
    recognised,
  };
}

/** A strange word is an unknown offload state where the table has that column, and somebody's remark where it has not. */
function settleStrangeWords(table: Table, hasOffloadState: boolean): void {
  for (const [ordinal, { draft, word, doubt }] of table.strangeWords) {
    if (hasOffloadState) {
      draft.unknownOffloadState = word;
      table.doubts.set(ordinal, doubt);
    } else {
      table.doubts.set(ordinal, { ...doubt, code: "trailing-text", message: "The text behind the row was set aside." });
    }
  }
}

/** In a table with the offload column a TCP row without it was cut, even when what is left reads like a row. */
function withoutCutRows(table: Table): readonly RowDraft[] {
  const { rows, ordinals } = table;
  if (rows.every(hasItsOffloadState)) return rows;
  return rows.filter((row, at) => {
    if (hasItsOffloadState(row)) return true;
    cutRow(table, ordinals[at] ?? 0, "an offload state");
    return false;
  });
}

function hasItsOffloadState(row: RowDraft): boolean {
  return row.protocol === "UDP" || row.offloadState !== undefined || row.unknownOffloadState !== undefined;
}

/** Without the offload column only a last row whose state lost its end is seen to be cut. */
function withoutCutLastRow(table: Table): readonly RowDraft[] {
  const last = table.rows.at(-1);
  const state = last?.state;
  if (state === undefined || last?.pid !== undefined || isKnownState(state) || !isCutWord(state)) return table.rows;
  cutRow(table, table.ordinals.at(-1) ?? 0, "the rest of a connection state");
  return table.rows.slice(0, -1);
}

function cutRow(table: Table, ordinal: number, expected: string): void {
  const text = lineText(table, ordinal);
  table.classes[ordinal] = "truncated";
  const message = `The row ends where ${expected} was expected; it is not counted.`;
  table.doubts.set(ordinal, { code: "truncated-row", message, index: text.trimEnd().length, text });
}

/** What stands unexplained between rows is unknown; what follows the last row is not of the table. */
function settleLooseLines(table: Table): void {
  const lastRow = table.ordinals.at(-1) ?? -1;
  for (const [ordinal, text] of table.loose) {
    if (ordinal > lastRow) continue;
    table.classes[ordinal] = "unknown";
    const message = "The line stands in a netstat table but is neither a row nor an owner of one.";
    table.doubts.set(ordinal, { code: "unknown-line", message, index: 0, text });
  }
}

/** One diagnostic for each unknown word, at the first row that has it. */
function noteUnknownStates(table: Table, records: readonly RowDraft[]): void {
  const seen = new Set<string>();
  for (const { state, line } of records) {
    if (state === undefined || isKnownState(state) || seen.has(state) || seen.size >= MOST_STRANGE_STATES) continue;
    const at = table.rows.findIndex((row) => row.line === line && row.state === state);
    const ordinal = table.ordinals[at] ?? 0;
    const text = lineText(table, ordinal);
    const message = `"${state}" is no connection state of a known language; rows with it are not eligible.`;
    if (table.doubts.has(ordinal)) continue;
    seen.add(state);
    table.doubts.set(ordinal, {
      code: "unknown-connection-state",
      message,
      index: Math.max(0, text.indexOf(state)),
      text,
    });
  }
}

function aboutTheWhole(table: Table, records: readonly RowDraft[], hasOffloadState: boolean): Diagnostic[] {
  const place = placeOf(table.segment.runs, 0);
  const found: Diagnostic[] = [];
  if (records.length === 0) {
    found.push(diagnostic("table-without-rows", "The netstat table has no rows.", place, lineText(table, 0)));
  } else if (!hasOffloadState && records.some((row) => row.protocol === "TCP")) {
    const message =
      "The table has no Offload State column, so it says nothing about offloading; capture netstat -nato.";
    found.push(diagnostic("no-offload-column", message, place, lineText(table, 0)));
  }
  if (table.headingsByShape > 0 && table.phrases.length === 0) {
    const message = "The heading is in no known language; the rows were read by their shape alone.";
    found.push(diagnostic("unknown-language", message, place, lineText(table, 0)));
  }
  return found;
}

/** A title with nothing under it is no capture: what should have followed got lost on the way here. */
function titleAlone(table: Table): Diagnostic[] {
  if (table.phrases.length === 0) return [];
  const message = "The title of a netstat table stands here without the table.";
  return [diagnostic("title-without-table", message, placeOf(table.segment.runs, 0), lineText(table, 0))];
}

function doubtsInOrder(table: Table): Diagnostic[] {
  const ordered: [number, Doubt][] = [...table.doubts].sort(([a], [b]) => a - b);
  return ordered.map(([ordinal, doubt]) =>
    diagnostic(doubt.code, doubt.message, placeOf(table.segment.runs, ordinal, doubt.index), doubt.text.trim()),
  );
}

/** The text of one line of the segment; the index of lines is made when it is first needed. */
function lineText(table: Table, ordinal: number): string {
  const { text } = table.segment;
  table.lineStarts ??= startsOfLines(text);
  const start = table.lineStarts[ordinal] ?? 0;
  const end = text.indexOf("\n", start);
  return end < 0 ? text.slice(start) : text.slice(start, end);
}

function startsOfLines(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}
