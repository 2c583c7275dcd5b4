import { type Edit, matchesOf } from "../../mends/mend.ts";
import { escapeAt, escapeBesidePaths, lineBreak } from "./escapes.ts";
import type { StringToken } from "./tokens.ts";
import { decodeTo, dropTo, type Writing, writingOf } from "./writing.ts";

/** A path or a prompt of Windows whose backslashes stand for themselves. */
const rawPath = /(?:^|[\s"'([])[A-Za-z]:\\(?!\\)/;
const escapedLineEnd = /\\r\\n|`n/;
/** Shorter texts with a line end are no output of a command. */
const SHORTEST = 8;

/** True for a string that holds several lines of text. */
export function holdsLines(text: string, { start, end }: StringToken): boolean {
  if (end - start < SHORTEST) return false;
  const content = text.slice(start, end);
  return lineBreak.test(content) && (!rawPath.test(content) || escapedLineEnd.test(content));
}

/** Takes the content of a string as lines of its own; blank ends of it are left out. */
export function writeContent(writing: Writing, token: StringToken): void {
  const { text } = writing;
  dropTo(writing, token.start);
  const content = text.slice(token.start, token.end);
  decodeTo(writing, token.start + lengthOfText(content), rawPath.test(content) ? escapeBesidePaths : escapeAt);
  dropTo(writing, token.to);
}

/** Length of a content without the line ends and blanks at its end. */
export function lengthOfText(content: string): number {
  let length = content.length;
  for (;;) {
    const last = content[length - 1];
    if (last === " " || last === "\t") length -= 1;
    else if ((last === "n" || last === "r") && /[\\`]/.test(content[length - 2] ?? "")) length -= 2;
    else return length;
  }
}

/** The key that a string is; undefined where it is a value. */
export function keyOf(text: string, { start, end, to }: StringToken): string | undefined {
  for (let at = to; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === " " || sign === "\t") continue;
    return sign === ":" || (sign === "=" && text[at + 1] === ">") ? text.slice(start, end) : undefined;
  }
  return undefined;
}

/** Unquoted text has so many line ends before it is taken for the content of a string. */
const LEAST_LINE_ENDS = 2;
const bareLineEnd = /\\r\\n|\\n(?![a-z])/g;

/** The edits for unquoted text with escaped line ends: copied out of a string, or printed in one line by a runner. */
export function bareEdits(text: string): readonly Edit[] | undefined {
  if (matchesOf(text, bareLineEnd).length < LEAST_LINE_ENDS) return undefined;
  const writing = writingOf(text);
  const end = text.length;
  writeContent(writing, { from: 0, start: 0, end, to: end });
  return writing.edits;
}
