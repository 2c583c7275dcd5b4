import type { Alphabet } from "./alphabets.ts";

/** Letters of the language where letters belong. A CJK character stands for two bytes and counts twice. */
const LETTER = 3;
const RARE_LETTER = 1;
/** The first letters of an alphabet that is ordered by frequency. */
const FREQUENT_LETTERS = 16;
const FREQUENT_IDEOGRAPH = 6;
const OTHER_IDEOGRAPH = 0.5;
const MARK_IN_PLACE = 1;
/** An apostrophe inside a word, a dash before an option (netstat –t): word processors make them. */
const TYPICAL_MARK = 4;
const ODD = -1;
const WRONG = -3;
const UNREADABLE = -8;

const BOX = /[\u2500-\u259f]/;
const BROKEN = /[\x80-\x9f\ue000-\uf8ff\ufffd]/;
const LATER_MARK = /[®™…”»°²³º]/;
const EARLIER_MARK = /[“„«¿¡§©]/;
const DASH = /[–—•·]/;
const IDEOGRAPH = /[\u3400-\u9fff\uac00-\ud7a3]/;
const WIDE_MARK = /[\u3000-\u303f\uff01-\uff5e]/;
const ASCII_LETTER = /[A-Za-z]/;
const DIGIT = /[0-9]/;
const LETTER_AROUND = /\p{L}/u;

/** How well the characters of a text beyond ASCII suit a language: more is better, below 0 is worse than nothing. */
export function plausibility(text: string, alphabet: Alphabet): number {
  const frequent = new Set(alphabet.letters);
  let score = 0;
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) < 0x80) continue;
    const here = text.charAt(at);
    const before = text.charAt(at - 1);
    const after = text.charAt(at + 1);
    if (BROKEN.test(here)) score += UNREADABLE;
    else if (BOX.test(here)) score += here === before ? 0 : ODD;
    else if (here === before && here === text.charAt(at - 2)) score += here === "\u00a0" ? 0 : WRONG;
    else if (alphabet.script === "cjk") score += wideWorth(here, frequent);
    else if (isOwn(here, alphabet.letters)) score += letterWorth(here, before, after, alphabet);
    else score += markWorth(here, before, after);
  }
  return score;
}

function wideWorth(here: string, frequent: ReadonlySet<string>): number {
  if (frequent.has(here)) return FREQUENT_IDEOGRAPH;
  if (IDEOGRAPH.test(here)) return OTHER_IDEOGRAPH;
  return WIDE_MARK.test(here) ? MARK_IN_PLACE : 2 * WRONG;
}

function letterWorth(here: string, before: string, after: string, alphabet: Alphabet): number {
  const { letters, script } = alphabet;
  const lower = here.toLowerCase();
  const upper = here !== lower;
  const besideOwn = isOwn(before, letters) || isOwn(after, letters);
  const besideAscii = ASCII_LETTER.test(before) || ASCII_LETTER.test(after);
  if ((!besideOwn && !besideAscii) || DIGIT.test(before) || DIGIT.test(after)) return ODD;
  if (script === "cyrillic" && besideAscii) return WRONG;
  if (upper && isLower(before)) return WRONG;
  if (script === "cyrillic") return letters.indexOf(lower) < FREQUENT_LETTERS ? LETTER : RARE_LETTER;
  if (here === before || (!upper && isUpper(before) && !isLower(after))) return WRONG;
  return isOwn(before, letters) ? RARE_LETTER : LETTER;
}

/** Marks that stand where such marks stand: ® after a word, an opening quotation mark before one. */
function markWorth(here: string, before: string, after: string): number {
  if (here === "\u00a0") return 0;
  const letterBefore = LETTER_AROUND.test(before);
  const letterAfter = LETTER_AROUND.test(after);
  if (letterBefore && letterAfter) return here === "’" ? TYPICAL_MARK : WRONG;
  if (here === "’") return letterBefore ? MARK_IN_PLACE : ODD;
  if (DASH.test(here) && letterAfter) return before === " " ? TYPICAL_MARK : ODD;
  if (DASH.test(here)) return letterBefore ? ODD : MARK_IN_PLACE;
  if (LATER_MARK.test(here)) return before.trim() !== "" && !letterAfter ? MARK_IN_PLACE : ODD;
  if (EARLIER_MARK.test(here)) return after.trim() !== "" && !letterBefore ? MARK_IN_PLACE : ODD;
  return WRONG;
}

function isOwn(letter: string, letters: string): boolean {
  return letter !== "" && letters.includes(letter.toLowerCase());
}

function isLower(letter: string): boolean {
  return letter !== letter.toUpperCase();
}

function isUpper(letter: string): boolean {
  return letter !== letter.toLowerCase();
}
