import type { Line } from "../../../grammar/contract/place.ts";
import { type Block, type Foreign, lineFrom, stretched, wholeLine } from "../foreign-lines.ts";
import { memoizeLine } from "../memory.ts";
import type { Stretch } from "../plain-rows.ts";
import { type Unwrapper, unwrapper } from "../wrappers/index.ts";
import { edited, untouched } from "./mend.ts";
import { mends } from "./registry.ts";

export { type Foreign, isForeign } from "../foreign-lines.ts";
export { columnsIn, endOf, type Stretch } from "../plain-rows.ts";

/** Text as Windows printed it, with the way back to the source: rows in one piece, or a line (which has `pieces`). */
export type Mended = Line | Stretch;

/** Most stretches and lines handed on at once, so that a block of a million empty lines is not held as lines. */
const BATCH = 4096;

/**
 * Undoes what mail, chat, web pages, terminals and databases do to captured text. Blocks hold whole lines, each ended
 * by one "\n" that only the last may lack. Every line of the source comes out, in order, in a stretch or as the origin
 * of one line or more; a line no mend claims comes out unchanged.
 */
export async function* mend(
  blocks: AsyncIterable<{ readonly text: string }>,
): AsyncGenerator<readonly (Mended | Foreign)[]> {
  const unwrap = unwrapper();
  for await (const block of stretched(blocks)) {
    // In plain rows nothing is wrapped, and most of a long table is nothing else.
    if ((block.mayBeWrapped || unwrap.hasBegun()) && unwrap.mayHold(block.others)) {
      yield* mendWrapped(block.text, block.first, unwrap);
    } else {
      yield unwrap.rest().flatMap(mendWhole);
      yield* mendBlock(block);
    }
  }
  yield unwrap.rest().flatMap(mendWhole);
}

/** The same of a block in which text is wrapped: all its lines are taken out of that first. */
function* mendWrapped(text: string, first: number, unwrap: Unwrapper): Generator<readonly Mended[]> {
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
}

/** Mends a block in which nothing is wrapped. */
function* mendBlock({ text, first, together }: Block): Generator<readonly (Mended | Foreign)[]> {
  let batch: (Mended | Foreign)[] = [];
  let line = first;
  let at = 0;
  let next = 0;
  while (at < text.length) {
    const found = together[next];
    if (found?.at !== at) {
      const source = lineFrom(text, at);
      for (const mended of mendWhole(wholeLine(source, line))) batch.push(mended);
      at += source.length + 1;
      line += 1;
    } else {
      batch.push(found.part);
      at = found.end;
      line += found.lines;
      next += 1;
    }
    if (batch.length >= BATCH) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
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
