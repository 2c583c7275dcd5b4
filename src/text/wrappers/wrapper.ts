import type { Line } from "../../../grammar/contract/place.ts";

/** Undoes one way of wrapping text in the lines of one source, line by line in their order. */
export interface Unwrapping {
  /** What becomes of the next line. A line may be held back until those behind it show what it is. */
  readonly take: (line: Line) => readonly Line[];
  /** The lines that are still held back: nothing follows that could change them. */
  readonly rest: () => readonly Line[];
}

/** One way in which programs wrap the text that a command printed: in strings, in mail, behind names and stamps. */
export interface Wrapper {
  /** What the text is wrapped in, as a noun. */
  readonly name: string;
  /** What some line holds of every text that begins to be wrapped so. */
  readonly hints: readonly RegExp[];
  /**
   * False for lines in which nothing is wrapped so. It is asked once about a block of many lines, by which most texts
   * are passed over: it has to be a search or two of the engine's own.
   */
  readonly mayHold: (text: string) => boolean;
  /** Begins with a source. */
  readonly begin: () => Unwrapping;
}

/** Characters of lines that are held back together. */
export const MOST_HELD_BACK = 4_000_000;

const LF = 0x0a;
const BLANK = 0x20;
const TAB = 0x09;
/** Blanks in front of a line that are passed over. */
const MOST_BLANKS = 8;

/** The same pattern where a line begins, behind blanks. */
export function atBeginning({ source, flags }: RegExp): RegExp {
  return new RegExp(`^[ \\t]*(?:${source})`, flags.replace("y", ""));
}

/**
 * True when a sticky pattern matches a line of the text from its first sign on that is no blank, one that `begins`
 * knows. Far faster than a pattern for a whole block that begins with the end of a line.
 */
export function anyLine(text: string, pattern: RegExp, begins: (code: number) => boolean): boolean {
  for (let start = 0; start < text.length; ) {
    let at = start;
    for (let code = text.charCodeAt(at); code === BLANK || code === TAB; code = text.charCodeAt(at)) {
      if (at - start === MOST_BLANKS) break;
      at += 1;
    }
    const first = text.charCodeAt(at);
    if (first !== LF && begins(first)) {
      pattern.lastIndex = at;
      if (pattern.test(text)) return true;
    }
    const end = text.indexOf("\n", at);
    start = end < 0 ? text.length : end + 1;
  }
  return false;
}
