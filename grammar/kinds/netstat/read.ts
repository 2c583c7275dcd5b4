import type { DiagnosticCode } from "../../contract/diagnostic.ts";
import type { LineClass, Reading } from "../../contract/grammar.ts";
import { lineNumbers, placeOf, type SegmentText } from "../../contract/place.ts";
import { finish } from "./finish.ts";
import type { Connection, NetstatTraits } from "./index.ts";
import { readOddRow } from "./odd-row.ts";
import { executableNamed, isOwnershipRefusal } from "./owners.ts";
import { rowLanguage, startsLikeRow } from "./row.ts";
import { type Doubt, emptyTable, type Table } from "./table.ts";
import { netstatWords } from "./words.ts";
import { joinsRowAbove } from "./wraps.ts";

const trailingExecutable = /^\[([^\]\n]{1,260})\]$/;

/** `"TCP","192.0.2.1:445"` or `TCP,192.0.2.1:445`: a row whose cells something else than blanks sets apart. */
const cellsOfRow = /^[ \t]*["'|]?(?:TCP|UDP)(?:v6)?["']?[ \t]{0,9}[,;|][^\n]{0,300}?:\d/i;

/** Reads the segment of a netstat table: one class for each line, one record for each complete row. */
export function readTable(segment: SegmentText): Reading<Connection, NetstatTraits> {
  const table = emptyTable(segment);
  const lineOf = lineNumbers(segment.runs);
  // Can't fail: whatever is no row is an other line.
  const lines = rowLanguage.lines.tryParse(segment.text);
  for (let ordinal = 0; ordinal < lines.length; ordinal += 1) {
    const line = lines[ordinal];
    if (line === undefined) continue;
    if ("other" in line) {
      table.classes.push(readOther(table, line.other, line.start, ordinal));
    } else {
      line.line = lineOf(ordinal);
      table.rows.push(line);
      table.ordinals.push(ordinal);
      table.classes.push("record");
    }
  }
  return finish(table);
}

/** The class of a line that is no plain row; what it says goes into the table. */
function readOther(table: Table, text: string, start: number, ordinal: number): LineClass {
  if (text.trim() === "") return "blank";
  if (isHeading(table, text)) return "heading";
  if (startsLikeRow(text)) return readRowLike(table, text, ordinal);
  if (isOwnershipRefusal(text)) return "message";
  if (namesExecutable(table, text, ordinal)) return "record";
  if (joinsRowAbove(table, text, start, ordinal)) return "record";
  if (cellsOfRow.test(text)) return readForeignCells(table, text, ordinal);
  if (isHeadingByPlace(table, ordinal)) return "heading";
  table.loose.set(ordinal, text);
  return "unrelated";
}

function isHeading(table: Table, text: string): boolean {
  const words = netstatWords(text);
  if (words === undefined) return false;
  table.phrases.push(words);
  if (words.key === "heading") table.headings += 1;
  if (words.namesOffloadState) table.namesOffloadState = true;
  return true;
}

/** Above the first row stands a title and a heading, in whatever language; under a known heading, its wrapped rest. */
function isHeadingByPlace(table: Table, ordinal: number): boolean {
  if (table.rows.length > 0 || table.open !== undefined) return false;
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
    table.open = { text, from: ordinal, to: ordinal, isRow: false };
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
