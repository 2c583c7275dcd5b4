import P from "parsimmon";
import { fits } from "../contract/lines.ts";
import { token } from "./lexemes.ts";

/** What stands in a record for a part of an address that the capture does not show at all. */
export const UNKNOWN = "?";

interface Spec {
  mask: unknown;
  group: string;
  dotted: unknown;
  letters: unknown;
  colons: unknown;
  placeholder: unknown;
  run: unknown;
  hidden: unknown;
  word: unknown;
}

const groupOfMarks = token(/x{1,4}|\*{1,4}|#{1,4}|n{1,3}|_{1,4}|[?█▓▒░■•●…]{1,4}/i);
const letter = token(/[a-z](?![a-z\d])/i);
const decimal = token(/\d{1,3}(?!\d)/);
const hexadecimal = token(/[\da-f]{0,4}(?![\da-f])/i);
const dot = P.string(".");
const colon = P.string(":");
const runOfMarks = token(/(?:x{2,300}|\*{2,300}|#{2,300}|-{1,300}|_{2,300}|\.{2,300}|[?█▓▒░■•●…]{1,300})/i);
/** No name holds these marks: whatever else is left of it, it is not whole. */
const markWithin = token(/[^*█▓▒░■•●…]{0,300}(?:\*{2}|[█▓▒░■•●…])[^\n]{0,300}/);
const bracketed = P.alt(
  ...[/<[^<>\n]{0,80}>/, /\[[^[\]:\n]{0,80}\]/, /\{{1,2}[^{}\n]{0,80}\}{1,2}/, /\([^()\n]{0,80}\)/].map((form) =>
    token(form),
  ),
  ...[/%[^%:\n]{1,80}%/, /\$\{?\w{1,80}\}?/, /__[A-Z][A-Z\d_]{0,80}__/].map((form) => token(form)),
);
const hiddenWord = token(
  /(?:redacted|removed|hidden|masked|censored|anonymi[sz]ed|obfuscated|sanitized|omitted)\w{0,10}/i,
);

/** Addresses, names and ports that somebody made unreadable before the capture was sent. */
const language = P.createLanguage<Spec>({
  mask: ({ dotted, letters, colons, placeholder, run, word, hidden }) =>
    P.alt(dotted, letters, colons, placeholder, run, word, hidden),

  // xx
  group: () => groupOfMarks,

  // 10.1.x.x
  dotted: ({ group }) => partlyMasked(group, decimal, dot),

  // a.b.c.d
  letters: () => P.seq(letter, dot, letter, dot, letter, dot, letter),

  // 2001:db8:xxxx::1
  colons: ({ group }) => partlyMasked(group, hexadecimal, colon),

  // <server-ip>
  placeholder: () => bracketed,

  // XXXX
  run: () => runOfMarks,

  // [REDACTED]
  word: () => hiddenWord,

  // client-██
  hidden: () => markWithin,
});

/** Groups between separators, of which one at least is a mask. */
function partlyMasked(
  masked: P.Parser<string>,
  plain: P.Parser<string>,
  separator: P.Parser<string>,
): P.Parser<unknown> {
  const marked = masked.result(true).or(plain.result(false));
  return marked
    .sepBy1(separator)
    .chain((groups) => (groups.length > 1 && groups.includes(true) ? P.of(groups) : P.fail("a masked address")));
}

/** Characters that addresses, names and ports are made of, and what among them may be a mask all the same. */
const ordinary = /^[\w.:%-]*[a-z\d][\w.:%-]*$/i;
const suspect =
  /^%|x{2}|n{2}|_{2}|(?:^|[.:])[a-z](?=[.:]|$)|redact|remov|hidden|mask|censor|anonymi|obfusc|sanitiz|omit/i;

/** True when an address, name or port is not known: two equal masks are two unknown ones, not one. */
export function isMasked(text: string): boolean {
  return (!ordinary.test(text) || suspect.test(text)) && fits(language.mask, text);
}
