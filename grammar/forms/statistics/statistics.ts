import { diagnostic } from "../../contract/diagnostic.ts";
import type { Grammar, Landmark, LineClass, Reading, Surroundings } from "../../contract/grammar.ts";
import { placeOf, type SegmentText } from "../../contract/place.ts";
import { textsOf } from "../../lexicon/lexemes.ts";
import { generalAnswer } from "../../lexicon/messages.ts";
import { asksNetsh, keepingLast } from "../../lexicon/netsh.ts";
import { type ChimneyStatsCell, isRowLike, type StatisticsState } from "./layout.ts";
import { type LayoutReading, layoutReading } from "./reading.ts";

/** A line that is a whole answer, in the language it is in. `S` are the states that only this command has. */
export interface Answer<S extends string> {
  readonly state: S | "notAvailable";
  readonly locale: string | null;
}

/**
 * A command of netsh whose messages are known and of whose tables no public sample exists: those are read by their
 * shape alone, and only behind the echoed command or when the reader says what the text is.
 */
export interface Statistics<K extends string, S extends string> {
  readonly kind: K;
  readonly title: string;
  /** The word behind `show`. */
  readonly subject: string;
  /** Number of letters that tell the word from its neighbours. */
  readonly fewest: number;
  /** What its own answers have one of; the command itself is a word of all of these. */
  readonly words: readonly string[];
  /** Gives the answer of this command alone that the line is, or begins. */
  ownAnswer(line: string): Answer<S> | undefined;
  /** True for what stands below such an answer when it takes several lines. */
  isMoreOfAnswer(line: string): boolean;
}

/** No answer with the command it repeats is longer. */
const LONGEST_ANSWER = 400;
/** Enough for a hundred columns. */
const LONGEST_ROW = 4000;
/** The banner of the next command, which is not of this output. */
const ANOTHER_COMMAND = /\bnet(?:sh|stat)\b/i;
/** A subject is not looked for in a sentence by fewer letters than these. */
const FEWEST_TELLING = 4;

/** Makes the grammar of such a command. */
export function statisticsGrammar<K extends string, S extends string>(
  statistics: Statistics<K, S>,
): Grammar<K, ChimneyStatsCell, { readonly state: S | StatisticsState }> {
  const { subject, fewest } = statistics;
  const letters = subject.slice(0, Math.max(fewest, FEWEST_TELLING));
  const answers = (command: string) => asksNetsh(command, subject, fewest);
  const asked: Asked<S> = {
    ...statistics,
    answers,
    isAsked: keepingLast(answers),
    mentions: new RegExp(letters, "i"),
    usage: new RegExp(`\\bshow[ \\t]+${subject}\\b`, "i"),
  };
  return {
    kind: statistics.kind,
    title: statistics.title,
    command: `netsh int tcp show ${subject}`,
    words: ["netsh ", "tcp sh", subject, ...statistics.words],
    answers,
    landmark: (line, { command }): Landmark | undefined => {
      if (answerOf(line, command, asked) !== undefined) return "message";
      return asked.isAsked(command) && !ANOTHER_COMMAND.test(line) ? shapeOf(line) : undefined;
    },
    continues: (line, { command }) =>
      (asked.isAsked(command) && !ANOTHER_COMMAND.test(line)) ||
      (line.length <= LONGEST_ANSWER && statistics.isMoreOfAnswer(line)),
    read: (segment, surroundings) => read(segment, surroundings, asked),
  };
}

/** A command of statistics with what is made of its words once. */
interface Asked<S extends string> {
  answers(command: string): boolean;
  isAsked(command: string | null): boolean;
  readonly mentions: RegExp;
  /** A help text names the command; an output does not. */
  readonly usage: RegExp;
  ownAnswer(line: string): Answer<S> | undefined;
  isMoreOfAnswer(line: string): boolean;
}

/** Cells or `label : value` may be statistics; of sentences only those about TCP are taken for a title or an answer. */
function shapeOf(line: string): Landmark | undefined {
  if (line.length > LONGEST_ROW) return undefined;
  if (isRowLike(line)) return "record";
  return /\bTCP\b|chimney/i.test(line) ? "title" : undefined;
}

function read<S extends string>(
  segment: SegmentText,
  { command }: Surroundings,
  asked: Asked<S>,
): Reading<ChimneyStatsCell, { readonly state: S | StatisticsState }> {
  const texts = textsOf(segment.text);
  const found = texts.map((text) => answerOf(text, command, asked));
  // What only this command says tells more than netsh's general messages, whatever else stands there.
  const answer =
    found.find((own) => own !== undefined && own.state !== "notAvailable") ?? found.find((own) => own !== undefined);
  if (answer !== undefined) return answerReading(segment, texts, found, answer, asked);
  if (texts.some((text) => asked.usage.test(text) && !ANOTHER_COMMAND.test(text))) return usageReading(texts);
  return layoutReading(segment, texts);
}

/** The answer that a line gives by itself; netsh's general ones count only for this command. */
function answerOf<S extends string>(line: string, command: string | null, asked: Asked<S>): Answer<S> | undefined {
  if (line.length > LONGEST_ANSWER) return undefined;
  const own = asked.ownAnswer(line);
  if (own !== undefined) return own;
  const isAsked = asked.isAsked(command);
  if (!isAsked && !asked.mentions.test(line)) return undefined;
  const general = generalAnswer(line);
  if (general !== undefined) {
    const isOurs = isAsked || namesCommand(general.rest, asked);
    return isOurs ? { state: "notAvailable", locale: general.locale } : undefined;
  }
  // In every language netsh repeats the command that it did not find behind a colon.
  const behindColon = line.slice(line.lastIndexOf(":") + 1);
  const isRepeated = isAsked && behindColon !== line && namesCommand(behindColon, asked);
  return isRepeated ? { state: "notAvailable", locale: null } : undefined;
}

/** True for the command without the word netsh, as netsh repeats it: "int tcp show chimneystats." */
function namesCommand<S extends string>(text: string, { answers }: Asked<S>): boolean {
  const words = text.trim().replace(/\.$/, "");
  return answers(/^netsh\s/i.test(words) ? words : `netsh ${words}`);
}

function answerReading<S extends string>(
  segment: SegmentText,
  texts: readonly string[],
  found: readonly (Answer<S> | undefined)[],
  { state, locale }: Answer<S>,
  { isMoreOfAnswer }: Asked<S>,
): Reading<ChimneyStatsCell, { readonly state: S | StatisticsState }> {
  const last = found.findLastIndex((own) => own !== undefined);
  let isAnswer = false;
  const classes = texts.map((text, ordinal): LineClass => {
    isAnswer = found[ordinal] !== undefined || (isAnswer && text.length <= LONGEST_ANSWER && isMoreOfAnswer(text));
    if (isAnswer) return "message";
    if (text.trim() === "") return "blank";
    // An answer is all that the command prints: what follows is the output of something else.
    return ordinal < last ? "unknown" : "unrelated";
  });
  const first = classes.indexOf("unknown");
  const message = "This stands beside a message instead of statistics and was not read";
  const diagnostics =
    first < 0 ? [] : [diagnostic("unknown-line", message, placeOf(segment.runs, first), texts[first])];
  return { records: [], classes, diagnostics, locale, traits: { state }, recognised: true };
}

/** netsh's help is no capture. */
function usageReading(texts: readonly string[]): LayoutReading {
  const classes = texts.map((text): LineClass => (text.trim() === "" ? "blank" : "unrelated"));
  const traits = { state: "unreadable" } as const;
  return { records: [], classes, diagnostics: [], locale: null, traits, recognised: false };
}
