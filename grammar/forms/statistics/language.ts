import P from "parsimmon";
import {
  atMost,
  blankLine,
  hintOf,
  line,
  otherLine,
  type PrintedLine,
  readText,
  reclassed,
} from "../../contract/lines.ts";
import { blanks, token, words } from "../../lexicon/lexemes.ts";
import { type GeneralAnswer, generalAnswer } from "../../lexicon/messages.ts";
import type { Parts } from "./layout.ts";
import { listLanguage } from "./list.ts";
import { tableLanguage } from "./table.ts";

/** A line that is a whole answer, in the language it is in. `S` are the states that only this command has. */
export interface Answer<S extends string> {
  readonly state: S | "notAvailable";
  readonly locale: string | null;
  /** Why there is no output; absent where there is one. */
  readonly refusal?: Refusal;
}

/** What netsh may say instead of the output of a command. */
export type Refusal = GeneralAnswer["answer"];

type AnswerLine<S extends string> = PrintedLine<"answer", Answer<S>>;

/** What an output turned out to be. */
export type Output<S extends string> =
  | {
      readonly is: "answer";
      readonly lines: readonly PrintedLine[];
      readonly answers: readonly [Answer<S>, ...Answer<S>[]];
    }
  | { readonly is: "list" | "table"; readonly parts: Parts }
  | { readonly is: "help" | "unreadable"; readonly lines: readonly PrintedLine[] };

/** A command of statistics: what it answers, and how netsh repeats it. */
export interface StatisticsWords<S extends string> {
  /** The word behind `show`. */
  readonly subject: string;
  /** The answers of this command alone, each in one line. */
  readonly answer: P.Parser<Answer<S>>;
  /** What stands below such an answer when it takes several lines. */
  readonly moreOfAnswer: P.Parser<unknown>;
  answers(command: string): boolean;
}

interface Spec<S extends string> {
  output: Output<S>;
  answered: Output<S>;
  answerLine: AnswerLine<S>;
  moreLine: PrintedLine;
  help: Output<S>;
  usage: PrintedLine;
  list: Output<S>;
  table: Output<S>;
  unreadable: Output<S>;
}

/** No answer with the command it repeats is longer. */
const LONGEST_ANSWER = 400;

/** The banner of the next command, which is not of this output. */
export const mentionsCommand: (text: string) => boolean = hintOf(() => [[/\bnet(?:sh|stat)\b/]]);

const noCommand = P.notFollowedBy(token(/[^\n]*\bnet(?:sh|stat)\b/i));
const upToColon = token(/[^\n]*[:：]/);
/** "int tcp show chimneystats.", as a command line. */
const repeatedCommand = blanks
  .then(token(/(?:netsh\s+)?/i))
  .then(token(/[^\n]{0,400}?(?=\.?[ \t]*(?:\n|$))/))
  .skip(token(/\.?[ \t]*/))
  .map((command) => `netsh ${command}`);
const anyLine = P.alt<PrintedLine>(blankLine, otherLine);

/** What a command of statistics prints. netsh's general answers are believed behind the command, else where it is named. */
export function statisticsLanguage<S extends string>(
  words: StatisticsWords<S>,
  isAsked: boolean,
): P.TypedLanguage<Spec<S>> {
  const usage = P.regexp(new RegExp(`[^\\n]*\\bshow[ \\t]+${words.subject}\\b[^\\n]*`, "i"));
  return P.createLanguage<Spec<S>>({
    output: ({ answered, help, list, table, unreadable }) =>
      P.alt(answered, help, list.skip(P.eof), table.skip(P.eof), unreadable),

    // An answer is all that the command prints: what follows is the output of something else.
    answered: ({ answerLine, moreLine }) => {
      const above = P.notFollowedBy(answerLine).then(anyLine).many();
      const answer = P.seqMap(above, answerLine, moreLine.many(), (before, own, more) => ({
        lines: [...before, own, ...more],
        answer: own.value,
      }));
      const below = anyLine.map((own) => (own.class === "blank" ? own : reclassed(own, "unrelated")));
      return P.seqMap(answer, answer.many(), below.many(), (first, others, after) => ({
        is: "answer",
        lines: [...[first, ...others].flatMap(({ lines }) => lines), ...after],
        answers: [first.answer, ...others.map((own) => own.answer)],
      }));
    },

    // Your System Administrator has disabled TCP Chimney.
    // The following command was not found: int tcp show chimneystats.
    answerLine: () =>
      atMost(LONGEST_ANSWER).then(
        line("answer", "message", P.alt(words.answer, generalAnswerTo(words, isAsked), repeatedBy(words, isAsked))),
      ),

    // for more information.
    moreLine: () => atMost(LONGEST_ANSWER).then(line("more", "message", words.moreOfAnswer)),

    // netsh's help is no capture.
    help: ({ usage: usageLine }) =>
      P.seqMap(P.notFollowedBy(usageLine).then(anyLine).many(), usageLine, anyLine.many(), (above, own, below) => ({
        is: "help",
        lines: [...above, own, ...below],
      })),

    // Usage: show chimneystats
    usage: () => line("usage", "unrelated", noCommand.then(usage)),

    list: () => listLanguage.list.map((parts) => ({ is: "list", parts })),

    table: () => tableLanguage.table.map((parts) => ({ is: "table", parts })),

    unreadable: () => anyLine.many().map((lines) => ({ is: "unreadable", lines })),
  });
}

/** One of netsh's general answers. */
function generalAnswerTo<S extends string>(command: StatisticsWords<S>, isAsked: boolean): P.Parser<Answer<S>> {
  return words.chain((printed) => {
    const general = generalAnswer(printed);
    if (general === undefined) return P.fail("an answer of netsh");
    const repeated = readText(repeatedCommand, general.rest);
    const isOurs = isAsked || (repeated !== undefined && command.answers(repeated));
    return isOurs
      ? P.of<Answer<S>>({ state: "notAvailable", locale: general.locale, refusal: general.answer })
      : P.fail("the command");
  });
}

/** In every language netsh repeats the command that it did not find behind a colon. */
function repeatedBy<S extends string>(command: StatisticsWords<S>, isAsked: boolean): P.Parser<Answer<S>> {
  if (!isAsked) return P.fail("an answer of netsh");
  return upToColon
    .then(repeatedCommand)
    .chain((repeated) =>
      command.answers(repeated)
        ? P.of<Answer<S>>({ state: "notAvailable", locale: null, refusal: "commandNotFound" })
        : P.fail("the command that was not found"),
    );
}
