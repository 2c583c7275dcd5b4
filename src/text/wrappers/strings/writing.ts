import type { Edit } from "../../mends/mend.ts";
import { type EscapeReader, escapeAt } from "./escapes.ts";

/** The lines that a line becomes, while its edits are put together from left to right. */
export interface Writing {
  readonly text: string;
  readonly edits: Edit[];
  /** Index up to which the text is dealt with. */
  at: number;
  /** True when something stands on the line that is being written. */
  isBegun: boolean;
}

export function writingOf(text: string): Writing {
  return { text, edits: [], at: 0, isBegun: false };
}

/** Ends the line where something stands on it. */
export function endLine(writing: Writing): void {
  if (!writing.isBegun) return;
  writing.edits.push({ from: writing.at, to: writing.at, text: "\n" });
  writing.isBegun = false;
}

/** Takes the text up to an index as it is. */
export function keepTo(writing: Writing, to: number): void {
  writing.isBegun ||= writing.text.slice(writing.at, to).trim() !== "";
  writing.at = to;
}

/** Leaves the text up to an index out. */
export function dropTo(writing: Writing, to: number): void {
  if (to > writing.at) writing.edits.push({ from: writing.at, to, text: "" });
  writing.at = to;
}

/** The content of a string up to an index, with what its escapes stand for. Line ends at its end are left out. */
export function decodeTo(writing: Writing, to: number, read: EscapeReader = escapeAt): void {
  const { text } = writing;
  for (let at = nextSign(text, writing.at, to); at < to; at = nextSign(text, Math.max(at + 1, writing.at), to)) {
    const found = read(text, at);
    if (found === undefined) continue;
    keepTo(writing, at);
    const end = at + found.length;
    writing.edits.push({ from: at, to: end, text: found.text });
    writing.at = end;
    writing.isBegun = found.text === "\n" ? false : writing.isBegun || found.text.trim() !== "";
  }
  keepTo(writing, to);
}

const BACKSLASH = 0x5c;
const BACKTICK = 0x60;

function nextSign(text: string, from: number, to: number): number {
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH || code === BACKTICK) return at;
  }
  return to;
}
