/**
 * A table that looks for many words at once, byte by byte: the next state, at `state * 256 + byte`. Its size is that of
 * all words together, and its speed does not depend on how many they are.
 */
export type Automaton = Uint16Array;

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

/** A place in the words: how many signs of which word were seen. */
interface Step {
  readonly word: string;
  readonly seen: number;
}

/** The table for some words: ASCII in lower case, where a blank stands for a gap and # for a digit. */
export function automatonOf(words: readonly string[]): Automaton {
  const signs = signsOf(words);
  const atStart = words.map((word): Step => ({ word, seen: 0 }));
  // A word may begin anywhere, in the midst of another one too.
  const begun = signs.map((sign) => after(atStart, sign));
  const states: (readonly Step[])[] = [[], []];
  const numbers = new Map<string, number>([["", START]]);
  const fresh = begun.map((steps) => numberOf(steps, numbers, states));
  const rows: number[][] = [];
  for (let state = 0; state < states.length; state += 1) {
    const row = Array<number>(2 ** CLASS_BITS).fill(state);
    for (const [at, sign] of signs.entries()) {
      const goneOn = after(states[state] ?? [], sign);
      const isFresh = state !== FOUND && goneOn.length === 0;
      if (isFresh) row[at + OTHER] = fresh[at] ?? START;
      else if (state !== FOUND) row[at + OTHER] = numberOf([...goneOn, ...(begun[at] ?? [])], numbers, states);
    }
    rows.push(row);
  }
  const classes = classesOf(signs);
  return Uint16Array.from(rows.flatMap((row) => Array.from(classes, (sign) => row[sign] ?? START)));
}

/** The state after some more bytes. */
export function advance(automaton: Automaton, from: number, bytes: Uint8Array): number {
  let state = from;
  for (let at = 0; at < bytes.length && state !== FOUND; at += 1) {
    state = automaton[(state << 8) | (bytes[at] ?? 0)] ?? START;
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

/** The places after one more sign. */
function after(steps: readonly Step[], sign: string): readonly Step[] {
  return steps.flatMap((step) => {
    const expected = step.word[step.seen];
    const isGap = expected === GAP && !NO_GAP.test(sign);
    const isMet = isGap || expected === sign || (expected === DIGIT && /\d/.test(sign));
    const next = { word: step.word, seen: step.seen + 1 };
    // A gap may go on.
    return isMet ? (isGap ? [next, step] : [next]) : [];
  });
}

/** The number of the state that such places are, which is a new one when there is none. */
function numberOf(steps: readonly Step[], numbers: Map<string, number>, states: (readonly Step[])[]): number {
  if (steps.some(({ word, seen }) => seen === word.length)) return FOUND;
  const key = [...new Set(steps.map(({ word, seen }) => `${seen}${word}`))].sort().join("\n");
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, states.length);
  return states.push(steps) - 1;
}
