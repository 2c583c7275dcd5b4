import type { SegmentText } from "../../contract/place.ts";
import { executableNamed, isOwnershipRefusal } from "./owners.ts";
import { type OtherLine, type RowDraft, wholeRow } from "./row.ts";
import { couldBecomeRow, isProtocolAlone, startsLikeRow } from "./row-beginnings.ts";
import { isKnownState } from "./row-words.ts";
import { netstatWords } from "./words.ts";

/** Longest text a row is put together to: two addresses of 255 characters are not wrapped by anybody. */
const LONGEST_ROW = 400;

/** A row of two long addresses at 40 columns has no more lines than this. */
export const MOST_PIECES = 5;

/** Readings of the lines so far that are followed at a time; at a width nobody uses, the later ones are not tried. */
const MOST_READINGS = 16;

/** A row that a mail program (at a gap) or a console (anywhere) broke into several lines. */
export interface WrappedRow {
  readonly draft: RowDraft;
  /** The row as it reads in one line. */
  readonly text: string;
  /** How many lines below the first belong to it. */
  readonly below: number;
  /** True when the same lines also make another row whose words are known as well, or as little. */
  readonly isAmbiguous: boolean;
}

interface Reading extends Omit<WrappedRow, "isAmbiguous"> {
  readonly score: number;
  readonly isOverBlank: boolean;
}

/** What the rest of the table tells about its wrapped rows; found out when the first of them is met. */
interface Surroundings {
  readonly longestLine: number;
  /** States of the rows that stand whole on their lines. */
  readonly states: ReadonlySet<string>;
}

type TableLines = readonly (RowDraft | OtherLine)[];

/** Finds the rows of a table that were wrapped: asked for the line at `ordinal`, undefined when it is not the first of several. */
export function wrappedRows(segment: SegmentText, lines: TableLines): (ordinal: number) => WrappedRow | undefined {
  let surroundings: Surroundings | undefined;
  return (ordinal) => {
    const below = lineBelow(lines, ordinal);
    const line = lines[ordinal];
    if (below === undefined || line === undefined) return undefined;
    const row = "other" in line ? undefined : line;
    if (row?.offloadState !== undefined) return undefined;
    const first = "other" in line ? line.other : lineAbove(segment.text, lines[ordinal + 1]);
    if (row === undefined && !startsLikeRow(first) && !isProtocolAlone(first)) return undefined;
    surroundings ??= surroundingsOf(segment, lines);
    return bestReading(first, row, readingsOf(first, lines, ordinal, surroundings), surroundings);
  };
}

/** Of all ways to join the first line with lines below it the one whose words are known. */
function bestReading(
  first: string,
  row: RowDraft | undefined,
  readings: readonly Reading[],
  surroundings: Surroundings,
): WrappedRow | undefined {
  const alone = row === undefined ? -1 : scoreOf(row, surroundings);
  const fitting = readings.filter((reading) => isBetterThanAlone(reading, row, alone, first, surroundings));
  const [best, ...others] = fitting.sort((one, other) => other.score - one.score || other.below - one.below);
  if (best === undefined) return undefined;
  const rivals = others.filter(({ below, score }) => below === best.below && known(score) === known(best.score));
  return { ...best, isAmbiguous: rivals.length > 0 };
}

/** A row that is whole already takes more lines only when it gains by them; a component of `-b` may stand below it. */
function isBetterThanAlone(
  { draft, score, isOverBlank }: Reading,
  row: RowDraft | undefined,
  alone: number,
  first: string,
  { longestLine }: Surroundings,
): boolean {
  if (row === undefined || known(score) > known(alone)) return true;
  if (isOverBlank || draft.state !== row.state || score < alone) return false;
  // Digits go on with a process id only where the line ends because the console does: a page number stands alone too.
  return row.pid === undefined || first.length >= longestLine;
}

/** Every row that the first line makes with one line below it, with two, and so on. */
function readingsOf(first: string, lines: TableLines, ordinal: number, surroundings: Surroundings): readonly Reading[] {
  const found: Reading[] = [];
  let texts: readonly string[] = [first];
  let last = ordinal;
  let isOverBlank = false;
  for (let piece = 0; piece < MOST_PIECES; piece += 1) {
    const below = lineBelow(lines, last);
    if (below === undefined) break;
    isOverBlank ||= below.ordinal > last + 1;
    last = below.ordinal;
    const joined = new Map(texts.flatMap((text) => joinsOf(text, below.text)).map((text) => [cellsOf(text), text]));
    texts = [...joined.values()]
      .filter((text) => text.length <= LONGEST_ROW && couldBecomeRow(text))
      .slice(0, MOST_READINGS);
    if (texts.length === 0) break;
    for (const text of texts) {
      const draft = wholeRow(text);
      if (draft === undefined) continue;
      found.push({ draft, text, below: last - ordinal, score: scoreOf(draft, surroundings), isOverBlank });
    }
  }
  return found;
}

/** The two ways to join a line with the next: a console broke it in mid-word, or a gap stood between. */
function joinsOf(text: string, below: string): readonly string[] {
  return [text + below, `${text.trimEnd()} ${below.trimStart()}`];
}

function cellsOf(text: string): string {
  return text.trim().replaceAll(/[ \t]+/g, " ");
}

/** How much of a row is known words: its ports and its state first, then its offload state, then its process id. */
function scoreOf(row: RowDraft, { states }: Surroundings): number {
  const ports = [row.localPort, row.foreignPort].filter((port) => typeof port === "number" || port === "*");
  const isStateKnown = row.state === undefined || isKnownState(row.state) || states.has(row.state);
  return (
    ports.length * 8 +
    (isStateKnown ? 4 : 0) +
    (row.offloadState === undefined ? 0 : 2) +
    (row.pid === undefined ? 0 : 1)
  );
}

/** The part of a score that words make: any digits are a process id. */
function known(score: number): number {
  return Math.floor(score / 2);
}

/** The next line when it may be a piece of a row; in a table with a blank line behind each line the one below that. */
function lineBelow(
  lines: TableLines,
  ordinal: number,
): { readonly text: string; readonly ordinal: number } | undefined {
  let next = ordinal + 1;
  let line = lines[next];
  if (line !== undefined && "other" in line && line.other.trim() === "") {
    next += 1;
    line = lines[next];
  }
  if (line === undefined || !("other" in line) || !isPiece(line.other)) return undefined;
  return { text: line.other, ordinal: next };
}

function isPiece(text: string): boolean {
  if (text.trim() === "" || startsLikeRow(text) || isProtocolAlone(text)) return false;
  return !isOwnershipRefusal(text) && executableNamed(text) === undefined && netstatWords(text) === undefined;
}

/** The text of the row directly above a line that is none. */
function lineAbove(text: string, line: RowDraft | OtherLine | undefined): string {
  if (line === undefined || !("other" in line)) return "";
  return text.slice(text.lastIndexOf("\n", line.start - 2) + 1, line.start - 1);
}

function surroundingsOf({ text }: SegmentText, lines: TableLines): Surroundings {
  let longestLine = 0;
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf("\n", start);
    const next = end < 0 ? text.length : end;
    longestLine = Math.max(longestLine, next - start);
    start = next + 1;
  }
  const states = new Set<string>();
  for (const line of lines) {
    if (!("other" in line) && line.offloadState !== undefined && line.state !== undefined) states.add(line.state);
  }
  return { longestLine, states };
}
