import type { Edit } from "../../mends/mend.ts";
import { lineBreak } from "./escapes.ts";
import { keyOf, lengthOfText, writeContent } from "./text-strings.ts";
import type { StringToken } from "./tokens.ts";
import { dropTo, writingOf } from "./writing.ts";

/** Members of a log in which each line is an object: the one that holds the line of text. */
const messages: ReadonlySet<string> = new Set(["log", "message", "msg", "line", "text", "stdout", "output", "_raw"]);

/** The edits that leave of an object of such a log its line of text alone. */
export function messageEdits(text: string, tokens: readonly StringToken[]): readonly Edit[] | undefined {
  if (!isObject(text.trim())) return undefined;
  const at = tokens.findIndex((token) => messages.has(keyOf(text, token)?.toLowerCase() ?? ""));
  const value = tokens[at + 1];
  if (at < 0 || value === undefined || keyOf(text, value) !== undefined) return undefined;
  const content = text.slice(value.start, value.end);
  if (lineBreak.test(content.slice(0, lengthOfText(content)))) return undefined;
  const writing = writingOf(text);
  writeContent(writing, value);
  dropTo(writing, text.length);
  return writing.edits;
}

function isObject(text: string): boolean {
  return text.startsWith("{") && (text.endsWith("}") || text.endsWith("},"));
}
