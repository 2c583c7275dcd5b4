import type { Line } from "../../../grammar/contract/place.ts";
import { memoizeLine } from "../memory.ts";
import { type Unwrapper, unwrapper } from "../wrappers/index.ts";
import { edited, untouched } from "./mend.ts";
import { mends } from "./registry.ts";

/**
 * Plain netstat rows exactly as they stand in the source, each ended by "\n"; kept as one string for speed. The first
 * of them is line `line` of the source, counted from 1.
 */
export interface Stretch {
  readonly text: string;
  readonly line: number;
  readonly lines: number;
}

/** Text as Windows printed it, with the way back to the source: rows in one piece, or a line (which has `pieces`). */
export type Mended = Line | Stretch;

/** Most stretches and lines handed on at once, so that a block of a million empty lines is not held as lines. */
const BATCH = 4096;

/** The characters that some mend wants to see wherever they stand, as the inside of a character class. */
const mendable =
  "<&`|^$\\x00-\\x08\\n-\\x1f\\x7f-\\xa0\\xad\\u061c\\u1680\\u180e\\u2000-\\u206f\\u2212\\u3000\\ufeff\\uff1a" +
  // What the first bytes of letters in UTF-8 are in code pages.
  "\\xc2\\xc3\\xc5\\xd0\\xd1\\xf0\\u0420\\u0421\\u2500\\u251c\\u252c\\u253c\\u2564\\u2568";

/**
 * One row of netstat with nothing to mend. There is no ":" behind the endpoints, so neither a second row nor a setting
 * stands on the line. This is not the row of the grammar: it refuses what a mend wants, not what a row can't hold.
 */
const plainRow = new RegExp(
  `[ \\t]*(?:TCP|UDP)(?:v6)?(?:[ \\t]+(?=[^\\s]{1,300}:)[^ \\t${mendable}]{3,365}){2}[^:*"'=\\\\${mendable}]{0,300}\\n`,
  "y",
);

/**
 * Undoes what mail, chat, web pages, terminals and databases do to captured text. Blocks hold whole lines, each ended
 * by one "\n" that only the last may lack. Every line of the source comes out, in order, in a stretch or as the origin
 * of one line or more; a line no mend claims comes out unchanged.
 */
export async function* mend(blocks: AsyncIterable<{ readonly text: string }>): AsyncGenerator<readonly Mended[]> {
  let line = 1;
  const unwrap = unwrapper();
  for await (const { text } of blocks) {
    const { rows, others } = plainRowsIn(text, line);
    // In plain rows nothing is wrapped, and most of a long table is nothing else.
    if (unwrap.mayHold(others)) {
      line = yield* mendWrapped(text, line, unwrap);
    } else {
      yield unwrap.rest().flatMap(mendWhole);
      line = yield* mendBlock(text, line, rows);
    }
  }
  yield unwrap.rest().flatMap(mendWhole);
}

/** Plain rows of a block, and the offset of the first of them. */
interface PlainRows {
  readonly at: number;
  readonly rows: Stretch;
}

/** The same of a block in which text is wrapped: all its lines are taken out of that first. */
function* mendWrapped(text: string, first: number, unwrap: Unwrapper): Generator<readonly Mended[], number> {
  let batch: Mended[] = [];
  let line = first;
  for (let at = 0; at < text.length; line += 1) {
    const source = lineFrom(text, at);
    at += source.length + 1;
    for (const part of unwrap.take(wholeLine(source, line))) for (const mended of mendWhole(part)) batch.push(mended);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
  return line;
}

/** Mends one block that begins with the given line; returns the number of the line behind it. */
function* mendBlock(
  text: string,
  first: number,
  stretches: readonly PlainRows[],
): Generator<readonly Mended[], number> {
  let batch: Mended[] = [];
  let line = first;
  let at = 0;
  let next = 0;
  while (at < text.length) {
    const found = stretches[next];
    if (found?.at !== at) {
      const source = lineFrom(text, at);
      for (const mended of mendWhole(wholeLine(source, line))) batch.push(mended);
      at += source.length + 1;
      line += 1;
    } else {
      batch.push(found.rows);
      at += found.rows.text.length;
      line += found.rows.lines;
      next += 1;
    }
    if (batch.length >= BATCH) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
  return line;
}

/** The stretches of plain rows of a block that begins with the given line, and all its other lines. */
function plainRowsIn(text: string, first: number): { readonly rows: readonly PlainRows[]; readonly others: string } {
  const rows: PlainRows[] = [];
  let others = "";
  let line = first;
  let from = 0; // of the lines since the last stretch
  for (let at = 0; at < text.length; ) {
    const stretch = plainRows(text, at, line);
    if (stretch === undefined) {
      const end = text.indexOf("\n", at);
      at = end < 0 ? text.length : end + 1;
      line += 1;
    } else {
      others += text.slice(from, at);
      rows.push({ at, rows: stretch });
      at += stretch.text.length;
      line += stretch.lines;
      from = at;
    }
  }
  return { rows, others: others + text.slice(from) };
}

function lineFrom(text: string, at: number): string {
  const end = text.indexOf("\n", at);
  return text.slice(at, end < 0 ? text.length : end);
}

function wholeLine(text: string, line: number): Line {
  return { text, pieces: [{ at: 0, line, column: 1 }] };
}

/** The plain rows that follow each other from index `at` on; undefined when no plain row begins there. */
function plainRows(text: string, at: number, line: number): Stretch | undefined {
  let end = at;
  let lines = 0;
  plainRow.lastIndex = at;
  while (plainRow.test(text)) {
    end = plainRow.lastIndex;
    lines += 1;
  }
  return lines === 0 ? undefined : { text: text.slice(at, end), line, lines };
}

function mendWhole(line: Line): readonly Line[] {
  const mending = firstMend(line.text);
  return mending < 0 ? [line] : mendLine(line, mending);
}

/** Index of the first mend that has something to do on a line; below 0 for most lines, on which none has. */
const firstMend = memoizeLine((text) => mends.findIndex((mend) => mend(text).length > 0));

/** One line through the mends from index `from` on; what one mend makes of it goes through the next. */
function mendLine(line: Line, from: number): readonly Line[] {
  for (let index = from; index < mends.length; index += 1) {
    const edits = mends[index]?.(line.text) ?? untouched;
    if (edits.length > 0) return edited(line, edits).flatMap((part) => mendLine(part, index + 1));
  }
  return [line];
}
