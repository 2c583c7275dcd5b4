import { diagnostic } from "../../contract/diagnostic.ts";
import type { LineClass, Reading } from "../../contract/grammar.ts";
import { lineNumbers, placeOf, type SegmentText } from "../../contract/place.ts";
import { localeOf } from "../../lexicon/phrases.ts";
import type { HeuristicKey, SettingKey } from "../../locales/locale.ts";
import { settingsDiagnostics } from "./diagnostics.ts";
import type { Setting, SettingsTraits } from "./lines.ts";
import { type PlacedTable, type SettingRow, type SettingsTable, type SettingsWords, valueOfRow } from "./table.ts";

type Key = SettingKey | HeuristicKey;
type SettingsReading = Reading<Setting, SettingsTraits>;

const nothing = { records: [], diagnostics: [], locale: null, traits: { byPosition: false } } as const;

/** The reading of a table of which something is known. */
export function settingsReading<K extends Key>(
  segment: SegmentText,
  table: SettingsTable<K>,
  placed: PlacedTable<K> | undefined,
  words: SettingsWords<K> & { readonly title: string },
): SettingsReading {
  const { rows, classes } = placed === undefined ? ownPart(table) : { rows: placed.rows, classes: table.classes };
  const matching = placed === undefined ? "byLabel" : "byPosition";
  const numberOf = lineNumbers(segment.runs);
  return {
    records: rows.map((row) => ({
      line: numberOf(row.ordinal),
      setting: row.key,
      label: row.label,
      value: valueOfRow(row, words).value,
    })),
    classes,
    diagnostics: settingsDiagnostics({ segment, table, rows, classes, matching, words, title: words.title }),
    locale: placed === undefined ? localeOfTable(table, words) : placed.locale,
    traits: { byPosition: placed !== undefined },
    recognised: true,
  };
}

/** The reading of what follows the right command without a word that is known. */
export function unmatchedReading(segment: SegmentText, classes: readonly LineClass[], title: string): SettingsReading {
  const found = classes.map((own) => (own === "blank" || own === "heading" ? own : "unknown"));
  const first = Math.max(0, found.indexOf("unknown"));
  const message = `This follows the command for ${title}, but none of its labels is known in any language`;
  const at = placeOf(segment.runs, first);
  return {
    ...nothing,
    classes: found,
    diagnostics: [diagnostic("settings-unmatched", message, at, segment.text.split("\n")[first])],
    recognised: true,
  };
}

/** The reading of what turned out to be something else. */
export function unrelatedReading(classes: readonly LineClass[]): SettingsReading {
  return { ...nothing, classes: classes.map((own) => (own === "blank" ? own : "unrelated")), recognised: false };
}

/**
 * The table without the rows of another listing that follows it: unknown labels behind a blank line, where the known
 * ones stand together. Their lines are unrelated.
 */
function ownPart<K>({ rows, classes }: SettingsTable<K>): {
  readonly rows: readonly SettingRow<K>[];
  readonly classes: readonly LineClass[];
} {
  const known = rows.filter(({ key }) => key !== null);
  const first = known.at(0)?.ordinal;
  const last = known.at(-1)?.valueOrdinal;
  if (first === undefined || last === undefined || classes.slice(first, last).includes("blank"))
    return { rows, classes };
  const end = classes.indexOf("blank", last);
  if (end < 0) return { rows, classes };
  return {
    rows: rows.filter(({ ordinal }) => ordinal < end),
    classes: classes.map((own, ordinal) => (ordinal > end && own === "record" ? "unrelated" : own)),
  };
}

/** English words occur in most languages, so a table that is mostly unknown has no language that we know. */
function localeOfTable<K>({ rows, labels, titles }: SettingsTable<K>, { others }: SettingsWords<K>): string | null {
  return others === "kept" || labels.length * 2 >= rows.length ? localeOf([...titles, ...labels]) : null;
}
