import { locales } from "../locales/index.ts";
import type { Locale } from "../locales/locale.ts";
import { fold } from "./phrases.ts";

const ASCII = /^[\x20-\x7e]+$/;

/**
 * Phrases of all display languages as the `words` of a grammar. Those with other letters than ASCII are left out: which
 * bytes they are depends on the encoding.
 */
export function wordsOf(phrases: (locale: Locale) => Iterable<readonly string[] | undefined>): readonly string[] {
  const all = locales.flatMap((locale) => [...phrases(locale)].flatMap((some) => some ?? []));
  const plain = all.map(fold).filter((phrase) => ASCII.test(phrase));
  return [...new Set(plain.map((phrase) => phrase.replaceAll(/[^a-z0-9]+/g, " ").trim()))];
}
