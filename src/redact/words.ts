import { circle, type Secret } from "./secret.ts";

/** Letters and digits by their kinds: each sign is replaced by one of its own kind. */
const alphabets: readonly string[] = [
  "abcdefghijklmnopqrstuvwxyz",
  "0123456789",
  "абвгдежзийклмнопрстуфхцчшщъыьэюя",
  "αβγδεζηθικλμνξοπρστυφχψω",
  "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン",
  "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわん",
];

/** Scripts with more signs than fit a circle: a sign is replaced by another one of some that are common. */
const scripts: readonly { readonly pattern: RegExp; readonly signs: string }[] = [
  { pattern: /\p{Script=Han}/u, signs: "山川田石木林森水火土金玉竹米糸羊虫貝車雨魚鳥馬麦花草茶色音風" },
  { pattern: /\p{Script=Hangul}/u, signs: "가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허고노" },
  { pattern: /\p{Script=Cyrillic}/u, signs: alphabets[2] ?? "" },
  { pattern: /\p{Script=Katakana}/u, signs: alphabets[4] ?? "" },
  { pattern: /\p{Script=Hiragana}/u, signs: alphabets[5] ?? "" },
];

const places: ReadonlyMap<string, { readonly alphabet: string; readonly at: number }> = new Map(
  alphabets.flatMap((alphabet) => [...alphabet].map((sign, at) => [sign, { alphabet, at }] as const)),
);

/**
 * A word of letters and digits for another one as long, of the same kinds of signs, as upper or lower case. It is told by
 * what stands before each sign, so words that begin alike go on doing so, and a name that was cut off stays the beginning of
 * the whole one. How a word is spelt, large or small, makes no difference.
 */
export function otherWord(word: string, secret: Secret): string {
  let before = "";
  let result = "";
  let at = 0;
  for (const sign of word) {
    const small = sign.toLowerCase();
    const other = otherSign(small, secret("word", at > LONGEST ? `${before} ${at}` : before));
    result += small === sign ? other : other.toUpperCase();
    if (at < LONGEST) before += small;
    at += 1;
  }
  return result;
}

/** Signs that tell what stands for those behind them. What is longer is no name, and would take long. */
const LONGEST = 64;

function otherSign(sign: string, hash: Uint8Array): string {
  const place = places.get(sign);
  if (place !== undefined) {
    const { alphabet, at } = place;
    return alphabet[circle(hash, alphabet.length)[at] ?? at] ?? sign;
  }
  if (/^\p{M}$/u.test(sign)) return sign;
  if (/^\p{Nd}$/u.test(sign)) return "0";
  const signs = [...(scripts.find(({ pattern }) => pattern.test(sign))?.signs ?? alphabets[0] ?? "")];
  const drawn = (hash[0] ?? 0) * 256 + (hash[1] ?? 0) + (sign.codePointAt(0) ?? 0) * 31;
  const other = signs[drawn % signs.length] ?? "x";
  return other === sign ? (signs[(drawn + 1) % signs.length] ?? "x") : other;
}
