import P from "parsimmon";
import type { Grammar, Landmark, Reading } from "../../contract/grammar.ts";
import { hintOf, isLine, line, linesOf, type PrintedLine, readWhole, valuesOf } from "../../contract/lines.ts";
import type { SegmentText } from "../../contract/place.ts";
import { notRecognised, type Remark, recognised, type Sheet, sheetOf, unknownLines } from "../../contract/sheet.ts";
import { token } from "../../lexicon/lexemes.ts";
import { asksNetsh, memoizeAnswer } from "../../lexicon/netsh.ts";
import { mentionsCommand, type Output, type Refusal, type StatisticsWords, statisticsLanguage } from "./language.ts";
import type { Parts } from "./layout.ts";
import { listLanguage } from "./list.ts";
import { tableLanguage } from "./table.ts";

/** What any statistics capture may turn out to be. */
export type StatisticsState = "table" | "list" | "notAvailable" | "unreadable";

/** One cell of a statistics table or list, as printed: no public sample exists, so no column has a meaning here. */
export interface ChimneyStatsCell {
  /** Line in its source, 1-based. */
  readonly line: number;
  /** Text of the cell in a first column titled Idx; null when there is no such column. */
  readonly interface: string | null;
  /** The heading above the cell, or the label before the colon, as printed. */
  readonly column: string;
  readonly value: string;
}

/**
 * A command of netsh whose messages are known and of whose tables no public sample exists: those are read by their
 * shape alone, and only behind the echoed command or when the reader says what the text is.
 */
export interface Statistics<K extends string, S extends string> extends Omit<StatisticsWords<S>, "answers"> {
  readonly kind: K;
  readonly title: string;
  /** Number of letters that tell the word from its neighbours. */
  readonly fewest: number;
  /** What its own answers have one of; the command itself is a word of all of these. */
  readonly words: readonly string[];
  /** Lexemes that one of its own answers begins with. */
  readonly beginning: readonly RegExp[];
}

export interface StatisticsTraits<S extends string> {
  readonly state: S | StatisticsState;
  /** Why the state is "notAvailable". */
  readonly refusal?: Refusal;
}

type StatisticsReading<S extends string> = Reading<ChimneyStatsCell, StatisticsTraits<S>>;

const UNVERIFIED =
  "No public sample of these statistics exists: the cells are kept as printed, and no column was interpreted";
const NOTES = "its messages. **No table of it was ever published**: one is kept cell by cell as printed";
const RAGGED = "The row has more or fewer cells than the heading: they are kept by number";
const UNREADABLE = "This is neither a netsh message nor a table or list of statistics";
const BESIDE = "Ignored a line beside a message where statistics were expected";
/** A subject is not looked for in a sentence by fewer letters than these. */
const FEWEST_TELLING = 4;

/** Of sentences only those about TCP are taken for a title or an answer. */
const aboutTcp = line("title", "heading", token(/[^\n]{0,400}(?:\bTCP\b|chimney)[^\n]{0,400}/i));
const rowLike = P.alt<PrintedLine>(listLanguage.entry, tableLanguage.row);

/** Makes the grammar of such a command. */
export function statisticsGrammar<K extends string, S extends string>(
  statistics: Statistics<K, S>,
): Grammar<K, ChimneyStatsCell, StatisticsTraits<S>> {
  const { kind, title, subject, fewest, words, beginning } = statistics;
  const answers = (command: string) => asksNetsh(command, subject, fewest);
  const isAsked = memoizeAnswer(answers);
  const asked = statisticsLanguage({ ...statistics, answers }, true);
  const unasked = statisticsLanguage({ ...statistics, answers }, false);
  const letters = subject.substring(0, Math.max(fewest, FEWEST_TELLING));
  const mayAnswer = hintOf(() => [[new RegExp(letters)], beginning]);
  return {
    kind,
    title,
    command: `netsh int tcp show ${subject}`,
    notes: NOTES,
    words: ["netsh ", "tcp sh", subject, ...words],
    answers,
    hint: mayAnswer,
    landmark: (text, { command }): Landmark | undefined => {
      if (!isAsked(command)) return mayAnswer(text) && isLine(unasked.answerLine, text) ? "message" : undefined;
      if (isLine(asked.answerLine, text)) return "message";
      return mentionsCommand(text) ? undefined : shapeOf(text);
    },
    continues: (text, { command }) => (isAsked(command) && !mentionsCommand(text)) || isLine(unasked.moreLine, text),
    read: (segment, { command }) => {
      const sheet = sheetOf(segment);
      const { output } = isAsked(command) ? asked : unasked;
      return readingOf(segment, sheet, readWhole(output, sheet.text));
    },
  };
}

/** Cells or `label : value` may be statistics. */
function shapeOf(text: string): Landmark | undefined {
  if (isLine(rowLike, text)) return "record";
  return isLine(aboutTcp, text) ? "title" : undefined;
}

function readingOf<S extends string>(segment: SegmentText, sheet: Sheet, output: Output<S>): StatisticsReading<S> {
  if ("parts" in output) return cellsReading(segment, sheet, output.is, output.parts);
  const { lines } = output;
  if (output.is === "help") return notRecognised(lines, { state: "unreadable" });
  if (output.is === "answer") {
    // What only this command says tells more than netsh's general messages, whatever else stands there.
    const own = output.answers.find(({ state }) => state !== "notAvailable");
    const { locale, ...traits } = own ?? output.answers[0];
    const remarks = unknownLines(lines, BESIDE);
    return recognised(segment, sheet, { lines, records: [], remarks, locale, traits });
  }
  const remarks: readonly Remark[] = [{ code: "chimneystats-unreadable", message: UNREADABLE, at: firstWords(lines) }];
  return recognised(segment, sheet, { lines, records: [], remarks, locale: null, traits: { state: "unreadable" } });
}

function cellsReading<S extends string>(
  segment: SegmentText,
  sheet: Sheet,
  state: "list" | "table",
  parts: Parts,
): StatisticsReading<S> {
  const lines = linesOf(parts);
  const ragged = lines.filter(({ is }) => is === "ragged");
  return recognised(segment, sheet, {
    lines,
    records: valuesOf(parts).flat(),
    remarks: [
      { code: "chimneystats-unverified", message: UNVERIFIED, at: firstWords(lines) },
      ...ragged.map(({ from }): Remark => ({ code: "ragged-row", message: RAGGED, at: from })),
    ],
    locale: null,
    traits: { state },
  });
}

/** Offset of the first line that is not blank. */
function firstWords(lines: readonly PrintedLine[]): number {
  return lines.find((own) => own.class !== "blank")?.from ?? 0;
}
