import type { CaptureKind, Line } from "../../../grammar/index.ts";
import { isFence, isRule } from "../../../grammar/markers/index.ts";
import { isBanner } from "./line-clues.ts";
import { beginningsAtEnd } from "./segmenter.ts";

/** Blank lines that may stand between a heading and its rows, and between a title and its heading. */
const MOST_BLANKS = 1;

/** A label and one word behind a colon, as every settings table has it. */
const settingRow = /^[^:：]{1,80}[:：][ \t]*\S{1,40}[ \t]*$/;

/** What a row begins with that was cut before anything tells it from prose. */
const cutRow = /^[ \t]*(?:TCP|UDP)[ \t]+\S{1,300}(?:[ \t]+\S{1,300})?[ \t]*$/;

/**
 * How many of the last waiting lines belong to a table whose first row follows: the title and heading of a language
 * nobody taught us are told by their place and shape alone. 0 when what stands above is something else.
 */
export function aboveRows(kind: CaptureKind, waiting: readonly Line[]): number {
  const beginnings = beginningsAtEnd(kind, waiting);
  if (beginnings !== undefined) return beginnings;
  const isHeading = kind === "netstat" ? looksLikeColumns : isDrawnRule;
  const end = firstOfRows(waiting, kind === "netstat" ? cutRow : settingRow);
  const heading = lastWords(waiting, end);
  if (heading === undefined || !isHeading(waiting[heading]?.text ?? "")) return 0;
  const title = lastWords(waiting, heading);
  const isTitle = title !== undefined && looksLikeTitle(waiting[title]?.text ?? "");
  // Nothing waits above the lower one of two rules around a command: the command was known for what it is.
  if (heading === 0 && isHeading === isDrawnRule) return 0;
  return waiting.length - (isTitle ? title : heading);
}

/** Index of the first of the lines that the waiting ones end with and that are rows, though nobody knows them by themselves. */
function firstOfRows(lines: readonly Line[], row: RegExp): number {
  let first = lines.length;
  while (first > 0 && row.test(lines[first - 1]?.text ?? "")) first -= 1;
  return first;
}

/** Index of the last line with words before `end`, over as few blank lines as are allowed between. */
function lastWords(lines: readonly Line[], end: number): number | undefined {
  let at = end - 1;
  while (at >= 0 && end - at <= MOST_BLANKS && lines[at]?.text.trim() === "") at -= 1;
  const text = lines[at]?.text;
  return text === undefined || text.trim() === "" ? undefined : at;
}

/** A rule that a command prints: the fence of a Markdown block is somebody's. */
function isDrawnRule(text: string): boolean {
  return isRule(text) && !isFence(text);
}

/** What a row begins with, whose addresses may be words as well where somebody masked them. */
const protocol = /^[ \t]*(?:TCP|UDP)(?:v6)?[ \t]/i;

/** At least three cells of words, far apart, none of them with a digit or a colon. */
export function looksLikeColumns(text: string): boolean {
  const cells = text.trim().split(/\t|[ ]{2,40}/);
  return text.length <= 200 && cells.length >= 3 && !/[\d:]/.test(text) && !protocol.test(text);
}

function looksLikeTitle(text: string): boolean {
  return text.length <= 80 && !/[\d:>]/.test(text) && text.trim().split(/\s+/).length <= 6 && !isBanner(text);
}
