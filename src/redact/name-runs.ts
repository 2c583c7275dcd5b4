import type { KnownNames } from "./names.ts";
import type { Pseudonyms } from "./pseudonyms.ts";
import { endsLikeDomain, isCutOff, isDamaged, isFragment, isPublic } from "./vocabulary.ts";

/** Where a run of words stands. */
export interface Surroundings {
  /** The last signs before it and the first ones behind it, with backslashes as they are meant. */
  readonly before: string;
  readonly behind: string;
  /** Which digits are somebody's: none, all on lines that name a serial number or the like, of names of files all but dates. */
  readonly numbers: "public" | "serial" | "ofFile";
}

/** Parts of a run that are looked at together for a name: no name has more. */
const MOST_PARTS = 12;
/** Digits of a part that is a serial number. */
const LEAST_SERIAL = 3;
const LEAST_TICKET = 4;
/** A year, or day and time as collectors write them, in any order. */
const STAMP = /^(?:(?:19|20)\d\d|\d{6}|\d{8}|\d{12}|\d{14})$/;

const USER_FOLDER = /[\\/](?:users|documents and settings|home|profiles)[\\/]$/i;
const PUBLIC_USERS = /^(?:public|default|default user|all users|administrator|admin|defaultuser0)$/i;
const NAME_LABEL = /(?:(?:host|computer|server|machine|system|netbios|node|dns)[ _-]?name[ .]*|^host|node)[:=]["' ]*$/i;
const NAME_BEFORE = /\\\\$|@$|^==> $|\[$/;
/** In front of the name of a computer, and not within a path. */
const SHARE_BEFORE = /(?<![\w:.)\]\\])\\\\$/;
const PORT_BEHIND = /^:\d{1,5}(?!\d)/;
const CUT_OFF = /^(?:\.\.\.|\u2026)/;
const LETTERS_BEFORE = /[\p{L}?\ufffd]{1,48}$/u;
const LETTERS_BEHIND = /^[\p{L}?\ufffd]{1,48}/u;
const SESSION_BEHIND = /^\]: ?PS /;

/** Words, names and numbers that hang together by points, dashes and the like, with all that is no word of Windows replaced. */
export function redactedRun(run: string, place: Surroundings, known: KnownNames, made: Pseudonyms): string {
  const parts = run.split(/([._@-]+)/);
  const forced = forcedParts(run, parts, place, known);
  return parts
    .map((part, at) => {
      if (at % 2 === 1) return part;
      const isNumber = /^\d+$/.test(part);
      if (isNumber && isSomebodys(part, place.numbers)) return made.of("number", part) ?? part;
      if (forced[at] !== true && (isPublic(part) || isBroken(part, place, at, parts.length))) return part;
      if (isNumber) return made.of("number", part) ?? part;
      return made.of("name", part) ?? part;
    })
    .join("");
}

/** True for what is left of a word of Windows where a line was broken, or a letter lost. */
function isBroken(part: string, { before, behind }: Surroundings, at: number, count: number): boolean {
  if (at === count - 1 && /^\s*$/.test(behind) && isFragment(part, "beginning")) return true;
  if (at === 0 && /^\s*$/.test(before) && isFragment(part, "end")) return true;
  if (at === count - 1 && CUT_OFF.test(behind) && isCutOff(part)) return true;
  const left = at === 0 ? (LETTERS_BEFORE.exec(before)?.[0] ?? "") : "";
  const right = at === count - 1 ? (LETTERS_BEHIND.exec(behind)?.[0] ?? "") : "";
  return isDamaged(left + part + right);
}

function forcedParts(run: string, parts: readonly string[], place: Surroundings, known: KnownNames): boolean[] {
  const forced = new Array<boolean>(parts.length).fill(isUser(run, place) || SHARE_BEFORE.test(place.before));
  const small = parts.map((part) => part.toLowerCase());
  for (let from = 0; from < parts.length; from += 2) {
    for (let to = Math.min(parts.length, from + 2 * MOST_PARTS); to > from; to -= 2) {
      if (!isName(small.slice(from, to).join(""), small[to] ?? "", place, known)) continue;
      forced.fill(true, from, to);
      break;
    }
  }
  const mail = parts.indexOf("@");
  const domain = mail < 0 ? 0 : mail + 1;
  const last = parts.length - 1;
  const isDomain = last > domain && parts[last - 1] === "." && endsLikeDomain(parts[last] ?? "");
  if (mail >= 0) forced.fill(true, 0, mail);
  if (isDomain || mail >= 0) forced.fill(true, domain, isDomain ? last : last + 1);
  return forced;
}

function isName(text: string, separator: string, { before, behind }: Surroundings, known: KnownNames): boolean {
  if (known.names.has(text)) return true;
  // Cut to fifteen signs, a name may end in a dash.
  if (/^[-_.]+$/.test(separator) && known.names.has(text + separator)) return true;
  if (!known.ordinary.has(text)) return false;
  if (before.trim() === "" && behind.trim() === "") return true; // what the command hostname prints
  return NAME_BEFORE.test(before) || NAME_LABEL.test(before) || PORT_BEHIND.test(behind) || SESSION_BEHIND.test(behind);
}

function isSomebodys(digits: string, numbers: Surroundings["numbers"]): boolean {
  if (numbers === "public") return false;
  return numbers === "serial" ? digits.length >= LEAST_SERIAL : digits.length >= LEAST_TICKET && !STAMP.test(digits);
}

function isUser(run: string, { before }: Surroundings): boolean {
  return USER_FOLDER.test(before) && !PUBLIC_USERS.test(run);
}
