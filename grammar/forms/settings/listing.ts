import type { Grammar, Landmark, Reading, Surroundings } from "../../contract/grammar.ts";
import type { SegmentText } from "../../contract/place.ts";
import { keepingLast } from "../../lexicon/netsh.ts";
import { lookUp } from "../../lexicon/phrases.ts";
import type { HeuristicKey, SettingKey } from "../../locales/locale.ts";
import { type Setting, type SettingsLine, type SettingsTraits, settingsLines } from "./lines.ts";
import { settingsReading, unmatchedReading, unrelatedReading } from "./reading.ts";
import { isCutLabel, type PlacedTable, type SettingsTable, type SettingsWords, settingsTable } from "./table.ts";
import { isPlausible, isValueLike } from "./values.ts";

/** A settings listing: its words, and what the contract of a grammar wants to know. */
export interface SettingsListing<N extends string, K extends SettingKey | HeuristicKey> extends SettingsWords<K> {
  readonly kind: N;
  readonly title: string;
  readonly command: string;
  readonly words: readonly string[];
  answers(command: string): boolean;
  /** Matches labels that are in no known language by their position; undefined when that would be a guess. */
  place?(lines: readonly SettingsLine[], table: SettingsTable<K>): PlacedTable<K> | undefined;
}

/** Longer lines are no settings. */
const LONGEST_LINE = 400;
const COLON = /[:：]/;

/** Makes the grammar of a settings listing. */
export function settingsGrammar<N extends string, K extends SettingKey | HeuristicKey>(
  listing: SettingsListing<N, K>,
): Grammar<N, Setting, SettingsTraits> {
  const isAsked = keepingLast((command) => listing.answers(command));
  return {
    kind: listing.kind,
    title: listing.title,
    command: listing.command,
    words: listing.words,
    answers: (command) => listing.answers(command),
    landmark: (line, { command }) => landmark(line, listing, isAsked(command) ? "asked" : "unasked"),
    continues: (line, { command }) => continues(line, listing, isAsked(command) ? "asked" : "unasked"),
    read: (segment, surroundings) => read(segment, surroundings, listing),
  };
}

/** Whether the command whose output is read was echoed before it. */
type Asked = "asked" | "unasked";

function landmark<K>(line: string, words: SettingsWords<K>, asked: Asked): Landmark | undefined {
  if (line.length > LONGEST_LINE) return undefined;
  const colon = line.search(COLON);
  const value = colon < 0 ? "" : line.slice(colon + 1).trim();
  if (value === "") {
    const title = colon < 0 ? line : line.slice(0, colon);
    if (lookUp(words.furniture, title) !== undefined) return "title";
    return asked === "asked" && colon < 0 && /\bTCP\b/i.test(line) ? "title" : undefined;
  }
  const label = line.slice(0, colon).trim();
  const phrase = lookUp(words.labels, label);
  if (phrase !== undefined && isPlausible(value, (word) => words.value(phrase.key, word))) return "record";
  if (asked === "unasked" || label === "") return undefined;
  return phrase !== undefined || isPlausible(value, words.anyValue) ? "record" : undefined;
}

function continues<K>(line: string, words: SettingsWords<K>, asked: Asked): boolean {
  if (line.length > LONGEST_LINE) return false;
  const shape = settingsLines(line)[0];
  if (shape === undefined || shape.shape === "blank" || shape.shape === "rule") return true;
  if (words.aside(shape) !== undefined) return true;
  if (shape.shape === "text") return words.anyValue(shape.text) !== undefined || isCutLabel(shape.text, words);
  if (lookUp(words.labels, shape.label) !== undefined) return true;
  if (shape.value === "") return false;
  if (words.others === "kept") return true;
  return asked === "asked" ? isValueLike(shape.value, words.anyValue) : isPlausible(shape.value, words.anyValue);
}

function read<N extends string, K extends SettingKey | HeuristicKey>(
  segment: SegmentText,
  { command }: Surroundings,
  listing: SettingsListing<N, K>,
): Reading<Setting, SettingsTraits> {
  const lines = settingsLines(segment.text);
  const table = settingsTable(lines, listing);
  const placed = listing.place?.(lines, table);
  // A title alone may be a headline of somebody's text.
  const hasMore = table.titles.length > 1 || table.rows.length > 0 || lines.some(({ shape }) => shape === "rule");
  if (placed !== undefined || table.labels.length > 0) return settingsReading(segment, table, placed, listing);
  const isAsked = command !== null && listing.answers(command);
  if (isAsked) return unmatchedReading(segment, table.classes, listing.title);
  return table.titles.length > 0 && hasMore
    ? settingsReading(segment, table, placed, listing)
    : unrelatedReading(table.classes);
}
