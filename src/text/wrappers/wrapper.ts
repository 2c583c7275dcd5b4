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
  /**
   * False for lines in which nothing is wrapped so. It is asked once about a block of many lines, by which most texts
   * are passed over: it has to be a search or two of the engine's own.
   */
  readonly mayHold: (text: string) => boolean;
  /** Begins with a source. */
  readonly begin: () => Unwrapping;
}

/** An unwrapping that judges each line by itself. */
export function lineByLine(take: (line: Line) => readonly Line[]): Unwrapping {
  return { take, rest: () => [] };
}
