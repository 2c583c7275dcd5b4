import P from "parsimmon";
import { blankLine, fits, line, lone, otherLine, type PrintedLine, valuesOf } from "../../contract/lines.ts";
import { blanks } from "../../lexicon/lexemes.ts";
import type { Phrasebook } from "../../lexicon/phrases.ts";
import type { SettingsWords } from "./labels.ts";
import type { SettingRow, SettingsLanguage } from "./language.ts";
import { listed } from "./values.ts";

/** Which settings the rows of a table are about, from top to bottom, in the versions of Windows. */
export type Versions<K> = readonly (readonly K[])[];

const titleWithTcp = line("title", "heading", blanks.then(P.regexp(/[^:：\n]*TCP[^:：\n]*/i)));

/** A title with "TCP", a rule, and then nothing but rows: the table in whatever language. */
export function tableOfRows<K>({ row, rule }: SettingsLanguage<K>): P.Parser<readonly SettingRow<K>[]> {
  const opening = P.seq<unknown[]>(titleWithTcp, blankLine.many(), rule);
  const other = P.alt<PrintedLine>(blankLine, otherLine);
  return P.notFollowedBy(P.alt<unknown>(opening, rule))
    .then(other)
    .many()
    .then(opening)
    .then(P.alt(blankLine.map(lone), row).many())
    .skip(P.notFollowedBy(row).then(other).many())
    .map(valuesOf);
}

/**
 * What the rows are about by their position alone. Refuses (undefined) unless their number is that of one version only,
 * every value is one that its position can have, and every label that is known agrees.
 */
export function keysByPosition<K>(
  rows: readonly SettingRow<K>[],
  versions: Versions<K>,
  words: SettingsWords<K>,
): readonly K[] | undefined {
  const keys = versions.find(({ length }) => length === rows.length);
  const isOf = (key: K | undefined, { phrase, printed }: SettingRow<K>) =>
    key !== undefined &&
    (phrase === undefined || phrase.key === key) &&
    fits(listed((word) => words.value(key, word)).skip(P.all), printed.value);
  return keys !== undefined && rows.every((row, at) => isOf(keys[at], row)) ? keys : undefined;
}

/** True when a row has another label than the language's own word for the setting that stands there: it is another one. */
export function isRenamed<K>(
  rows: readonly SettingRow<K>[],
  keys: readonly K[],
  labels: Phrasebook<K>,
  locale: string | null,
): boolean {
  const own = [...labels.exact.values()].filter(({ locales }) => locale !== null && locales.includes(locale));
  return rows.some(({ phrase }, at) => phrase === undefined && own.some(({ key }) => key === keys[at]));
}
