import type { OffloadState } from "../../../locales/locale.ts";
import { cells } from "../cells.ts";
import { offloadWords, stateNamed, stateWords } from "../row-words.ts";
import { OFFLOAD_MASK, STATE_MASK } from "./layout.ts";

/** Words of Windows by their numbers, which count from 1: 0 is no word. */
export interface WordBook<Meaning> {
  readonly words: readonly string[];
  readonly letters: readonly Uint8Array[];
  readonly meanings: readonly (Meaning | undefined)[];
  /** Numbers of the words by a hash of their first and last letters and their length. */
  readonly buckets: readonly (readonly number[] | undefined)[];
}

const BUCKETS = 256;

/** No mend asks for a word of these letters. */
const plainWord = /^[\w-]{2,32}$/;
const stateCell = new RegExp(`^${cells.state.source}$`);

/** The states that a row may have as they are printed, each with netstat's English word. */
export const printedStates: WordBook<string> = bookOf(
  [...stateWords.keys()].filter((word) => stateCell.test(word) && !offloadWords.has(word)).slice(0, STATE_MASK),
  stateNamed,
);

/** The words of the offload column. */
export const printedOffloadStates: WordBook<OffloadState | undefined> = bookOf(
  [...offloadWords.keys()].slice(0, OFFLOAD_MASK),
  (word) => offloadWords.get(word),
);

/** The number of the word that stands in a text from one index to another; 0 for none of the book's. */
export function wordAt({ letters, buckets }: WordBook<unknown>, text: Uint8Array, from: number, to: number): number {
  const bucket = buckets[hashOf(text[from] ?? 0, text[to - 1] ?? 0, to - from)];
  if (bucket === undefined) return 0;
  for (const number of bucket) {
    const word = letters[number];
    if (word !== undefined && word.length === to - from && standsAt(word, text, from)) return number;
  }
  return 0;
}

function bookOf<Meaning>(all: readonly string[], meaningOf: (word: string) => Meaning): WordBook<Meaning> {
  const words = ["", ...all.filter((word) => plainWord.test(word))];
  const buckets: (number[] | undefined)[] = Array.from({ length: BUCKETS });
  for (let number = 1; number < words.length; number += 1) {
    const word = words[number] ?? "";
    const hash = hashOf(word.charCodeAt(0), word.charCodeAt(word.length - 1), word.length);
    const bucket = buckets[hash];
    if (bucket === undefined) buckets[hash] = [number];
    else bucket.push(number);
  }
  const letters = words.map((word) => Uint8Array.from(word, (letter) => letter.charCodeAt(0)));
  return {
    words,
    letters,
    meanings: words.map((word, number) => (number === 0 ? undefined : meaningOf(word))),
    buckets,
  };
}

function standsAt(word: Uint8Array, text: Uint8Array, from: number): boolean {
  for (let at = 0; at < word.length; at += 1) if (word[at] !== text[from + at]) return false;
  return true;
}

function hashOf(first: number, last: number, length: number): number {
  return (first * 7 + last * 31 + length * 3) & (BUCKETS - 1);
}
