import type { LineClass } from "../../contract/grammar.ts";
import { tokens } from "../../lexicon/lexemes.ts";
import { beginsPhrase, lookUp, type Phrase, type Phrasebook } from "../../lexicon/phrases.ts";
import type { SettingsLine } from "./lines.ts";
import { type Documented, isValueLike, readValue, type SettingValue } from "./values.ts";

/** What tells one settings listing from the others. `K` are the settings it may show. */
export interface SettingsWords<K> {
  readonly labels: Phrasebook<K>;
  /** Titles and the lines that are printed while the settings are fetched, with what becomes of them. */
  readonly furniture: Phrasebook<"heading" | "message">;
  /** What becomes of a line that belongs to the listing but is no setting, like a footnote; undefined for the others. */
  readonly aside: (line: SpokenLine) => LineClass | undefined;
  /** Gives the value that a word stands for; undefined when no document lists it for the setting. */
  readonly value: (key: K, word: string) => string | number | undefined;
  /** The same without knowing the setting: is it a value at all? */
  readonly anyValue: Documented;
  /** "kept" when most labels of the listing mean nothing to us: they are records as printed, and no remark is made. */
  readonly others?: "kept";
}

/** A line that says something: neither blank nor a rule. */
export type SpokenLine = Extract<SettingsLine, { readonly shape: "entry" | "text" }>;

/** A setting that was found, on one line or wrapped over two. */
export interface SettingRow<K> {
  /** Ordinal of the line where the label begins. */
  readonly ordinal: number;
  /** Ordinal of the line with the value, and the index in it where the value begins. */
  readonly valueOrdinal: number;
  readonly at: number;
  readonly key: K | null;
  readonly label: string;
  /** Text behind the colon, with whatever was written behind the value. */
  readonly text: string;
}

/** The lines of a settings listing put together to settings. */
export interface SettingsTable<K> {
  readonly rows: readonly SettingRow<K>[];
  /** One for each line. */
  readonly classes: readonly LineClass[];
  /** The titles and the labels that were recognised. */
  readonly titles: readonly Phrase<unknown>[];
  readonly labels: readonly Phrase<K>[];
  /** Ordinals of label lines that lost their colon or their value. */
  readonly cut: readonly number[];
}

/** A table whose labels were matched by their position, so that every row has a key. */
export interface PlacedTable<K> {
  readonly rows: readonly SettingRow<K>[];
  readonly locale: string | null;
}

/** What was made of the next line or two. */
interface Step<K> {
  readonly classes: readonly [LineClass, LineClass?];
  readonly title?: Phrase<unknown>;
  readonly label?: Phrase<K> | undefined;
  readonly row?: SettingRow<K>;
}

/** Puts the lines together; nothing is guessed: a label without value stays without. */
export function settingsTable<K>(lines: readonly SettingsLine[], words: SettingsWords<K>): SettingsTable<K> {
  const rows: SettingRow<K>[] = [];
  const classes: LineClass[] = [];
  const titles: Phrase<unknown>[] = [];
  const labels: Phrase<K>[] = [];
  const cut: number[] = [];
  while (classes.length < lines.length) {
    const ordinal = classes.length;
    const step = stepAt(lines, ordinal, words);
    for (const found of step.classes) if (found !== undefined) classes.push(found);
    if (step.title !== undefined) titles.push(step.title);
    if (step.label !== undefined) labels.push(step.label);
    if (step.row !== undefined) rows.push(step.row);
    if (step.classes[0] === "truncated") cut.push(ordinal);
  }
  return { rows, classes, titles, labels, cut };
}

/** The value of a row, in the words of its setting or, where that is not known, of any. */
export function valueOfRow<K>({ key, text }: SettingRow<K>, words: SettingsWords<K>): SettingValue {
  if (key === null && words.others === "kept") {
    const value = words.anyValue(text) ?? text.toLowerCase();
    return { value, trailing: "", trailingAt: text.length, documented: true };
  }
  return readValue(text, (word) => (key === null ? words.anyValue(word) : words.value(key, word)));
}

/** True for a line without colon that is a label, the beginning of one, or a label with something behind a gap. */
export function isCutLabel<K>(text: string, words: SettingsWords<K>): boolean {
  return labelOf(text, words) !== undefined || beginsPhrase(words.labels, text);
}

function stepAt<K>(lines: readonly SettingsLine[], ordinal: number, words: SettingsWords<K>): Step<K> {
  const line = lines[ordinal];
  if (line === undefined || line.shape === "blank") return { classes: ["blank"] };
  if (line.shape === "rule") return { classes: ["heading"] };
  const aside = words.aside(line);
  if (aside !== undefined) return { classes: [aside] };
  return line.shape === "entry" ? entryAt(lines, ordinal, line, words) : textAt(lines, ordinal, line.text, words);
}

function entryAt<K>(
  lines: readonly SettingsLine[],
  ordinal: number,
  { label, value, at }: Extract<SettingsLine, { shape: "entry" }>,
  words: SettingsWords<K>,
): Step<K> {
  const phrase = lookUp(words.labels, label);
  const row = { ordinal, key: phrase?.key ?? null, label: collapsed(label) };
  if (label !== "" && value !== "") {
    const isRow = phrase !== undefined || words.others === "kept" || isValueLike(value, words.anyValue);
    if (!isRow) return { classes: ["unknown"] };
    return { classes: ["record"], label: phrase, row: { ...row, valueOrdinal: ordinal, at, text: value } };
  }
  const furniture = lookUp(words.furniture, label);
  if (furniture !== undefined) return { classes: [furniture.key], title: furniture };
  const next = lines[ordinal + 1];
  if (label !== "" && next?.shape === "text" && isValue(next.text, phrase, words)) {
    const wrapped = { ...row, valueOrdinal: ordinal + 1, at: next.at, text: next.text };
    return { classes: ["record", "record"], label: phrase, row: wrapped };
  }
  return phrase === undefined ? { classes: ["unknown"] } : { classes: ["truncated"], label: phrase };
}

function textAt<K>(lines: readonly SettingsLine[], ordinal: number, text: string, words: SettingsWords<K>): Step<K> {
  const furniture = lookUp(words.furniture, text);
  if (furniture !== undefined) return { classes: [furniture.key], title: furniture };
  const next = lines[ordinal + 1];
  if (next?.shape === "entry" && next.value !== "") {
    const phrase = lookUp(words.labels, `${text} ${next.label}`) ?? lookUp(words.labels, text + next.label);
    if (phrase !== undefined) {
      const label = collapsed(`${text} ${next.label}`);
      const row = { ordinal, valueOrdinal: ordinal + 1, at: next.at, key: phrase.key, label, text: next.value };
      return { classes: ["record", "record"], label: phrase, row };
    }
  }
  const phrase = labelOf(text, words);
  if (phrase !== undefined) return { classes: ["truncated"], label: phrase };
  if (lines.slice(ordinal + 1, ordinal + 4).find(({ shape }) => shape !== "blank")?.shape === "rule") {
    return { classes: ["heading"] };
  }
  if (beginsPhrase(words.labels, text)) return { classes: ["truncated"] };
  return { classes: [/(?:\.\.\.|…)$/.test(text) ? "message" : "unknown"] };
}

/** The label that stands without its colon, by itself or before a gap. */
function labelOf<K>(text: string, words: SettingsWords<K>): Phrase<K> | undefined {
  const gap = text.search(tokens.gap);
  return lookUp(words.labels, text) ?? (gap < 0 ? undefined : lookUp(words.labels, text.slice(0, gap)));
}

/** True when a line consists of a value, maybe with a note behind it, that a mail program moved to the next line. */
function isValue<K>(text: string, phrase: Phrase<K> | undefined, words: SettingsWords<K>): boolean {
  const documented = (word: string) => (phrase ? words.value(phrase.key, word) : words.anyValue(word));
  return readValue(text, documented).documented;
}

/** A label as it is reported: blanks collapsed, without the quotation marks of a JSON member. */
function collapsed(text: string): string {
  const label = text.replaceAll(/\s+/g, " ").trim();
  return label.startsWith('"') && label.endsWith('"') ? label.slice(1, -1) : label;
}
