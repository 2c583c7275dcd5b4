/** What a stretch of a line is, by its form alone. */
export type TokenKind = "escape" | "bytes" | "guid" | "sid" | "mac" | "ipv6" | "ipv4" | "run";

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly at: number;
}

const hex = "[\\da-f]";
const alone = "(?<![\\p{L}\\p{N}])";
const end = "(?![\\p{L}\\p{N}])";
const octet = "(?:\\d{1,3}|[x*#]{1,3})";

/** `10.1.2.3`, also with some of it masked; not the beginning of a longer number with points. A port may be its fifth part. */
const ipv4 = `(?<!\\d|\\d\\.)\\d{1,3}(?:\\.${octet}){3}(?![\\dx*#]|\\.\\d{1,5}\\.\\d)`;

/** `ip-10-1-2-3`, as clouds call their machines. */
const dashed = "(?<=(?<![\\p{L}\\p{N}])(?:ip|host|vm|node|pool|dhcp|client|static)-)\\d{1,3}(?:-\\d{1,3}){3}(?![\\d-])";

/** A letter or digit with which no address begins. */
const sign = `(?:(?!${ipv4}|${dashed})[\\p{L}\\p{M}\\p{N}])`;

const forms: { readonly [K in Exclude<TokenKind, "escape">]: string } = {
  bytes: `(?<=[:,]|^[ \\t]{0,8})${hex}{2}(?:,${hex}{2}){2,2000}`,
  guid: `${alone}${hex}{8}(?:-${hex}{4}){3}-${hex}{12}${end}`,
  sid: `${alone}S-1-\\d{1,3}(?:-\\d{1,10}){1,15}${end}`,
  mac: `${alone}(?:${hex}{2}(?:[-:]${hex}{2}){5,20}|${hex}{4}(?:\\.${hex}{4}){2}|(?=\\d{0,11}[a-f])${hex}{12})(?![\\p{L}\\p{N}]|[-:]${hex}{2}(?![\\p{L}\\p{N}]))`,
  ipv6: `(?<![\\p{L}\\p{N}:.])(?:${hex}{1,4}(?=:)|(?=::))(?::{1,2}${hex}{1,4}){0,8}(?:::)?(?:(?<=:${hex}{1,3})(?:\\.\\d{1,3}){3})?${end}`,
  ipv4: `(?:${ipv4}|${dashed})`,
  run: `${sign}+(?:[._@-]{1,3}${sign}+)*`,
};

const pattern = Object.entries(forms)
  .map(([kind, form]) => `(?<${kind}>${form})`)
  .join("|");
const inText = new RegExp(pattern, "giu");
const inJson = new RegExp(`(?<escape>\\\\[^u])|${pattern}`, "giu");
/** For what looked like an address of IPv6, and is a clock or a port behind a name. */
const without = new RegExp(`(?<ipv4>${forms.ipv4})|(?<run>${forms.run})`, "giu");

/** What a line is made of beside blanks and signs. In JSON a letter may be part of an escape and of no word. */
export function tokensIn(line: string, notation: "text" | "json"): readonly Token[] {
  return matches(line, notation === "json" ? inJson : inText, 0);
}

/** The tokens of a text in which no address of IPv6 is. */
export function tokensWithoutIpv6(text: string, at: number): readonly Token[] {
  return matches(text, without, at);
}

function matches(line: string, expression: RegExp, start: number): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of line.matchAll(expression)) {
    const found = Object.entries(match.groups ?? {}).find(([, text]) => text !== undefined);
    if (found === undefined) continue;
    tokens.push({ kind: found[0] as TokenKind, text: match[0], at: start + match.index }); // groups are named for kinds
  }
  return tokens;
}
