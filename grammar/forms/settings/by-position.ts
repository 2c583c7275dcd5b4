import P from "parsimmon";
import { blankLine, fits, line, lone, otherLine, type PrintedLine, valuesOf } from "../../contract/lines.ts";
import { blanks, token } from "../../lexicon/lexemes.ts";
import { mayBe, type Phrasebook } from "../../lexicon/phrases.ts";
import type { SettingsWords } from "./labels.ts";
import type { SettingRow, SettingsLanguage } from "./language.ts";
import { listed } from "./values.ts";

/** What the rows of a table are about by their position alone, from top to bottom; undefined when that would be a guess. */
export type Placing<K> = (rows: readonly SettingRow<K>[]) => readonly (K | null)[] | undefined;

const titleWithTcp = line("title", "heading", blanks.then(token(/[^:：\n]*TCP[^:：\n]*/i)));

/** The rows of a text that has nothing between them; by itself it needs a title with "TCP" and a rule. */
export function tableOfRows<K>(
  { row, rule }: SettingsLanguage<K>,
  isAsked: boolean,
): P.Parser<readonly SettingRow<K>[]> {
  const other = P.alt<PrintedLine>(blankLine, otherLine);
  const opening = P.seq<unknown[]>(titleWithTcp, blankLine.many(), rule);
  const titled = P.notFollowedBy(P.alt<unknown>(opening, rule)).then(other).many().then(opening);
  const untitled = P.notFollowedBy(row).then(other).many();
  return (isAsked ? untitled : titled)
    .then(P.alt(blankLine.map(lone), row).many())
    .skip(P.notFollowedBy(row).then(other).many())
    .map(valuesOf);
}

/**
 * Places the rows of versions of Windows: as many rows as one of them has, each with a value that its position can have
 * and none with a label that means something else. Two versions that fit are a guess.
 */
export function byVersion<K>(
  versions: readonly (readonly K[])[],
  { value }: Pick<SettingsWords<K>, "value">,
): Placing<K> {
  const isOf = (key: K | undefined, { phrase, printed }: SettingRow<K>) =>
    key !== undefined &&
    (phrase === undefined || phrase.key === key) &&
    fits(listed((word) => value(key, word)).skip(P.all), printed.value);
  return (rows) => {
    const [version, ...others] = versions.filter(
      (keys) => keys.length === rows.length && rows.every((row, at) => isOf(keys[at], row)),
    );
    return others.length === 0 ? version : undefined;
  };
}

/** True when a row has another label than the language's own word for the setting that stands there: it is another one. */
export function isRenamed<K>(
  rows: readonly SettingRow<K>[],
  keys: readonly (K | null)[],
  labels: Phrasebook<K>,
  locale: string | null,
): boolean {
  if (locale === null) return false;
  const spoken = [...labels.exact].filter(([, { locales }]) => locales.includes(locale));
  return rows.some(({ phrase, label }, at) => {
    const own = phrase === undefined ? spoken.filter(([, { key }]) => key === keys[at]) : [];
    return own.length > 0 && !own.some(([text]) => mayBe(label, text));
  });
}
