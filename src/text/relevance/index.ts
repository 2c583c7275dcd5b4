import { grammars } from "../../../grammar/index.ts";
import { markerWords } from "../../../grammar/markers/index.ts";
import { type Automaton, advance, automatonOf, FOUND, START } from "./automaton.ts";
import { isLoneWord } from "./lone-word.ts";

/** Bytes searched for a word of a capture, and held meanwhile; a larger text without any is no capture. */
const MOST_SEARCHED = 64 * 1024 * 1024;

/** What follows the last byte: a word that ends with a gap may end the text. */
const END = Uint8Array.of(0x0a);

let known: Automaton | undefined;

/**
 * The bytes, all of them, when one of the words that captures have is among the first 64 MB or they are a single word,
 * which may be the name of a host; undefined otherwise.
 * They are not decoded for it: the words are ASCII, which is the same in every code page, and UTF-16 without its NULs.
 */
export async function ifRelevant(bytes: AsyncIterable<Uint8Array>): Promise<AsyncIterable<Uint8Array> | undefined> {
  known ??= automatonOf([...grammars.flatMap((grammar) => grammar.words), ...markerWords]);
  const iterator = bytes[Symbol.asyncIterator]();
  const held: Uint8Array[] = [];
  let length = 0;
  let state = START;
  for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) {
    held.push(next.value);
    length += next.value.length;
    state = advance(known, state, next.value);
    if (state === FOUND) return goingOn(held, iterator);
    if (length >= MOST_SEARCHED) {
      await iterator.return?.();
      return undefined;
    }
  }
  const isRelevant = advance(known, state, END) === FOUND || isLoneWord(held);
  return isRelevant ? goingOn(held, iterator) : undefined;
}

async function* goingOn(held: readonly Uint8Array[], rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* held;
    yield* { [Symbol.asyncIterator]: () => rest };
  } finally {
    // Who stops among the first bytes lets go of the others as well.
    await rest.return?.();
  }
}
