/**
 * A table that looks for many words at once, byte by byte. Its speed does not depend on how many words they are, as long
 * as it is small enough to be at hand.
 */
export interface Automaton {
  /** The class of each byte value: bytes that no word tells apart are of one. */
  readonly classes: Uint8Array;
  /** The next state, at `state * 64 + class`. */
  readonly next: Uint16Array;
}

/** The state before anything was read. */
export const START = 0;
/** The state once a word was seen; it is never left. */
export const FOUND = 1;

/** Letters, digits and the marks that words have fit in so many bits. */
const CLASS_BITS = 6;
/** The class of a NUL, which every state passes over: UTF-16 then reads like ASCII. */
const NUL = 0;
/** The class of all that is in no word: what may stand in a gap between words, too. */
const OTHER = 1;

/** Signs that words are made of besides their letters: a gap, and any digit. */
const GAP = " ";
const DIGIT = "#";
const NO_GAP = /[\w.]/;

/** A place in the words, one behind the other: the sign that is expected there, undefined behind the last one of a word. */
type Expected = string | undefined;

/** The table for some words: ASCII in lower case, where a blank stands for a gap and # for a digit. */
export function automatonOf(words: readonly string[]): Automaton {
  const signs = signsOf(words);
  const expected = words.flatMap((word): Expected[] => [...word, undefined]);
  const beginnings = expected.flatMap((_, place) => (place === 0 || expected[place - 1] === undefined ? [place] : []));
  const met = signs.map((sign) => Uint8Array.from(expected, (one) => (isMet(one, sign) ? 1 : 0)));
  // A word may begin anywhere, in the midst of another one too.
  const begun = met.map((one) => after(beginnings, one, expected));
  const states: (readonly number[])[] = [[], []];
  const numbers = new Map<string, number>([["", START]]);
  const numberOf = (places: ReadonlySet<number>): number => {
    for (const place of places) if (expected[place] === undefined) return FOUND;
    const sorted = [...places].sort((a, b) => a - b);
    const key = sorted.join();
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, states.length);
    return states.push(sorted) - 1;
  };
  const fresh = begun.map((places) => numberOf(new Set(places)));
  const rows: number[][] = [];
  for (let state = 0; state < states.length; state += 1) {
    const row = Array<number>(2 ** CLASS_BITS).fill(state);
    for (const [at, one] of state === FOUND ? [] : met.entries()) {
      const goneOn = after(states[state] ?? [], one, expected);
      row[at + OTHER] =
        (goneOn.length === 0 ? fresh[at] : numberOf(new Set([...goneOn, ...(begun[at] ?? [])]))) ?? START;
    }
    rows.push(row);
  }
  return { classes: classesOf(signs), next: Uint16Array.from(rows.flat()) };
}

/** The state after some more bytes. */
export function advance(automaton: Automaton, from: number, bytes: Uint8Array): number {
  const { length } = bytes;
  return length < LONG ? advanced(automaton, from, bytes, 0, length) : inHalves(automaton, from, bytes);
}

/** From so many bytes on it pays to go through both halves of them at once. */
const LONG = 1024;

/**
 * The same for many bytes. Each step waits for the table to answer the one before, so that two walks through the table
 * take hardly longer than one: the second half is begun as if it was a text of its own, and that counts from where what
 * had begun in the first half makes no difference any more.
 */
function inHalves(automaton: Automaton, from: number, bytes: Uint8Array): number {
  const { classes, next } = automaton;
  const { length } = bytes;
  const middle = length >> 1;
  let near = 0;
  let far = middle;
  let first = from;
  let second = START;
  while (near < middle && far < length && first !== FOUND && second !== FOUND) {
    const nearSign = classes[bytes[near] ?? 0] ?? OTHER;
    const farSign = classes[bytes[far] ?? 0] ?? OTHER;
    first = next[(first << CLASS_BITS) | nearSign] ?? START;
    second = next[(second << CLASS_BITS) | farSign] ?? START;
    if (bytes[near + 1] === 0) near += 1;
    if (bytes[far + 1] === 0) far += 1;
    near += 1;
    far += 1;
  }
  if (first === FOUND || second === FOUND) return FOUND;
  first = advanced(automaton, first, bytes, near, middle);
  second = advanced(automaton, second, bytes, far, length);
  if (second === FOUND) return FOUND;
  let fresh = START;
  for (let at = middle; at < length && first !== FOUND && first !== fresh; at += 1) {
    const sign = classes[bytes[at] ?? 0] ?? OTHER;
    first = next[(first << CLASS_BITS) | sign] ?? START;
    fresh = next[(fresh << CLASS_BITS) | sign] ?? START;
  }
  return first === fresh ? second : first;
}

function advanced({ classes, next }: Automaton, from: number, bytes: Uint8Array, start: number, end: number): number {
  let state = from;
  for (let at = start; at < end && state !== FOUND; at += 1) {
    const sign = classes[bytes[at] ?? 0] ?? OTHER;
    state = next[(state << CLASS_BITS) | sign] ?? START;
    // Every state passes over a NUL: of UTF-16 half the bytes need no look into the table.
    if (bytes[at + 1] === 0) at += 1;
  }
  return state;
}

/** What bytes are told apart by, each with its class behind the one of NUL: the first stands for all that is in no word. */
function signsOf(words: readonly string[]): readonly string[] {
  const marks = [...words.join("")].filter((sign) => sign !== GAP && sign !== DIGIT);
  const signs = new Set(["\n", ..."abcdefghijklmnopqrstuvwxyz0123456789_.", ...marks]);
  if (signs.size + OTHER > 2 ** CLASS_BITS) throw new Error("The words of the grammars have too many different signs");
  return [...signs];
}

function classesOf(signs: readonly string[]): Uint8Array {
  const classes = new Uint8Array(256).fill(OTHER);
  classes[0] = NUL;
  for (const [at, sign] of signs.entries()) {
    for (const spelling of [sign, sign.toUpperCase()]) classes[spelling.charCodeAt(0)] = at + OTHER;
  }
  return classes;
}

function isMet(expected: Expected, sign: string): boolean {
  if (expected === GAP && !NO_GAP.test(sign)) return true;
  return expected === sign || (expected === DIGIT && /\d/.test(sign));
}

/** The places after one more sign, given at which of all places it is met. */
function after(places: readonly number[], met: Uint8Array, expected: readonly Expected[]): number[] {
  const next: number[] = [];
  for (const place of places) {
    if (met[place] === 0) continue;
    next.push(place + 1);
    // A gap may go on.
    if (expected[place] === GAP) next.push(place);
  }
  return next;
}
