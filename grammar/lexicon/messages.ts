import { locales } from "../locales/index.ts";
import { fold } from "./phrases.ts";

/** An answer that netsh gives instead of what a command was to show. */
export interface GeneralAnswer {
  readonly answer: "commandNotFound" | "requiresElevation" | "accessDenied";
  /** Tag of the display language. */
  readonly locale: string;
  /** What netsh repeats behind the message: the command it did not find; else empty or a remark in brackets. */
  readonly rest: string;
}

const answers = ["commandNotFound", "requiresElevation", "accessDenied"] as const;

/** The messages as they are compared; none is the beginning of another one with another meaning. */
const messages = locales.flatMap(({ tag, messages: words }) =>
  answers.flatMap((answer) =>
    (words[answer] ?? []).map((phrase) => ({ answer, locale: tag, phrase: fold(phrase).replace(/\.$/, "") })),
  ),
);

/** No message with the command it repeats is longer. */
const LONGEST_MESSAGE = 400;

/** Recognises netsh's general answers: command not found, elevation required, access denied. */
export function generalAnswer(line: string): GeneralAnswer | undefined {
  if (line.length > LONGEST_MESSAGE) return undefined;
  const folded = fold(line);
  const found = messages.find(({ phrase }) => begins(folded, phrase));
  if (found === undefined) return undefined;
  const rest = folded.slice(found.phrase.length).replace(/\.$/, "").trim();
  return { answer: found.answer, locale: found.locale, rest };
}

/** True when the text begins with the phrase, or with what is left of it where letters were lost. */
function begins(text: string, phrase: string): boolean {
  if (text.startsWith(phrase)) return true;
  if (text.length < phrase.length) return false;
  for (let at = 0; at < phrase.length; at += 1) {
    const isLost = /[?\ufffd]/.test(text[at] ?? "") && (phrase.codePointAt(at) ?? 0) > 0x7f;
    if (!isLost && text[at] !== phrase[at]) return false;
  }
  return true;
}
