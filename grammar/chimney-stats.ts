import { isRowLike } from "./chimney-stats/layout.ts";
import { layoutReading } from "./chimney-stats/reading.ts";
import { diagnostic } from "./diagnostic.ts";
import type { Grammar, Landmark, LineClass, Reading, Surroundings } from "./grammar.ts";
import { textsOf } from "./lexemes.ts";
import { generalAnswer } from "./messages.ts";
import { asksNetsh, keepingLast } from "./netsh.ts";
import { localeOf, lookUp, phrasebook } from "./phrases.ts";
import { placeOf, type SegmentText } from "./place.ts";

/** One cell of a chimneystats table or list, as printed: no public sample exists, so no column has a meaning here. */
export interface ChimneyStatsCell {
  /** Line in its source, 1-based. */
  readonly line: number;
  /** Text of the cell in a first column titled Idx; null when there is no such column. */
  readonly interface: string | null;
  /** The heading above the cell, or the label before the colon, as printed. */
  readonly column: string;
  readonly value: string;
}

/** What a chimneystats capture turned out to be. */
export type ChimneyStatsState = "disabledByAdministrator" | "table" | "list" | "notAvailable" | "unreadable";

export interface ChimneyStatsTraits {
  readonly state: ChimneyStatsState;
}

export type ChimneyStatsReading = Reading<ChimneyStatsCell, ChimneyStatsTraits>;

/** A line that is a whole answer, in the language it is in. */
interface Answer {
  readonly state: "disabledByAdministrator" | "notAvailable";
  readonly locale: string | null;
}

/** The shortest abbreviation that is neither chimneyapplications nor chimneyports. */
const FEWEST_LETTERS = "chimneys".length;
/** No answer with the command it repeats is longer. */
const LONGEST_ANSWER = 400;
/** Enough for a hundred columns. */
const LONGEST_ROW = 4000;
const SUBJECT = /chimneys/i;
/** The banner of the next command, which is not of this output. */
const ANOTHER_COMMAND = /\bnet(?:sh|stat)\b/i;
/** A help text names the command; an output does not. */
const USAGE = /\bshow[ \t]+chimneystats\b/i;

const disabled = phrasebook(({ messages }) => [["disabled", messages.chimneyDisabled ?? []]] as const);
const answers = (command: string) => asksNetsh(command, "chimneystats", FEWEST_LETTERS);
const isAsked = keepingLast(answers);

/**
 * `netsh interface tcp show chimneystats`. Its messages are known; of its table and list no public sample exists, so
 * those are read by their shape alone, and only behind the echoed command or when the reader says what the text is.
 */
export const chimneyStats: Grammar<"chimneyStats", ChimneyStatsCell, ChimneyStatsTraits> = {
  kind: "chimneyStats",
  title: "the TCP chimney statistics",
  command: "netsh int tcp show chimneystats",
  answers,
  landmark: (line, { command }): Landmark | undefined => {
    if (answerOf(line, command) !== undefined) return "message";
    return isAsked(command) && !ANOTHER_COMMAND.test(line) ? shapeOf(line) : undefined;
  },
  continues: (line, { command }) => isAsked(command) && !ANOTHER_COMMAND.test(line),
  read,
};

/** Cells or `label : value` may be statistics; of sentences only those about TCP are taken for a title or an answer. */
function shapeOf(line: string): Landmark | undefined {
  if (line.length > LONGEST_ROW) return undefined;
  if (isRowLike(line)) return "record";
  return /\bTCP\b|chimney/i.test(line) ? "title" : undefined;
}

function read(segment: SegmentText, { command }: Surroundings): ChimneyStatsReading {
  const texts = textsOf(segment.text);
  const found = texts.map((text) => answerOf(text, command));
  // The administrator's word says most, whatever else stands there.
  const answer =
    found.find((own) => own?.state === "disabledByAdministrator") ?? found.find((own) => own !== undefined);
  if (answer !== undefined) return answerReading(segment, texts, found, answer);
  if (texts.some((text) => USAGE.test(text) && !ANOTHER_COMMAND.test(text))) return usageReading(texts);
  return layoutReading(segment, texts);
}

/** The answer that a line gives by itself; netsh's general ones count only for this command. */
function answerOf(line: string, command: string | null): Answer | undefined {
  if (line.length > LONGEST_ANSWER) return undefined;
  const phrase = lookUp(disabled, line.trimEnd().endsWith(".") ? line : `${line}.`);
  if (phrase !== undefined) return { state: "disabledByAdministrator", locale: localeOf([phrase]) };
  if (!isAsked(command) && !SUBJECT.test(line)) return undefined;
  const general = generalAnswer(line);
  if (general !== undefined) {
    const isOurs = isAsked(command) || namesCommand(general.rest);
    return isOurs ? { state: "notAvailable", locale: general.locale } : undefined;
  }
  // In every language netsh repeats the command that it did not find behind a colon.
  const behindColon = line.slice(line.lastIndexOf(":") + 1);
  const isRepeated = isAsked(command) && behindColon !== line && namesCommand(behindColon);
  return isRepeated ? { state: "notAvailable", locale: null } : undefined;
}

/** True for the command without the word netsh, as netsh repeats it: "int tcp show chimneystats." */
function namesCommand(text: string): boolean {
  const words = text.trim().replace(/\.$/, "");
  return answers(/^netsh\s/i.test(words) ? words : `netsh ${words}`);
}

function answerReading(
  segment: SegmentText,
  texts: readonly string[],
  found: readonly (Answer | undefined)[],
  { state, locale }: Answer,
): ChimneyStatsReading {
  const last = found.findLastIndex((own) => own !== undefined);
  const classes = texts.map((text, ordinal): LineClass => {
    if (found[ordinal] !== undefined) return "message";
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
function usageReading(texts: readonly string[]): ChimneyStatsReading {
  const classes = texts.map((text): LineClass => (text.trim() === "" ? "blank" : "unrelated"));
  const traits = { state: "unreadable" } as const;
  return { records: [], classes, diagnostics: [], locale: null, traits, recognised: false };
}
