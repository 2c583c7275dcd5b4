import { lookUp, phrasebook } from "../../lexicon/phrases.ts";
import { locales } from "../../locales/index.ts";
import { connectionStates, type OffloadState } from "../../locales/locale.ts";

/** Windows' word → netstat's English word, for all languages; the English words map to themselves. */
export const stateWords: ReadonlyMap<string, string> = new Map<string, string>([
  ...connectionStates.map((state) => [state, state] as const),
  ...locales.flatMap((locale) => Object.entries(locale.states)),
]);

/** The same words, for those that lost letters in a file written as ASCII ("ABH?REN"). */
const stateBook = phrasebook((locale) =>
  Object.entries(locale.states).map(([word, state]) => [state, [word]] as const),
);

/** Windows' word → offload state. The words are the same in every language seen so far. */
export const offloadWords = new Map<string, OffloadState>(
  locales.flatMap((locale) => Object.entries(locale.offloadStates)),
);

/** netstat's English word for a state word of any known language; the word itself when no language has it. */
export function stateNamed(word: string): string {
  return stateWords.get(word) ?? lookUp(stateBook, word)?.key ?? word;
}

export function isKnownState(word: string): boolean {
  return stateWords.has(word);
}

/** The offload state a word stands for, whatever its case. */
export function offloadStateNamed(word: string): OffloadState | undefined {
  const exact = offloadWords.get(word);
  if (exact !== undefined) return exact;
  const lower = word.toLowerCase();
  for (const [known, state] of offloadWords) if (known.toLowerCase() === lower) return state;
  return undefined;
}

/** True when a word is a known offload word or state that lost its end. */
export function isCutWord(word: string): boolean {
  const whole = [...offloadWords.keys(), ...stateWords.keys()];
  return whole.some((known) => known.length > word.length && known.startsWith(word));
}
