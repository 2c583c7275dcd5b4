import type { LineClass } from "../../contract/grammar.ts";
import { type Part, readWhole } from "../../contract/lines.ts";
import { lineNumbers, type SegmentText } from "../../contract/place.ts";
import { type Sheet, sheetOf } from "../../contract/sheet.ts";
import type { RowDraft } from "./connection.ts";
import type { Words } from "./headings.ts";
import { language, type RowReading, type TablePart } from "./language.ts";

/** The part of a table that is more than a row by itself, and where it stands. */
export interface PlacedPart extends Part<RowReading | Words> {
  /** Ordinal of its first line. */
  readonly ordinal: number;
}

/** What the lines of a table say, before they are seen together. `rows` and `ordinals` run in parallel. */
export interface TableLines {
  readonly segment: SegmentText;
  readonly sheet: Sheet;
  readonly rows: readonly RowDraft[];
  readonly ordinals: readonly number[];
  readonly classes: readonly LineClass[];
  readonly parts: readonly PlacedPart[];
}

/** Reads the lines of a table, from its title to its last row. */
export function linesIn(segment: SegmentText): TableLines {
  const sheet = sheetOf(segment);
  const lineOf = lineNumbers(segment.runs);
  const rows: RowDraft[] = [];
  const ordinals: number[] = [];
  const classes: LineClass[] = [];
  const parts: PlacedPart[] = [];
  const takeRow = (row: RowDraft): void => {
    row.line = lineOf(classes.length);
    rows.push(row);
    ordinals.push(classes.length);
  };
  const takeRows = (run: readonly RowDraft[]): void => {
    for (const row of run) {
      takeRow(row);
      classes.push("record");
    }
  };
  const takePart = (part: Part<RowReading | Words>): void => {
    parts.push({ ...part, ordinal: classes.length });
    const row = rowIn(part);
    if (row !== undefined) takeRow(row);
    for (const line of part.lines) classes.push(line.class);
  };
  const take = (part: TablePart): void => ("lines" in part ? takePart(part) : takeRows(part));
  const { head, body } = readWhole(language.text, sheet.text);
  head.forEach(take);
  body.forEach(take);
  return { segment, sheet, rows, ordinals, classes, parts };
}

export function rowIn({ value }: Part<RowReading | Words>): RowDraft | undefined {
  return value !== undefined && "draft" in value ? value.draft : undefined;
}
