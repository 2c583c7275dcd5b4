import type { RecordsOnDemand } from "../../../contract/grammar.ts";
import type { SegmentText } from "../../../contract/place.ts";
import type { Connection } from "../connection.ts";
import { type PackedRows, rowAt, textOfRow } from "./packed-rows.ts";

/** Packed rows with their place in a table and in the source. */
export interface PlacedRows {
  readonly packed: PackedRows;
  /** Index of the first row in the table. */
  readonly first: number;
  /** Line of the first row in the source; the others follow on it. */
  readonly line: number;
}

/** A table whose rows are all packed. */
export interface PackedTable extends RecordsOnDemand<Connection> {
  readonly runs: readonly PlacedRows[];
  /** How many lines stand above the first row, and their text. */
  readonly linesAbove: number;
  readonly above: string;
  /** Those lines and that row. */
  readonly top: string;
}

/** The text of a segment that is such a table, too: the text is only made where somebody asks for it. */
export interface PackedText extends SegmentText {
  readonly table?: PackedTable;
}

export function packedTable(runs: readonly PlacedRows[], linesAbove: number, above: string): PackedTable {
  const first = runs[0];
  const last = runs.at(-1);
  const size = last === undefined ? 0 : last.first + last.packed.rows;
  return {
    size,
    runs,
    linesAbove,
    above,
    top: first === undefined ? above : above + textOfRow(first.packed, 0),
    at(index) {
      const run = index >= 0 && index < size ? lastAtMost(runs, ({ first }) => first, index) : undefined;
      return run && rowAt(run.packed, index - run.first, run.line + index - run.first);
    },
  };
}

/** The line of the source with that number, where it is a row of the table. */
export function textOfLine({ runs }: PackedTable, line: number): string | undefined {
  const run = lastAtMost(runs, (one) => one.line, line);
  const index = run === undefined ? -1 : line - run.line;
  return run !== undefined && index >= 0 && index < run.packed.rows ? textOfRow(run.packed, index) : undefined;
}

/** The packed table that a segment is; undefined for all others. */
export function packedTableIn(segment: PackedText): PackedTable | undefined {
  return segment.table;
}

/** The text of a segment down to the first row of its table at least. */
export function topOf(segment: PackedText): string {
  return segment.table?.top ?? segment.text;
}

/** True for records that are such a table. */
export function isPacked(records: RecordsOnDemand<Connection>): records is PackedTable {
  return "linesAbove" in records;
}

/** All rows of the table, made at once. */
export function everyRow({ runs, size }: PackedTable): Connection[] {
  const rows = new Array<Connection>(size);
  for (const { packed, first, line } of runs) {
    for (let at = 0; at < packed.rows; at += 1) rows[first + at] = rowAt(packed, at, line + at);
  }
  return rows;
}

/** How many rows of the table are of a sort that is counted with the rows. */
export function countIn(
  { runs }: PackedTable,
  sort: "tcpRows" | "tcpRowsWithOffloadState" | "rowsWithOffloadState" | "rowsWithProcess",
): number {
  return runs.reduce((sum, { packed }) => sum + packed[sort], 0);
}

/** The last run whose number is at most the given one (binary search); the first where none is. */
function lastAtMost(
  runs: readonly PlacedRows[],
  numberOf: (run: PlacedRows) => number,
  most: number,
): PlacedRows | undefined {
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const run = runs[middle];
    if (run === undefined || numberOf(run) <= most) low = middle;
    else high = middle - 1;
  }
  return runs[low];
}
