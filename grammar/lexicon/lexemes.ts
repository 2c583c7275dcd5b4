import P from "parsimmon";

/**
 * The tokens that more than one kind of capture is made of, as regular expressions without anchors or capturing groups:
 * they can be composed by their sources as well as wrapped as parsers. Each is linear and stays in its line.
 */
export const tokens = {
  /** What separates cells: two blanks or more, or a TAB. A single blank belongs to the cell. */
  gap: /[ \t]{2,}|\t/,
  /** A line drawn under a title: "----------". */
  rule: /[ \t]*-{5,}[ \t]*/,
  blank: /[ \t]*/,
  rest: /[^\n]*/,
  /** Japanese and Chinese captures have the wide form too. */
  colon: /[:：]/,
  ipv4: /(?:\d{1,3}\.){3}\d{1,3}/,
  /** At least two colons; the last four bytes may be written as IPv4, and a zone may follow. */
  ipv6: /(?=[0-9a-f]*:[0-9a-f]*:)[0-9a-f:]{2,39}(?:(?:\d{1,3}\.){3}\d{1,3})?(?:%\w{1,32})?(?![\w.:%])/i,
  /** A physical address: "00-00-5E-00-53-01", longer for FireWire and InfiniBand. */
  mac: /[0-9a-f]{2}(?:-[0-9a-f]{2}){5,7}/i,
  /** Number of an update: "KB2525390". */
  kbNumber: /KB\d{5,8}(?!\d)/i,
  /** A name of a computer, or a DNS name made of such; no longer than DNS allows, nor any part of it between dots. */
  get hostName() {
    return /(?!(?:[\p{L}\p{M}\p{N}_-]{1,63}\.){0,126}[\p{L}\p{M}\p{N}_-]{64})[\p{L}\p{M}\p{N}_](?:[\p{L}\p{M}\p{N}_.-]{0,251}[\p{L}\p{M}\p{N}_])?/u;
  },
  guid: /\{?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?/i,
} as const;

/**
 * A token by its expression, wrapped as a parser when it is first read: most captures need few of all there are. An
 * expression that is made of others, or has classes of Unicode (`\p{L}`), which V8 spells out, is not even made before.
 */
export function token(expression: RegExp | (() => RegExp)): P.Parser<string> {
  return P.lazy(() => inPlace(expression instanceof RegExp ? expression : expression()));
}

/** What asks for the characters before it, or for the beginning of the text. */
const LOOKS_BACK = /(?:^|[^[\\])\^|\\[bB]|\(\?<[=!]/;

/**
 * The expression, tried where the token is to begin: P.regexp cuts the rest of the text off each time. An expression that
 * looks back would see more so, and one with classes of Unicode might begin within a character: those are left to it.
 */
function inPlace(expression: RegExp): P.Parser<string> {
  if (expression.unicode || LOOKS_BACK.test(expression.source)) return P.regexp(expression);
  const pattern = new RegExp(expression.source, `${expression.flags}y`);
  const name = `${expression}`;
  return P((text, at) => {
    pattern.lastIndex = at;
    return pattern.test(text)
      ? P.makeSuccess(pattern.lastIndex, text.slice(at, pattern.lastIndex))
      : P.makeFailure(at, name);
  });
}

/** Runs of blanks and TABs, also none. */
export const blanks: P.Parser<string> = token(tokens.blank);

/** At least one blank or TAB. */
export const someBlanks: P.Parser<string> = token(/[ \t]+/).desc("a blank");

/** What separates two cells. */
export const gap: P.Parser<string> = token(tokens.gap).desc("a gap");

/** Words with single blanks between them. */
export const cell: P.Parser<string> = token(/[^ \t\n]+(?: [^ \t\n]+)*/).desc("a cell");

/** Everything up to the end of the line, also nothing. */
export const rest: P.Parser<string> = token(tokens.rest);

/** The rest of the line without the blanks around it; at least one character. */
export const words: P.Parser<string> = blanks.then(token(/[^ \t\n](?:[^\n]*[^ \t\n])?/)).desc("some words");

/** The same, or nothing at all. */
export const anyWords: P.Parser<string> = words.or(blanks.result(""));

export const colon: P.Parser<string> = token(tokens.colon).desc("a colon");
export const ruleLine: P.Parser<string> = token(tokens.rule).desc("a rule line");
export const ipv4: P.Parser<string> = token(tokens.ipv4).desc("an IPv4 address");
export const ipv6: P.Parser<string> = token(tokens.ipv6).desc("an IPv6 address");
export const mac: P.Parser<string> = token(tokens.mac).desc("a physical address");
export const hostName: P.Parser<string> = token(() => tokens.hostName).desc("the name of a host");
export const kbNumber: P.Parser<string> = token(tokens.kbNumber).desc("the number of an update");

/** A whole number of up to nine digits. */
export const count: P.Parser<number> = token(/\d{1,9}(?!\d)/)
  .map(Number)
  .desc("a number");

/** The end of a line; the texts of segments end each line with it, the last one too. */
export const lineEnd: P.Parser<string> = P.string("\n").desc("end of line");

/** Looks ahead: the line goes on with at most blanks. */
export const atLineEnd: P.Parser<string> = P.lookahead(token(/[ \t]*(?:\n|$)/)).desc("end of line");

/** A word out of a list, whatever its case, that does not go on as a longer one. Longest first. */
export function oneOf(words: readonly string[]): P.Parser<string> {
  return P.lazy(() => {
    const alternatives = words.toSorted((a, b) => b.length - a.length).map(escaped);
    return P.regexp(new RegExp(`(?:${alternatives.join("|") || "(?!)"})(?![\\p{L}\\p{N}])`, "iu")).desc(
      words.join(" or "),
    );
  });
}

/** The text with its special characters escaped, for use in a regular expression. */
export function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
