import type { Line } from "../../../grammar/contract/place.ts";
import { joined } from "./joined.ts";
import { MOST_HELD_BACK, type Unwrapping, type Wrapper } from "./wrapper.ts";

const opening = /<tr(?=[\s>])/gi;
const closing = /<\/tr\s{0,9}>/gi;
/** A row of a table has no more lines: its cells and what is around them. */
const MOST_LINES = 200;

/** Rows of tables of HTML whose cells have lines of their own, as programs write them that people never look at. */
export const tableCells: Wrapper = {
  name: "cells of HTML in lines of their own",
  hints: [/<tr(?:[\s>]|$)/i],
  mayHold: (text) => /<tr[\s>][^\n]*\n[^\n]*<t[dh]/i.test(text),
  begin: () => begin(),
};

function begin(): Unwrapping {
  const held: Line[] = [];
  let size = 0;
  const rest = (): readonly Line[] => {
    size = 0;
    return joined(held.splice(0));
  };
  return {
    take: (line) => {
      const isOpen = countOf(line.text, opening) > countOf(line.text, closing);
      if (held.length === 0 && !isOpen) return [line];
      const before = isOpen ? rest() : [];
      held.push(line);
      size += line.text.length;
      const isWhole = !isOpen && countOf(line.text, closing) > 0;
      return isWhole || held.length >= MOST_LINES || size >= MOST_HELD_BACK ? [...before, ...rest()] : before;
    },
    rest,
  };
}

function countOf(text: string, pattern: RegExp): number {
  return text.includes("<") ? (text.match(pattern)?.length ?? 0) : 0;
}
