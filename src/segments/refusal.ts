import {
  type AnyGrammar,
  type CaptureKind,
  type Diagnostic,
  diagnostic,
  generalAnswer,
  grammars,
  type Line,
} from "../../grammar/index.ts";
import type { Echo } from "./segmenter.ts";

/** What a message that stands in the place of a capture means for whoever has to get one. */
const meanings = {
  requiresElevation: "the command has to be run as administrator",
  accessDenied: "access was denied; run the command as administrator",
  commandNotFound: "this Windows does not know the command",
} as const;

/**
 * Tells which of the lines behind an echoed command say that it was refused, where a capture was to be expected. Behind
 * one that was answered they are of another command, whose echo is missing.
 */
export function refusalsOf(
  { command }: Echo,
  answered: ReadonlySet<CaptureKind>,
): (line: Line) => Diagnostic | undefined {
  const asked = command === null ? undefined : grammars.find((grammar: AnyGrammar) => grammar.answers(command));
  if (asked === undefined || answered.has(asked.kind)) return () => undefined;
  return ({ text, pieces }) => {
    const found = generalAnswer(text);
    if (found === undefined) return undefined;
    const message = `Instead of ${asked.title}: ${meanings[found.answer]}.`;
    return diagnostic("command-refused", message, pieces[0], text.trim());
  };
}
