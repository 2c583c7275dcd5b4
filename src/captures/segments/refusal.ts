import {
  type AnyGrammar,
  type Diagnostic,
  diagnostic,
  generalAnswer,
  grammars,
  type Line,
} from "../../../grammar/index.ts";
import { memoizeLine } from "../../text/index.ts";
import type { Echo } from "./segment.ts";

/** A line that says that a command was refused, in the place of its capture. */
export interface Refusal {
  readonly line: Line;
  readonly diagnostic: Diagnostic;
}

/** What the message means for whoever has to get the capture. */
const meanings = {
  requiresElevation: "the command has to be run as administrator",
  accessDenied: "access was denied; run the command as administrator",
  commandNotFound: "this Windows does not know the command",
} as const;

/** What tools other than netsh and netstat print before the same words. */
const PREFIX = /^(?:error: |[a-z]{1,20}-[a-z]{1,60} : )/i;

/** Lines with words that an answer may have down to the one that counts: a tool may say first what it tried. */
const MOST_LINES = 2;

/** The refusal that the lines right behind an echoed command begin with, where they were to be a capture. */
export function refusalIn(lines: readonly Line[], { command }: Echo): Refusal | undefined {
  const asked = command === null ? undefined : grammars.find((grammar: AnyGrammar) => grammar.answers(command));
  if (asked === undefined) return undefined;
  const first = lines.filter(({ text }) => text.trim() !== "").slice(0, MOST_LINES);
  for (const line of first) {
    const text = line.text.trim();
    const meaning = meaningOf(text.replace(PREFIX, ""));
    if (meaning === undefined) continue;
    const message = `Instead of ${asked.title}: ${meaning}.`;
    return { line, diagnostic: diagnostic("command-refused", message, line.pieces[0], text) };
  }
  return undefined;
}

function meaningOf(text: string): string | undefined {
  const found = generalAnswer(text);
  if (found === undefined) return undefined;
  const { answer, rest } = found;
  // Only the command that was not found is repeated; words behind the other messages make them somebody's sentence.
  const isMessage = answer === "commandNotFound" || /^(?:\([^()]*\))?$/.test(rest);
  return isMessage ? meanings[answer] : undefined;
}

/** True for a kind and a command, one below the other, where the command's output is of the kind. */
export const isAnsweredBy = memoizeLine((pair) => {
  const end = pair.indexOf("\n");
  return grammars.some((grammar) => grammar.kind === pair.slice(0, end) && grammar.answers(pair.slice(end + 1)));
});
