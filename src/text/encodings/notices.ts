import { type Diagnostic, type DiagnosticCode, diagnostic } from "../../../grammar/contract/diagnostic.ts";
import type { Place } from "../../../grammar/contract/place.ts";
import { countLineEnds } from "./line-ends.ts";

/** Decoded text with what came up when it was decoded. */
export interface DecodedRun {
  readonly text: string;
  readonly bytes: number;
  /** "ascii" when the bytes leave it open. */
  readonly encoding: string;
  readonly width: "UTF-16" | "single-byte";
  /** `lossy` when bytes without meaning became U+FFFD. */
  readonly fidelity: "exact" | "lossy";
  /** `half unit` when the source ends inside a UTF-16 unit. */
  readonly ending: "whole" | "half unit";
  /** Why the code page was taken, when it was guessed. */
  readonly guess?: string;
}

/** Says what is to be said about a passage; `start` is the place of the first character of its text. */
export type Noticer = (passage: DecodedRun, text: string, start: () => Place) => Diagnostic[];

const UNDECODABLE_LINES_LISTED = 10;

/** A noticer for one source: most things are said once, where they first come up. */
export function noticer(): Noticer {
  const said = new Map<DiagnosticCode, number>();
  let width: DecodedRun["width"] | undefined;
  return (passage, text, start) => {
    const found: Diagnostic[] = [];
    const say = (code: DiagnosticCode, index: number, message: string, times = 1) => {
      const count = said.get(code) ?? 0;
      if (index < 0 || count >= times) return;
      said.set(code, count + 1);
      found.push(diagnostic(code, message, placeIn(text, index, start()), lineAround(text, index)));
    };
    if (text !== "") {
      if (width !== undefined && width !== passage.width)
        say("encoding-changes", 0, changeMessage(width, passage.width));
      width = passage.width;
    }
    if (passage.guess !== undefined) say("encoding-guessed", text.search(/[^\x00-\x7f]/), guessMessage(passage));
    if (!said.has("nul-characters")) say("nul-characters", text.indexOf("\0"), nulMessage(text));
    if (passage.fidelity === "lossy") {
      for (const index of damagedLines(text)) {
        say("undecodable-bytes", index, undecodableMessage(passage), UNDECODABLE_LINES_LISTED);
      }
    }
    if (passage.ending === "half unit") say("truncated-utf16", lastIndex(text), HALF_UNIT_MESSAGE);
    return found;
  };
}

const NUL_MESSAGE = "The text contains NUL characters, as in files that were not written completely.";
const LETTER_NUL_MESSAGE = "Letters are followed by NUL characters, as in PowerShell 7 transcripts; they are left out.";
const HALF_UNIT_MESSAGE = "The source ends in the middle of a UTF-16 character, whose only byte is left out.";

function nulMessage(text: string): string {
  return (text.codePointAt(text.indexOf("\0") - 1) ?? 0) > 0x7f ? LETTER_NUL_MESSAGE : NUL_MESSAGE;
}

function changeMessage(from: DecodedRun["width"], to: DecodedRun["width"]): string {
  return `From here on the source is ${to} text; before it was ${from}. Several programs wrote to it, and each part is read in its own encoding.`;
}

function guessMessage({ encoding, guess }: DecodedRun): string {
  return `Lines that are not UTF-8 are read as ${encoding}, because ${guess}; --encoding overrides this.`;
}

function undecodableMessage({ encoding }: DecodedRun): string {
  return `Bytes that mean nothing in ${encoding} are shown as U+FFFD (at most ${UNDECODABLE_LINES_LISTED} lines are listed).`;
}

/** The index of the first replacement character of each line that has one, as many as are listed. */
function damagedLines(text: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf("\ufffd"); at >= 0 && found.length < UNDECODABLE_LINES_LISTED; ) {
    found.push(at);
    const lineEnd = text.indexOf("\n", at);
    at = lineEnd < 0 ? -1 : text.indexOf("\ufffd", lineEnd);
  }
  return found;
}

/** The last character of the last line. */
function lastIndex(text: string): number {
  return Math.max(0, text.length - (text.endsWith("\n") ? 2 : 1));
}

function placeIn(text: string, index: number, start: Place): Place {
  const lineStart = index === 0 ? 0 : text.lastIndexOf("\n", index - 1) + 1;
  if (lineStart === 0) return { line: start.line, column: start.column + index };
  return { line: start.line + countLineEnds(text, index), column: index - lineStart + 1 };
}

function lineAround(text: string, index: number): string {
  const start = index === 0 ? 0 : text.lastIndexOf("\n", index - 1) + 1;
  const end = text.indexOf("\n", index);
  return text.slice(start, end < 0 ? text.length : end);
}
