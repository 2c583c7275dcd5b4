import P from "parsimmon";
import { readText } from "../contract/lines.ts";
import { locales } from "../locales/index.ts";
import { escaped, token } from "./lexemes.ts";
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

/** No message with the command it repeats is longer. */
const LONGEST_MESSAGE = 400;
/** Plain letters that a message needs to be known when its others were lost. */
const FEWEST_LETTERS = 8;

const fullStop = token(/[.。]?$/);
const repeated = token(/(?:[^.。]|[.。](?!$)){0,400}/);

/** The messages, none of which is the beginning of another one with another meaning, and what stands behind them. */
const message: P.Parser<GeneralAnswer> = P.alt(
  ...locales.flatMap(({ tag, messages }) =>
    answers.flatMap((answer) => (messages[answer] ?? []).map((phrase) => beginning(answer, tag, phrase))),
  ),
);

/** Recognises netsh's general answers: command not found, elevation required, access denied. */
export function generalAnswer(line: string): GeneralAnswer | undefined {
  return line.length > LONGEST_MESSAGE ? undefined : readText(message, fold(line));
}

function beginning(answer: GeneralAnswer["answer"], locale: string, phrase: string): P.Parser<GeneralAnswer> {
  return spelled(fold(phrase).replace(/[.。]$/, ""))
    .then(repeated)
    .skip(fullStop)
    .map((rest) => ({ answer, locale, rest: rest.trim() }));
}

/** The folded phrase, or what is left of it where letters were lost. */
function spelled(phrase: string): P.Parser<string> {
  // Of a text in another script nothing would be left that tells it from others.
  const isTelling = phrase.replaceAll(/[^a-z]/g, "").length >= FEWEST_LETTERS;
  const letters = [...phrase].map((letter) =>
    isTelling && letter > "~" ? `[?\ufffd${escaped(letter)}]` : escaped(letter),
  );
  return P.regexp(new RegExp(letters.join(""))).desc(`"${phrase}"`);
}
