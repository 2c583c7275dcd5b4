import type { LineClass, Reading } from "../../contract/grammar.ts";
import type { SegmentText } from "../../contract/place.ts";
import { localeOf } from "../../lexicon/phrases.ts";
import type { Connection, NetstatTraits } from "./connection.ts";
import { aboutTheWhole, wordsOf } from "./finish.ts";
import { countIn, everyRow, type PackedTable, packedTableIn } from "./packed/index.ts";
import { linesIn, type TableLines } from "./table-lines.ts";

/**
 * Reads a table whose rows are packed: the lines above the first row as ever, and no line below. Undefined where only
 * the whole text tells how its lines are to be read. `test/captures/packed-tables.test.ts` compares both ways.
 */
export function readPacked(segment: SegmentText): Reading<Connection, NetstatTraits> | undefined {
  const packed = packedTableIn(segment);
  if (packed === undefined) return undefined;
  const table = headOf(segment, packed);
  if (table === undefined) return undefined;
  const words = wordsOf(table);
  const hasOffloadState = words.some((own) => own.namesOffloadState) || countIn(packed, "rowsWithOffloadState") > 0;
  const tcpRows = countIn(packed, "tcpRows");
  // A row without the column that the others have was cut.
  if (hasOffloadState && countIn(packed, "tcpRowsWithOffloadState") < tcpRows) return undefined;
  const whole = { size: packed.size, hasTcp: tcpRows > 0, hasOffloadState, unreadRows: 0 };
  let records: readonly Connection[] | undefined;
  return {
    get records() {
      records ??= everyRow(packed);
      return records;
    },
    onDemand: packed,
    classes: classesOf(table, packed),
    diagnostics: aboutTheWhole(table, words, whole),
    locale: localeOf(words),
    traits: { hasOffloadState, hasProcessId: countIn(packed, "rowsWithProcess") > 0, unreadRows: 0 },
    recognised: true,
  };
}

/** A class for each line. Written into one list: there may be millions. */
function classesOf({ classes }: TableLines, { linesAbove, size }: PackedTable): readonly LineClass[] {
  const all = new Array<LineClass>(linesAbove + size).fill("record");
  for (let at = 0; at < linesAbove; at += 1) all[at] = classes[at] ?? "heading";
  return all;
}

/** The longest lines above rows that are remembered. */
const LONGEST_HEAD = 2000;

/** The lines above the rows of the last table, which in a log are those of every table: the bench row `log` needs it. */
let last: { readonly above: string; readonly table: TableLines } | undefined;

/** The lines above the rows and the first row, undefined where they say too little. What they are depends on nothing below. */
function headOf(segment: SegmentText, packed: PackedTable): TableLines | undefined {
  const { above, top } = packed;
  if (last?.above === above) return { ...last.table, segment };
  const table = linesIn({ text: top, runs: segment.runs });
  if (!isHeadAndRow(table, packed)) return undefined;
  if (above.length <= LONGEST_HEAD) last = { above, table };
  return table;
}

/** True where nothing but title, headings and blank lines stands above the first row, which was read by itself. */
function isHeadAndRow({ rows, ordinals, classes, parts }: TableLines, { linesAbove }: PackedTable): boolean {
  if (rows.length !== 1 || ordinals[0] !== linesAbove || classes.length !== linesAbove + 1) return false;
  return parts.every(({ lines }) => lines.every((own) => own.class === "heading" || own.class === "blank"));
}
