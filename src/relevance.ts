import { grammars } from "../grammar/index.ts";
import { type Automaton, advance, automatonOf, FOUND, START } from "./relevance/automaton.ts";

/** Bytes searched for a word of a capture, and held meanwhile; a larger text without any is no capture. */
const MOST_SEARCHED = 64 * 1024 * 1024;

/** What follows the last byte: a word that ends with a gap may end the text. */
const END = Uint8Array.of(0x0a);

let known: Automaton | undefined;

/**
 * The bytes, all of them, when one of the words that captures have is among the first 64 MB, and none otherwise; `miss`
 * is called then. They are not decoded for it: the words are ASCII, which is the same in every code page, and UTF-16
 * without its NULs.
 */
export async function* ifRelevant(bytes: AsyncIterable<Uint8Array>, miss: () => void): AsyncGenerator<Uint8Array> {
  known ??= automatonOf(grammars.flatMap((grammar) => grammar.words));
  const held: Uint8Array[] = [];
  let length = 0;
  let state = START;
  for await (const chunk of bytes) {
    if (state === FOUND) {
      yield chunk;
      continue;
    }
    held.push(chunk);
    length += chunk.length;
    state = advance(known, state, chunk);
    if (state === FOUND) yield* held.splice(0);
    else if (length >= MOST_SEARCHED) break;
  }
  if (state === FOUND || length === 0) return;
  if (advance(known, state, END) === FOUND) yield* held;
  else miss();
}
