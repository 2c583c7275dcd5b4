import P from "parsimmon";
import { fits, hintOf, readText } from "../contract/lines.ts";
import { hostName, ipv4, ipv6, token } from "../lexicon/lexemes.ts";
import { roleWords, sectionWords } from "./section-words.ts";

export { hostName } from "../lexicon/lexemes.ts";

/** More than 63 characters in a part between dots, or 253 in all: no host is called so, in DNS or by NetBIOS. */
const isLongerThanNames = hintOf(() => [[/[^.\n]{64}/], [/[^\n]{254}/]]);

/** This computer under the names that it has for itself, and what stands where a name is not known. */
export const noName: P.Parser<string> = token(
  () =>
    /(?:x{3,}|redacted|removed|hidden|masked|anonymi[sz]ed|obfuscated|sanitized|localhost|127\.0\.0\.1|::1|\.|unknown|none|null|n\/a|true|false|yes|no|on|off|enabled|disabled)(?![\p{L}\p{N}_.-])/iu,
);

const sign = token(/[-_.]/);
const word = token(() => /\p{L}[\p{L}\p{M}]*/u);
const number = token(/\d+/);
const numbered = token(/[^\n\d]*\d[^\n]*/);
const address = ipv4.or(ipv6);
const fileEnd =
  /\.(?:bat|cap|cmd|csv|dll|etl|evtx?|exe|gz|html?|ini|json|log|md|nfo|out|ps1|py|reg|sh|sys|txt|xml|ya?ml|zip)$/;
const version = token(/v?\d+(?:[._-]\d+)*/i);

/** Between two signs: words and numbers by turns. */
const part = P.alt(word, number).atLeast(1);
const parts = part.sepBy(sign.atLeast(1)).skip(sign.many());

/** What is told from an ordinary word by its look: it has a digit, a hyphen or a domain, or is all capitals. */
const telling = P.alt(
  numbered,
  token(/[^\n-]+-[^\n]+/),
  token(/(?:[^\n.]+\.){2}[^\n]+/),
  token(() => /[\p{Lu}_]{3,}/u),
);

const mayBeTelling = hintOf(() => [[/[\d.-]/], [/[\p{Lu}_]{3}/u]]);
const isFileName = hintOf(() => [[fileEnd]]);

/**
 * True for a word that can hardly be anything but the name of a host where it stands alone in a heading: no ordinary
 * word, none that headings of captures are made of in any language, no file, number or version.
 */
export function isTellingName(name: string): boolean {
  if (!mayBeTelling(name) || isFileName(name)) return false;
  if (isAddress(name)) return true;
  if (name.length < 2 || !fits(hostName, name) || !fits(telling, name)) return false;
  if (fits(version, name) || fits(noName, name)) return false;
  const said = readText(parts, name) ?? [];
  return said.some(isOwnName) || said.some((pieces, at) => isNumberedRole(pieces, said[at + 1]));
}

/** SQL-01: what a server is for, and its number behind a sign. */
function isNumberedRole([role = "", ...more]: readonly string[], next: readonly string[] = []): boolean {
  return more.length === 0 && next.length === 1 && fits(number, next[0] ?? "") && roleWords.has(role.toLowerCase());
}

/** True for a part that neither heads captures nor names the role of a server; a role with a number is a name. */
function isOwnName(pieces: readonly string[]): boolean {
  const [first = ""] = pieces;
  const letters = pieces.filter((piece) => fits(word, piece));
  if (letters.join("").length < 2) return false;
  const own = (fits(word, first) ? first : letters.join("")).toLowerCase();
  return roleWords.has(own) ? pieces.length > 1 : !sectionWords.has(own);
}

/** What Windows allows in no name of a computer; a copy that somebody renamed has blanks there. */
const notInNames = hintOf(() => [[/[\s"*/:<>?\\|]/]]);

/** True for what may be the name of a host where nothing but its place says so: in the name of a file, or printed by Windows. */
export function mayNameHost(name: string): boolean {
  return isAddress(name) || (name !== "" && !isLongerThanNames(name) && !notInNames(name));
}

/** True for an address, which a host may be called by where its name is not known. */
export function isAddress(name: string): boolean {
  return fits(address, name);
}

/** True for a word that a place has where names are expected. */
export function isPossibleName(name: string): boolean {
  return isPrintedName(name) && !fits(number, name);
}

/** The same where nothing else is expected: `hostname` printed it, and a name may be a number. */
export function isPrintedName(name: string): boolean {
  return fits(hostName, name) && !fits(noName, name);
}

/** True for a word, or several with signs between them, that heads parts of files in some language. */
export function isSectionWord(name: string): boolean {
  const said = readText(parts, name);
  return said?.every((pieces) => isHeadingWord(pieces.join("").toLowerCase())) === true;
}

function isHeadingWord(own: string): boolean {
  return sectionWords.has(own) || roleWords.has(own);
}

/** True for a word that heads parts of files by what they hold or by which step they are of; roles of servers may be names. */
export function headsPart(word: string): boolean {
  return sectionWords.has(word.toLowerCase());
}
