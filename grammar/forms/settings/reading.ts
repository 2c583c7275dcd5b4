import type P from "parsimmon";
import type { Reading, Surroundings } from "../../contract/grammar.ts";
import { type PrintedLine, readText, readWhole, reclassed } from "../../contract/lines.ts";
import type { SegmentText } from "../../contract/place.ts";
import { notRecognised, type Remark, recognised, refusedLines, sheetOf } from "../../contract/sheet.ts";
import type { HeuristicKey, SettingKey } from "../../locales/locale.ts";
import { isRenamed, type Placing, tableOfRows } from "./by-position.ts";
import type { SettingsWords } from "./labels.ts";
import type { SettingRow, SettingsLanguage } from "./language.ts";
import { aboutRow, aboutTable, readRow } from "./remarks.ts";
import { ownBlocks, type Table, tableOf } from "./table.ts";

/** One line of a settings listing (`label : value`). */
export interface Setting {
  /** Line in its source, 1-based. */
  readonly line: number;
  /** null when the label is not known in any language we have; the label tells what it was. */
  readonly setting: SettingKey | HeuristicKey | null;
  /** The label as printed, blanks collapsed. */
  readonly label: string;
  /** In lower case as printed; a number when it is one. */
  readonly value: string | number;
}

/** What is known of a settings listing as a whole. */
export interface SettingsTraits {
  /** True when labels in a language we don't know were matched by their position in the table: less sure. */
  readonly byPosition: boolean;
}

/** A settings listing: its words, and what the contract of a grammar wants to know. */
export interface SettingsListing<N extends string, K extends SettingKey | HeuristicKey> extends SettingsWords<K> {
  readonly kind: N;
  readonly title: string;
  readonly command: string;
  readonly notes?: string;
  readonly words: readonly string[];
  answers(command: string): boolean;
  /** For labels in no known language; absent where a position says nothing. */
  readonly place?: Placing<K>;
}

type AnyListing<K extends SettingKey | HeuristicKey> = SettingsListing<string, K>;

const UNKNOWN = "Unrecognised line among the settings";

/** Reads a settings listing; labels that are in no known language by their position where that is no guess. */
export function readListing<K extends SettingKey | HeuristicKey>(
  segment: SegmentText,
  { command }: Surroundings,
  listing: AnyListing<K>,
  language: SettingsLanguage<K>,
): Reading<Setting, SettingsTraits> {
  const sheet = sheetOf(segment);
  const { above, blocks } = readWhole(language.text, sheet.text);
  const whole = tableOf(above, blocks, listing);
  const isAsked = command !== null && listing.answers(command);
  const keys = placedKeys(sheet.text, whole, listing, tableOfRows(language, isAsked));
  const table = keys === undefined ? tableOf(above, ownBlocks(blocks), listing) : whole;
  // A title alone may be a headline of somebody's text.
  const isTitled = table.titles.length > 1 || table.rows.length > 0 || table.lines.some(({ is }) => is === "rule");
  const traits = { byPosition: keys !== undefined };
  if (keys === undefined && table.labels.length === 0) {
    if (isAsked)
      return recognised(segment, sheet, { ...unmatched(table.lines, listing), records: [], locale: null, traits });
    if (table.titles.length === 0 || !isTitled) return notRecognised(table.lines, traits);
  }
  const rows = table.rows.map((row, at) => readRow(row, keys?.[at] ?? row.phrase?.key ?? null, listing));
  return recognised(segment, sheet, {
    lines: table.lines,
    records: rows.map(({ from, key, label, value }) => ({ from, setting: key, label, value })),
    remarks: [
      ...aboutTable(table, keys === undefined ? "byLabel" : "byPosition", listing),
      ...refusedLines(sheet, table.lines, UNKNOWN, language.possible),
      ...rows.flatMap((row) => aboutRow(row, listing)),
    ],
    locale: table.locale,
    traits,
  });
}

/** True for a text whose rows are known by their position below a title, without its command. */
export function isPlaced<K extends SettingKey | HeuristicKey>(
  text: string,
  listing: AnyListing<K>,
  language: SettingsLanguage<K>,
): boolean {
  const { above, blocks } = readWhole(language.text, text);
  const table = tableOf(above, blocks, listing);
  // A single row may be anything.
  return table.rows.length > 1 && placedKeys(`${text}\n`, table, listing, tableOfRows(language, false)) !== undefined;
}

function placedKeys<K extends SettingKey | HeuristicKey>(
  text: string,
  { rows, labels, locale }: Table<K>,
  listing: AnyListing<K>,
  table: P.Parser<readonly SettingRow<K>[]>,
): readonly (K | null)[] | undefined {
  // The rows are counted first, which is cheaper than to read them again.
  const isKnown = labels.length === rows.length || listing.place?.(rows) === undefined;
  const placed = isKnown ? undefined : readText(table, text);
  const keys = placed === undefined ? undefined : listing.place?.(placed);
  return keys === undefined || isRenamed(rows, keys, listing.labels, locale) ? undefined : keys;
}

/** What follows the right command without a word that is known. */
function unmatched(
  printed: readonly PrintedLine[],
  { title }: { readonly title: string },
): { readonly lines: readonly PrintedLine[]; readonly remarks: readonly Remark[] } {
  const lines = printed.map((own) =>
    own.class === "blank" || own.class === "heading" ? own : reclassed(own, "unknown"),
  );
  const message = `This follows the command for ${title}, but its labels are in no known language`;
  const first = lines.find((own) => own.class === "unknown");
  return { lines, remarks: [{ code: "settings-unmatched", message, at: first?.from ?? 0 }] };
}
