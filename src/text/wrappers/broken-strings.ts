import type { Line } from "../../../grammar/contract/place.ts";
import { joined, part } from "./joined.ts";
import { MOST_HELD_BACK, type Unwrapping, type Wrapper } from "./wrapper.ts";

/** The value of a member or an item of YAML, which may go on in the next line. */
const begun = /^[ \t]{0,80}(?:- )?(?:[\w."'-]{1,80}:[ \t]{1,8})?"/;
const indented = /^[ \t]{0,200}(?:\\(?=[ \t]))?/;
const MOST_LINES = 20_000;

/** Long strings of YAML, which are broken behind a backslash: their lines are put together. */
export const brokenStrings: Wrapper = {
  name: "strings of YAML over several lines",
  hints: [/\\$/],
  mayHold: (text) => text.includes("\\\n") || text.endsWith("\\"),
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
      const { text } = line;
      const goesOn = isBroken(text) && size < MOST_HELD_BACK && held.length < MOST_LINES;
      if (held.length === 0 && !(goesOn && begun.test(text))) return [line];
      held.push(part(line, held.length > 0 ? (indented.exec(text)?.[0].length ?? 0) : 0, goesOn ? 1 : 0));
      size += text.length;
      return goesOn ? [] : rest();
    },
    rest,
  };
}

/** True for a line that ends with a backslash which is not escaped itself. */
function isBroken(text: string): boolean {
  let from = text.length;
  while (from > 0 && text[from - 1] === "\\") from -= 1;
  return (text.length - from) % 2 === 1;
}
