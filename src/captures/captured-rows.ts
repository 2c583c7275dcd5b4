import { type Connection, lineNumbers, type SegmentText } from "../../grammar/index.ts";
import { type PackedTable, packedTableIn, textOfLine } from "../../grammar/kinds/netstat/packed/index.ts";
import { detached } from "../text/index.ts";
import type { TableCapture } from "./capture.ts";

/** Gives the captured text of a row of a table. */
export type RowText = (record: Connection) => string;

/** Characters of a row that are quoted: what fits into a finding and can still be read. */
const LONGEST_ROW = 200;

/** Lines below the first that a row is looked for in: PowerShell prints a connection as a list of its properties. */
const MOST_LINES = 60;

/** A line of the text, found by its ordinal; undefined behind the last one. */
type LineAt = (ordinal: number) => string | undefined;

/** What is counted of a table, with the texts of its rows. Its records are not copied: that would make them all. */
export function quotableTable(capture: TableCapture, text: SegmentText) {
  const { source, line, endLine, command, time, phase, traits, onDemand } = capture;
  return {
    ...{ source, line, endLine, command, time, phase, traits },
    ...(onDemand && { onDemand }),
    get records(): readonly Connection[] {
      return capture.records;
    },
    textOf: capturedRows(text, capture),
  };
}

/** The texts of the rows, as they stand in the table. They are looked up when asked for: most rows are never quoted. */
export function capturedRows(segment: SegmentText, capture: Pick<TableCapture, "records" | "onDemand">): RowText {
  const packed = capture.onDemand === undefined ? undefined : packedTableIn(segment);
  return packed === undefined ? searchedRows(segment, capture) : packedLines(packed);
}

/** Each packed row is a line by itself. */
function packedLines(table: PackedTable): RowText {
  return ({ line }) => quoted((textOfLine(table, line) ?? "").trimEnd());
}

function searchedRows({ text, runs }: SegmentText, capture: Pick<TableCapture, "records">): RowText {
  const lineAt = linesOf(text);
  const lineOf = lineNumbers(runs);
  const ordinalOf = ordinals(runs);
  let begun: ReadonlySet<number> | undefined;
  return (record) => {
    const first = ordinalOf(record.line);
    const words = wordsOf(record);
    const lines: string[] = [];
    for (let at = first; at - first <= MOST_LINES || lineOf(at) === record.line; at += 1) {
      const line = lineAt(at)?.trimEnd();
      if (line === undefined) break;
      // A table that came on one line has many rows of one number.
      if (words.every((word) => holds(line, word))) return quoted(line);
      begun ??= new Set(capture.records.map((one) => one.line));
      const number = lineOf(at);
      if (number !== record.line && begun.has(number)) break;
      lines.push(line);
    }
    return quoted(piecesOf(lines, words));
  };
}

/** The lines that hold something of a row that several lines make, or the first where none does. */
function piecesOf(lines: readonly string[], words: readonly string[]): string {
  let missing = words;
  const pieces: string[] = [];
  for (const line of lines) {
    const left = missing.filter((word) => !holds(line, word));
    if (left.length === missing.length) continue;
    missing = left;
    pieces.push(pieces.length === 0 ? line : line.trimStart());
  }
  return pieces.length === 0 ? (lines[0] ?? "") : pieces.join(" ");
}

/** What a row prints that can be looked for: states are translated, offload states are not. */
function wordsOf({ localAddress, localPort, foreignAddress, foreignPort, ...row }: Connection): readonly string[] {
  const offload = row.offloadState ?? row.unknownOffloadState;
  const words = [localAddress, String(localPort), foreignAddress, String(foreignPort), offload ?? ""];
  return words.filter((word) => word !== "" && word !== "?").map((word) => word.toLowerCase());
}

/** True where the word stands in the line and is no part of a longer one: port 44 is not in 445. */
function holds(line: string, word: string): boolean {
  const folded = line.toLowerCase();
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
    if (!isInWord(folded.charAt(at - 1)) && !isInWord(folded.charAt(at + word.length))) return true;
  }
  return false;
}

function isInWord(letter: string): boolean {
  return letter !== "" && (letter === "." || (letter >= "0" && letter <= "9") || (letter >= "a" && letter <= "z"));
}

function quoted(text: string): string {
  return detached(text.length > LONGEST_ROW ? `${text.slice(0, LONGEST_ROW - 1)}…` : text);
}

/** Finds where the lines begin as far as they are asked for. */
function linesOf(text: string): LineAt {
  const starts = [0];
  return (ordinal) => {
    while (starts.length <= ordinal + 1) {
      const end = text.indexOf("\n", starts.at(-1));
      if (end < 0) break;
      starts.push(end + 1);
    }
    const start = starts[ordinal];
    if (start === undefined || start >= text.length) return undefined;
    const next = starts[ordinal + 1];
    return text.slice(start, next === undefined ? text.length : next - 1);
  };
}

/** The ordinal of the first line of the text with a line number of the source: both ascend. */
function ordinals(runs: SegmentText["runs"]): (line: number) => number {
  return (line) => {
    let low = 0;
    let high = runs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((runs[middle]?.line ?? 0) < line) low = middle + 1;
      else high = middle;
    }
    const here = runs[low];
    if (here?.line === line) return here.ordinal;
    const before = runs[low - 1];
    return before === undefined ? 0 : before.ordinal + line - before.line;
  };
}
