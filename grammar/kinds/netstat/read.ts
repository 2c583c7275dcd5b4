import type { DiagnosticCode } from "../../contract/diagnostic.ts";
import type { LineClass, Reading } from "../../contract/grammar.ts";
import { lineNumbers, placeOf, type SegmentText } from "../../contract/place.ts";
import { finish } from "./finish.ts";
import type { Connection, NetstatTraits } from "./index.ts";
import { readOddRow } from "./odd-row.ts";
import { executableNamed, isOwnershipRefusal } from "./owners.ts";
import { type OtherLine, type RowDraft, rowLanguage } from "./row.ts";
import { isProtocolAlone, startsLikeRow } from "./row-beginnings.ts";
import { type Doubt, emptyTable, type Table } from "./table.ts";
import { beginsHeading, netstatWords, type Words, wrappedHeading } from "./words.ts";
import { MOST_PIECES, type WrappedRow, wrappedRows } from "./wraps.ts";

/** A piece of a heading: words without a digit, which every row has. */
const ofHeading = /^[^\d\n]*[^\d\s][^\d\n]*$/;

const trailingExecutable = /^\[([^\]\n]{1,260})\]$/;

/** `"TCP","192.0.2.1:445"` or `TCP,192.0.2.1:445`: a row whose cells something else than blanks sets apart. */
const cellsOfRow = /^[ \t]*["'|]?(?:TCP|UDP)(?:v6)?["']?[ \t]{0,9}[,;|][^\n]{0,300}?:\d/i;

/** Reads the segment of a netstat table: one class for each line, one record for each complete row. */
export function readTable(segment: SegmentText): Reading<Connection, NetstatTraits> {
  const table = emptyTable(segment);
  const lineOf = lineNumbers(segment.runs);
  // Can't fail: whatever is no row is an other line.
  const lines = rowLanguage.lines.tryParse(segment.text);
  const wrappedAt = wrappedRows(segment, lines);
  for (let ordinal = 0; ordinal < lines.length; ordinal += 1) {
    const line = lines[ordinal];
    if (line === undefined) continue;
    const wrapped = wrappedAt(ordinal);
    if (wrapped !== undefined) {
      takeWrapped(table, wrapped, ordinal);
      ordinal += wrapped.below;
    } else if (takesHeading(table, lines, ordinal)) {
      ordinal = table.classes.length - 1;
    } else if ("other" in line) {
      table.classes.push(readOther(table, line.other, ordinal));
    } else {
      line.line = lineOf(ordinal);
      table.rows.push(line);
      table.ordinals.push(ordinal);
      table.classes.push("record");
    }
  }
  return finish(table);
}

/** Takes a heading above the first row that goes on in the lines below it. */
function takesHeading(table: Table, lines: readonly (RowDraft | OtherLine)[], ordinal: number): boolean {
  const first = lines[ordinal];
  if (table.rows.length > 0 || first === undefined || !("other" in first) || !beginsHeading(first.other)) return false;
  const pieces: string[] = [];
  for (const line of lines.slice(ordinal, ordinal + MOST_PIECES)) {
    if (!("other" in line) || !ofHeading.test(line.other) || isProtocolAlone(line.other)) break;
    pieces.push(line.other);
  }
  const words = wrappedHeading(pieces);
  if (words === undefined) return false;
  noteWords(table, words);
  for (const _ of pieces) table.classes.push("heading");
  return true;
}

/** Takes the row that several lines make together: it stands where its first line does. */
function takeWrapped(table: Table, { draft, text, below, isAmbiguous }: WrappedRow, ordinal: number): void {
  draft.line = placeOf(table.segment.runs, ordinal).line;
  table.rows.push(draft);
  table.ordinals.push(ordinal);
  for (let line = 0; line <= below; line += 1) table.classes.push("record");
  if (!isAmbiguous) return;
  const message = "The row was wrapped, and its lines can be joined in more than one way; check how it was read.";
  table.doubts.set(ordinal, { code: "ambiguous-row", message, index: 0, text });
}

/** The class of a line that is no plain row; what it says goes into the table. */
function readOther(table: Table, text: string, ordinal: number): LineClass {
  if (text.trim() === "") return "blank";
  if (isHeading(table, text)) return "heading";
  if (startsLikeRow(text)) return readRowLike(table, text, ordinal);
  if (isOwnershipRefusal(text)) return "message";
  if (namesExecutable(table, text, ordinal)) return "record";
  if (cellsOfRow.test(text)) return readForeignCells(table, text, ordinal);
  if (isHeadingByPlace(table, ordinal)) return "heading";
  table.loose.set(ordinal, text);
  return "unrelated";
}

function isHeading(table: Table, text: string): boolean {
  const words = netstatWords(text);
  if (words === undefined) return false;
  noteWords(table, words);
  return true;
}

function noteWords(table: Table, words: Words): void {
  table.phrases.push(words);
  if (words.key === "heading") table.headings += 1;
  if (words.namesOffloadState) table.namesOffloadState = true;
}

/** Above the first row stands a title and a heading, in whatever language; under a known heading, its wrapped rest. */
function isHeadingByPlace(table: Table, ordinal: number): boolean {
  if (table.rows.length > 0 || table.doubts.size > 0) return false;
  if (table.headingsByShape >= 2) return false;
  if (table.headings > 0 && table.classes[ordinal - 1] !== "heading") return false;
  table.headingsByShape += 1;
  return true;
}

/** A row that was exported in another form is neither a heading nor no row: it is said not to be understood. */
function readForeignCells(table: Table, text: string, ordinal: number): LineClass {
  const message = "The cells of the row are not set apart by blanks or tabs; the row is not counted.";
  table.doubts.set(ordinal, { code: "unknown-row", message, index: 0, text });
  return "unknown";
}

/** `-b` names the executable of the row above in brackets, with the component in it on a line between. */
function namesExecutable(table: Table, text: string, ordinal: number): boolean {
  const name = executableNamed(text);
  const row = table.rows.at(-1);
  if (name === undefined || row === undefined) return false;
  row.process = name;
  if (table.loose.delete(ordinal - 1)) table.classes[ordinal - 1] = "record";
  return true;
}

function readRowLike(table: Table, text: string, ordinal: number): LineClass {
  const row = readOddRow(text);
  const doubt = (code: DiagnosticCode, message: string): Doubt => ({ code, message, index: row.index, text });
  if (row.is === "cut" || row.is === "unreadable") {
    const [code, message]: [DiagnosticCode, string] =
      row.is === "cut"
        ? ["truncated-row", `The row ends where ${row.expected} was expected; it is not counted.`]
        : ["unknown-row", `Expected ${row.expected}; the row is not counted.`];
    table.doubts.set(ordinal, doubt(code, message));
    return row.is === "cut" ? "truncated" : "unknown";
  }
  row.draft.line = placeOf(table.segment.runs, ordinal).line;
  table.rows.push(row.draft);
  table.ordinals.push(ordinal);
  if (row.is === "unknownState") {
    const message = `"${row.word}" is none of netstat's offload states; it is kept as printed and counted as unknown.`;
    table.strangeWords.set(ordinal, {
      draft: row.draft,
      word: row.word,
      doubt: doubt("unknown-offload-state", message),
    });
  } else if (row.trailing !== "") {
    const name = trailingExecutable.exec(row.trailing)?.[1];
    if (name === undefined) table.doubts.set(ordinal, doubt("trailing-text", "The text behind the row was set aside."));
    else row.draft.process = name;
  }
  return "record";
}
