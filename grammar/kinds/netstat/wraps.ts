import { placeOf } from "../../contract/place.ts";
import { wholeRow } from "./row.ts";
import type { OpenRow, Table } from "./table.ts";

/** Longest text a row is put together to: two addresses of 255 characters are not wrapped by anybody. */
const LONGEST_ROW = 400;

/** What may stand alone on a middle line of a row broken into three: one cell. */
const oneCell = /^[\w.:[\]%*-]{1,100}$/;

/**
 * Takes the line as the rest of the row above, broken by a terminal of 80 columns (in mid-word) or a mail program (at
 * a gap), when together they are one row. False leaves the table as it was.
 */
export function joinsRowAbove(table: Table, text: string, start: number, ordinal: number): boolean {
  const open = rowAbove(table, start, ordinal);
  if (open === undefined || open.text.length + text.length > LONGEST_ROW) return false;
  const spaced = `${open.text.trimEnd()} ${text.trimStart()}`;
  for (const joined of [open.text + text, spaced]) {
    if (takeRow(table, open, joined, ordinal)) return true;
  }
  if (!open.isRow && oneCell.test(text.trim())) {
    table.open = { text: spaced, from: open.from, to: ordinal, isRow: false };
  }
  return false;
}

/** The row that ends on the line directly above and lacks at least its offload state. */
function rowAbove(table: Table, start: number, ordinal: number): OpenRow | undefined {
  const row = table.rows.at(-1);
  if (table.open?.to === ordinal - 1) return table.open;
  if (table.ordinals.at(-1) !== ordinal - 1 || row?.protocol !== "TCP" || row.offloadState !== undefined)
    return undefined;
  const before = table.segment.text.lastIndexOf("\n", start - 2) + 1;
  const text = table.segment.text.slice(before, Math.max(before, start - 1));
  return { text, from: ordinal - 1, to: ordinal - 1, isRow: true };
}

function takeRow(table: Table, open: OpenRow, joined: string, ordinal: number): boolean {
  const draft = wholeRow(joined);
  // A row that was complete already gains nothing but an offload state from the line under it.
  if (draft === undefined || (open.isRow && draft.offloadState === undefined)) return false;
  draft.line = placeOf(table.segment.runs, open.from).line;
  if (open.isRow) table.rows[table.rows.length - 1] = draft;
  else {
    table.rows.push(draft);
    table.ordinals.push(open.from);
  }
  for (let line = open.from; line < ordinal; line += 1) {
    table.classes[line] = "record";
    table.doubts.delete(line);
    table.strangeWords.delete(line);
    table.loose.delete(line);
  }
  table.open = { text: joined, from: open.from, to: ordinal, isRow: true };
  return true;
}
