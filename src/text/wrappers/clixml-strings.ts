import type { Line } from "../../../grammar/contract/place.ts";
import { edited, replacing } from "../mends/mend.ts";
import type { Unwrapping, Wrapper } from "./wrapper.ts";

const string = /^[ \t]*<S>([^<]*)<\/S>[ \t]*$/;
const escapes = /(?:_x000[dD]_)*_x000[aA]_|_x([\da-fA-F]{4})_/g;
const opened = /<Obj(?=[\s>])/g;
const closed = /<\/Obj>/g;

/** Lines of text that Export-Clixml makes a string of each, or one string with all of them. */
export const clixmlStrings: Wrapper = {
  name: "strings of Export-Clixml",
  hints: [/<S>|<\/Obj>/],
  mayHold: (text) => text.includes("<S>") || text.includes("</Obj>"),
  begin: () => begin(),
};

/** A string within an object is the value of one of its properties, and read with them. */
function begin(): Unwrapping {
  let depth = 0;
  return {
    take: (line) => {
      const { text } = line;
      if (!text.includes("<")) return [line];
      depth = Math.max(0, depth + (text.match(opened)?.length ?? 0) - (text.match(closed)?.length ?? 0));
      return depth === 0 && string.test(text) ? contentOf(line) : [line];
    },
    rest: () => [],
  };
}

function contentOf(line: Line): readonly Line[] {
  const { text } = line;
  const [begin, end] = [text.indexOf("<S>"), text.lastIndexOf("</S>")];
  const meant = replacing(text, escapes, ([, code]) =>
    code === undefined ? "\n" : String.fromCharCode(Number.parseInt(code, 16)),
  );
  return edited(line, [
    { from: 0, to: begin + "<S>".length, text: "" },
    ...meant,
    { from: end, to: text.length, text: "" },
  ]);
}
