import type { Line } from "../../../../grammar/contract/place.ts";
import { edited } from "../../mends/mend.ts";
import type { Unwrapping, Wrapper } from "../wrapper.ts";
import { textEdits } from "./documents.ts";
import { frames } from "./frames.ts";
import { listEdits } from "./list-strings.ts";
import { messageEdits } from "./messages.ts";
import { repeats } from "./repeats.ts";
import { bareEdits } from "./text-strings.ts";
import { stringsIn } from "./tokens.ts";

/** A line end as two letters, a line that ends with a string, an object in one line. */
const mayHold =
  /\\[rn](?![a-z])|\\r\\n|\\u000[aAdD]|`n|["'][ \t]{0,8}[,;+)\]}\\ \t]{0,8}(?:\n|$)|["'][ \t]{0,8}[&.+][ \t]{0,8}(?:vb[A-Z]|Env|PHP_|_)|\}[ \t]{0,8},?[ \t]{0,8}(?:\n|$)/;

/**
 * Strings of JSON and of source code: one string with escaped line ends in a document, in a log or by itself, lists of
 * strings of which each is a line, logs that are an object a line.
 */
export const strings: Wrapper = {
  name: "strings of JSON and source code",
  hints: [mayHold],
  mayHold: (text) => (text.includes('"') || text.includes("'") || text.includes("\\n")) && mayHold.test(text),
  begin: () => begin(),
};

/** A line end inside a string. */
const mayBreak = /\\r|\\n(?![a-z])|\\u000|`[rn]/;
const mayBeMessage = /["'](?:log|message|msg|line|text|stdout|output|_raw)["'][ \t]{0,8}:/i;
/** A quotation mark or a bracket, behind the name of a list or without one. */
const mayBeList =
  /^[ \t-]{0,200}(?:[uUbBrRf@$]?["']|[[(@+,]|\{[^[\n]{0,200}\[[ \t]{0,8}["']|(?:echo|print|puts|Write-(?:Host|Output))[ \t]{1,8}["']|[$\w.[\]<>:-]{1,80}[ \t]{0,8}\([ \t]{0,8}["']|[$\w.[\]<> ]{1,80}[ \t]{0,8}\+?=[ \t]{0,8}["'@[({]|[\w.-]{1,40}:[ \t]{1,8}["'])/;

/** False for most lines in which there is nothing to find: finding it out costs more. */
function mayHoldText(text: string): boolean {
  if (!mayHold.test(text)) return false;
  return mayBreak.test(text) || mayBeList.test(text) || mayBeMessage.test(text);
}

function begin(): Unwrapping {
  const frame = frames();
  const repeated = repeats();
  return {
    take: (line) => {
      const lines = frame.isOpen() || mayHoldText(line.text) ? textIn(line, frame.isWithin(line)) : undefined;
      if (lines !== undefined) return frame.around(repeated.take(line.text, lines));
      repeated.take(line.text, []);
      return frame.take(line);
    },
    rest: () => frame.rest(),
  };
}

/** The lines of text in the strings of a line; undefined where they hold none. */
function textIn(line: Line, isPart: boolean): readonly Line[] | undefined {
  const { text } = line;
  const tokens = stringsIn(text);
  const edits =
    messageEdits(text, tokens) ?? listEdits(text, tokens) ?? textEdits(text, tokens, isPart) ?? bareEdits(text);
  return edits && edited(line, edits);
}
