import { locales } from "../../../grammar/locales/index.ts";
import { type GuessedPage, guessedPages } from "./alphabets.ts";
import { blanksInPlace, withPlainBlanks } from "./blanks-in-place.ts";
import { pageDecoder } from "./code-pages.ts";
import { plausibility } from "./plausibility.ts";

/** A code page and what speaks for it, as the end of a sentence that begins with "because". */
export interface Guess {
  readonly page: string;
  readonly reason: string;
}

interface Score {
  /** Characters beyond ASCII in phrases that Windows prints: these count first. */
  readonly phrases: number;
  readonly letters: number;
  readonly reason: string;
}

const NOTHING_SPEAKS: Guess = { page: "cp850", reason: "nothing in them suggests another code page" };

/**
 * The code page that reads the sample best. Words that Windows prints in a language we know decide; without them the
 * letters do. With nothing to go by it is 850, what a Western European console writes.
 */
export function guessPage(sample: Uint8Array): Guess {
  let best: Guess = NOTHING_SPEAKS;
  let bestScore: Score = { phrases: 0, letters: 0, reason: "" };
  for (const candidate of guessedPages) {
    const { page } = candidate;
    const text = pageDecoder(page)(sample);
    const score = scoreOf(text, candidate);
    const better = score.phrases - bestScore.phrases || score.letters - bestScore.letters;
    if (better <= 0) continue;
    best = { page, reason: score.reason };
    bestScore = score;
  }
  return best;
}

function scoreOf(decoded: string, { alphabets, doubt, writing }: GuessedPage): Score {
  const blanks = blanksInPlace(decoded);
  // What stands for blanks, seen or not, says nothing more.
  const text = blanks > 0 ? withPlainBlanks(decoded) : decoded;
  const letters = Math.max(...alphabets.map((alphabet) => plausibility(text, alphabet))) - doubt;
  const { found: worded, language } = phrasesIn(text);
  const found = worded + blanks;
  const phrased =
    worded > 0
      ? `they contain words that Windows prints in ${language}`
      : "they then have spaces where Windows prints them";
  return { phrases: found, letters, reason: found > 0 ? phrased : `their letters suit ${writing} text` };
}

/** How many characters beyond ASCII stand in phrases of the locale that has most of them. */
function phrasesIn(text: string): { readonly found: number; readonly language: string } {
  let best = { found: 0, language: "" };
  for (const { language, phrases } of foreignPhrases()) {
    let found = 0;
    for (const { phrase, weight } of phrases) if (text.includes(phrase)) found += weight;
    if (found > best.found) best = { found, language };
  }
  return best;
}

interface ForeignPhrases {
  readonly language: string;
  readonly phrases: readonly { readonly phrase: string; readonly weight: number }[];
}

let known: readonly ForeignPhrases[] | undefined;

/** The phrases of each locale that are not plain ASCII, collected at the first call. */
function foreignPhrases(): readonly ForeignPhrases[] {
  known ??= locales.map((locale) => {
    const phrases: { phrase: string; weight: number }[] = [];
    for (const phrase of new Set(wordsIn(locale))) {
      const weight = phrase.replace(/[\x00-\x7f]/g, "").length;
      if (weight > 0) phrases.push({ phrase, weight });
    }
    return { language: locale.language, phrases };
  });
  return known;
}

/** Every string in a locale, keys included: its words for states are keys. */
function* wordsIn(value: unknown): Generator<string> {
  if (typeof value === "string") yield value;
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    yield key;
    yield* wordsIn(inner);
  }
}
