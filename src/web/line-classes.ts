import { type LineClass, lineClasses } from "../../grammar/contract/grammar.ts";

/** How a class of lines shows in the gutter: by a letter as well as by its colour, and in words. */
export interface ClassMark {
  readonly letter: string;
  readonly name: string;
}

export const classMarks: { readonly [K in LineClass]: ClassMark } = {
  record: { letter: "R", name: "read as a value or a connection" },
  heading: { letter: "H", name: "heading of a capture" },
  message: { letter: "M", name: "message of a command" },
  prompt: { letter: "P", name: "prompt with a command" },
  banner: { letter: "B", name: "what a program or a collector says of itself" },
  truncated: { letter: "T", name: "cut off" },
  unknown: { letter: "?", name: "in a capture, but not understood" },
  unrelated: { letter: "–", name: "nothing of ours" },
  blank: { letter: "", name: "blank" },
};

/** The classes of the lines of each source, filled in as they come to be known. */
export type Classes = Map<string, Uint8Array>;

/** Notes classes of lines from the zero-based `from` on; there may be any number of lines behind them. */
export function noteClasses(classes: Classes, source: string, from: number, more: Uint8Array): void {
  const known = classes.get(source);
  const needed = from + more.length;
  if (known !== undefined && known.length >= needed) {
    known.set(more.map(stored), from);
    return;
  }
  const grown = new Uint8Array(Math.max(needed, 2 * (known?.length ?? 0)));
  if (known !== undefined) grown.set(known);
  grown.set(more.map(stored), from);
  classes.set(source, grown);
}

/** The class of the zero-based line; undefined while it is not known. */
export function classAt(classes: Classes, source: string, line: number): LineClass | undefined {
  const code = classes.get(source)?.[line] ?? 0;
  return code === 0 ? undefined : lineClasses[code - 1];
}

/** Zero stands for what is not known. */
function stored(code: number): number {
  return code + 1;
}
