import P from "parsimmon";
import { locales } from "../locales/index.ts";
import type { Locale } from "../locales/locale.ts";
import { escaped } from "./lexemes.ts";

/** A phrase of Windows that was recognised. */
export interface Phrase<K> {
  readonly key: K;
  /** Tags of the display languages that use the phrase, in the order of the locales. */
  readonly locales: readonly string[];
}

/** The phrases of every display language for a set of keys. */
export interface Phrasebook<K> {
  /** By the folded phrase. */
  readonly exact: ReadonlyMap<string, Phrase<K>>;
  /** By the phrase with its lost letters masked; a mask that would stand for two keys is left out. */
  readonly masked: ReadonlyMap<string, Phrase<K>>;
  /** Length of the longest phrase: longer texts need not be folded. */
  readonly longest: number;
}

const PLAIN = /^[\x20-\x7e]*$/;
/** Quotation marks, and blanks other than single ones. */
const UNEVEN = /["“”„']|\s\s|[^\S ]/;
/** Marks around words; the apostrophe in a word is none. */
const QUOTES = /["“”„]|\B'|'\B/g;
/** A letter that ASCII does not have, or a sign for it. Without the look ahead "s" would be one: ſ is its other case. */
const FOREIGN_LETTER = /(?![ -~])[\u0080-\u{10ffff}]|\?/u;
/** What stands for a character that an encoder could not write or a decoder could not read. */
const LOST = /[?\ufffd]/;
/** Letters that an ASCII file can't hold, and what stands for them there. */
const UNSURE = /[?\u0080-\u{10ffff}]+/gu;
/** The first letters of a phrase, as far as no file loses them. */
const BEGINNING = /^[\x20-\x7e]{1,12}/;
/** A mask with fewer letters left says nothing ("? rto" does, "? ?" does not). */
const FEWEST_LETTERS = 3;

/**
 * A phrase as it is compared: blanks collapsed, lower case, quotation marks dropped, compatibility forms (full-width
 * letters, ideographic blanks, the ellipsis) replaced by the plain ones. Never for display.
 */
export function fold(phrase: string): string {
  const plain = PLAIN.test(phrase) ? phrase : phrase.normalize("NFKC");
  const text = plain.trim().toLowerCase();
  return UNEVEN.test(text) ? text.replaceAll(QUOTES, "").replaceAll(/\s+/g, " ").trim() : text;
}

/** A phrase for display, its blanks collapsed. */
export function collapsed(phrase: string): string {
  return phrase.replaceAll(/\s+/g, " ").trim();
}

/**
 * Collects the phrases of all locales, when the first of them is looked up. `phrasesOf` gives what a locale says for each
 * key.
 */
export function phrasebook<K>(phrasesOf: (locale: Locale) => Iterable<readonly [K, readonly string[]]>): Phrasebook<K> {
  let collected: Phrasebook<K> | undefined;
  const book = () => {
    collected ??= collectedFrom(phrasesOf);
    return collected;
  };
  return {
    get exact() {
      return book().exact;
    },
    get masked() {
      return book().masked;
    },
    get longest() {
      return book().longest;
    },
  };
}

function collectedFrom<K>(phrasesOf: (locale: Locale) => Iterable<readonly [K, readonly string[]]>): Phrasebook<K> {
  const exact = new Map<string, Phrase<K>>();
  const masked = new Map<string, Phrase<K> | null>();
  let longest = 0;
  for (const locale of locales) {
    for (const [key, phrases] of phrasesOf(locale)) {
      for (const phrase of phrases.map(fold)) {
        const known = exact.get(phrase);
        exact.set(phrase, agreed(known, key, locale.tag) ?? known ?? { key, locales: [locale.tag] });
        const shape = mask(phrase);
        if (shape !== phrase && lettersOf(shape) >= FEWEST_LETTERS) {
          masked.set(shape, agreed(masked.get(shape), key, locale.tag));
        }
        longest = Math.max(longest, phrase.length);
      }
    }
  }
  return {
    exact,
    masked: new Map([...masked].flatMap(([shape, phrase]) => (phrase ? [[shape, phrase]] : []))),
    longest,
  };
}

/** Collects words that are the same in every display language. */
export function untranslated<K>(words: ReadonlyMap<string, K>): Phrasebook<K> {
  const exact = new Map<string, Phrase<K>>();
  for (const [word, key] of words) exact.set(fold(word), { key, locales: [] });
  return { exact, masked: new Map(), longest: Math.max(0, ...[...words.keys()].map((word) => word.length)) };
}

/** The words of a locale for keys of an object, as `phrasebook` takes them. */
export function entriesOf<K extends string>(
  words: { readonly [P in K]?: readonly string[] },
): [K, readonly string[]][] {
  // The keys of a locale's tables are exactly those of their type.
  return Object.entries(words) as [K, readonly string[]][];
}

/** Looks a text up, also when letters of it were lost to "?" or U+FFFD. */
export function lookUp<K>(book: Phrasebook<K>, text: string): Phrase<K> | undefined {
  // Blanks may be many, but a phrase does not become shorter by more than those.
  if (text.length > book.longest * 4) return undefined;
  const folded = fold(text);
  return book.exact.get(folded) ?? (LOST.test(folded) ? book.masked.get(mask(folded)) : undefined);
}

/** True when the text may be the folded phrase, letters of it lost to "?" or U+FFFD. */
export function mayBe(text: string, phrase: string): boolean {
  const folded = fold(text);
  return LOST.test(folded) && mask(folded) === mask(phrase);
}

/** What one of the phrases begins with, in lower case or not: an expression for hints. */
export function beginningOf(book: Phrasebook<unknown>): RegExp {
  const beginnings = [...book.exact.keys()].map((phrase) => BEGINNING.exec(phrase)?.[0] ?? "");
  const sources = beginnings.map((letters) =>
    letters === "" ? FOREIGN_LETTER.source : escaped(letters).replaceAll(" ", "\\s+"),
  );
  return new RegExp([...new Set(sources)].join("|") || "(?!)", "iu");
}

/** True when the text is the beginning of a phrase, and long enough to tell. */
export function beginsPhrase<K>(book: Phrasebook<K>, text: string): boolean {
  if (text.length > book.longest * 4) return false;
  const folded = fold(text);
  if (folded.length < FEWEST_LETTERS) return false;
  for (const phrase of book.exact.keys()) if (phrase.startsWith(folded)) return true;
  return false;
}

/**
 * The display language that most of the recognised phrases belong to. English wins a tie that it is part of; null when
 * nothing was recognised or other languages are equal.
 */
export function localeOf(votes: Iterable<Phrase<unknown>>): string | null {
  const counts = new Map<string, number>();
  for (const { locales: tags } of votes) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  const best = locales.filter(({ tag }) => most > 0 && counts.get(tag) === most);
  const english = best.find(({ tag }) => tag === "en-US");
  return english?.tag ?? (best.length === 1 ? (best[0]?.tag ?? null) : null);
}

/** A folded phrase with each run of letters that an ASCII file loses replaced by one "?". */
function mask(folded: string): string {
  return folded.replaceAll(UNSURE, "?");
}

/** The phrase with one more locale; null when it already stands for another key. */
function agreed<K>(phrase: Phrase<K> | null | undefined, key: K, tag: string): Phrase<K> | null {
  if (phrase === undefined) return { key, locales: [tag] };
  if (phrase === null || phrase.key !== key) return null;
  return phrase.locales.includes(tag) ? phrase : { key, locales: [...phrase.locales, tag] };
}

function lettersOf(text: string): number {
  return text.replaceAll(/[^a-z0-9]/g, "").length;
}

/** A text that is one of the phrases; `name` says what was expected instead. */
export function phraseOf<K>(book: Phrasebook<K>, text: P.Parser<string>, name: string): P.Parser<Phrase<K>> {
  return text.chain((printed) => {
    const found = lookUp(book, printed);
    return found === undefined ? P.fail(name) : P.of(found);
  });
}
