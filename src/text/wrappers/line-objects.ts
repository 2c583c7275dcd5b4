import type { Line } from "../../../grammar/contract/place.ts";
import { type Edit, edited } from "../mends/mend.ts";
import { joined } from "./joined.ts";
import { lineBreak } from "./strings/escapes.ts";
import { decodeTo, dropTo, writingOf } from "./strings/writing.ts";
import type { Unwrapping, Wrapper } from "./wrapper.ts";

const opening = /^[ \t]{0,200}\{[ \t]*$/;
const closing = /^[ \t]{0,200}\}[ \t]*,?[ \t]*$/;
const value = /^[ \t]{0,200}"value":[ \t]{1,8}"/;
const ending = /"[ \t]*,?[ \t]*$/;
/** What PowerShell hangs on each string that it read from a file or got from another computer. */
const hung = /^[ \t]{0,200}"(?:PSComputerName|RunspaceId|PSPath|PSChildName|ReadCount)":/;
const computer = /^[ \t]{0,200}"PSComputerName":[ \t]{1,8}"([^"\\]{1,255})"/;
/** No object of a line has more of them. */
const MOST_LINES = 200;

/** Lines of text that ConvertTo-Json of Windows PowerShell makes an object of each. */
export const lineObjects: Wrapper = {
  name: "lines that are objects of ConvertTo-Json",
  hints: [/"value": /],
  mayHold: (text) =>
    text.includes('"value": ') && /"(?:PSComputerName|RunspaceId|PSPath|PSChildName|ReadCount)":/.test(text),
  begin: () => begin(),
};

function begin(): Unwrapping {
  const held: Line[] = [];
  let host: string | undefined;
  const rest = (): readonly Line[] => held.splice(0);
  return {
    take: (line) => {
      const isBegun = held.length > 0;
      if (!isBegun && !opening.test(line.text)) return [line];
      held.push(line);
      if (depthOf(held) > 0) return held.length > MOST_LINES ? rest() : [];
      const lines = rest();
      const at = lines.findIndex(({ text }) => value.test(text));
      const text = lines[at];
      if (
        text === undefined ||
        lineBreak.test(text.text) ||
        !closing.test(line.text) ||
        !lines.some((one) => hung.test(one.text))
      )
        return lines;
      const named = lines.map((one) => computer.exec(one.text)?.[1]).find((name) => name !== undefined);
      const isNew = named !== undefined && named !== host;
      host = named ?? host;
      // The place of the line is that of its text.
      const whole = joined([contentOf(text), ...lines.filter((one) => one !== text).map(emptied)]);
      return isNew ? whole.flatMap((one) => edited(one, [{ from: 0, to: 0, text: `Host: ${named}\n` }])) : whole;
    },
    rest,
  };
}

/** How many brackets of the object are open; those in strings do not stand at the end of a line. */
function depthOf(lines: readonly Line[]): number {
  return lines.reduce((depth, { text }) => {
    if (/\{[ \t]*$/.test(text)) return depth + 1;
    return closing.test(text) ? depth - 1 : depth;
  }, 0);
}

function contentOf(line: Line): Line {
  const writing = writingOf(line.text);
  dropTo(writing, value.exec(line.text)?.[0].length ?? 0);
  decodeTo(writing, line.text.length - (ending.exec(line.text)?.[0].length ?? 0));
  dropTo(writing, line.text.length);
  return withEdits(line, writing.edits);
}

function emptied(line: Line): Line {
  return withEdits(line, [{ from: 0, to: line.text.length, text: "" }]);
}

function withEdits(line: Line, edits: readonly Edit[]): Line {
  return edited(line, edits)[0] ?? line;
}
