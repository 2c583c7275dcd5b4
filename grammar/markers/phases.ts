import P from "parsimmon";
import { fits, hintOf, readAny, readText } from "../contract/lines.ts";
import { month, weekday } from "../lexicon/calendar.ts";
import { oneOf, someBlanks, token } from "../lexicon/lexemes.ts";
import { wordList } from "../lexicon/word-list.ts";
import type { Phase } from "./marker.ts";

/** Words for before and after in the languages that people head their captures in. */
const beforeWords = wordList(
  "before pre prior vor vorher davor avant antes prima voor vooraf przed innan före før før ennen önce до перед",
);
const afterWords = wordList(
  "after post nach nachher danach après apres después despues depois dopo na nadien efter etter jälkeen sonra после",
);

/** Longer texts tell a story. */
const MOST_WORDS = 8;
const LONGEST = 80;

/** Words of Chinese, Japanese and Korean that are made with those for before and after and mean something else. */
const otherCharacters = token(/[当當目以提事生]前|以[后後]|[今最][后後]|午[前後]|오[전후]|전체|후보/);
const before = P.alt(oneOf(beforeWords), token(/前|(?:변경|작업|조치)[ \t]?전/)).result<Phase>("before");
const after = P.alt(oneOf(afterWords), token(/后|後|(?:변경|작업|조치)[ \t]?후/)).result<Phase>("after");
const letters = token(() => /[\p{Script=Han}\p{Script=Hangul}]|[\p{L}\p{M}\p{N}]+/u);
const between = token(() => /[^\p{L}\p{M}\p{N}\n]+/u);

const phases: P.Parser<readonly (Phase | undefined)[]> = P.alt<Phase | undefined>(
  otherCharacters.result(undefined),
  before,
  after,
  letters.result(undefined),
  between.result(undefined),
).many();

const calendarWord = month.or(weekday);
const words = token(/\S+/).sepBy1(someBlanks);

/** A word for before or after, for a quick look. */
export const phaseWords = `(?<![\\p{L}\\p{N}])(?:${[...beforeWords, ...afterWords].join("|")})(?![\\p{L}\\p{N}])|[前后後전후]`;

const mentionsPhase = hintOf(() => [[new RegExp([...beforeWords, ...afterWords, "[前后後전후]"].join("|"), "u")]]);

/** The phase that a heading of a few words says: "settings before the change". Undefined when it says none, or both. */
export function phaseIn(heading: string): Phase | undefined {
  if (heading.length > LONGEST || !mentionsPhase(heading)) return undefined;
  const said = readText(words, heading);
  if (said === undefined || said.length > MOST_WORDS) return undefined;
  const [first, second] = new Set(readAny(phases, heading).filter((phase) => phase !== undefined));
  return second === undefined ? first : undefined;
}

/** True for a word that says when: a month, a day of the week, before or after. */
export function saysWhen(word: string): boolean {
  return fits(calendarWord, word) || phaseIn(word) !== undefined;
}
