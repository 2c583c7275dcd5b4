import { aligned, type Stretch } from "./aligned.ts";
import { redactedBytes } from "./bytes.ts";
import { redactedRun, type Surroundings } from "./name-runs.ts";
import type { KnownNames } from "./names.ts";
import type { Pseudonyms } from "./pseudonyms.ts";
import { type Token, tokensIn, tokensWithoutIpv6 } from "./tokens.ts";

/** Signs of a line that are looked at in front of a name, and behind it. */
const LOOK = 48;

const JSON_LINE = /^\s{0,400}[[{"\]}]/;
const SERIAL = /serial|product ?id|productid|asset|service ?tag|licen[cs]e|identifyingnumber|uuid|ticket/i;
/** Letters of a text in JSON that are written by their number. */
const NUMBERED = /\\u([\da-f]{4})/gi;

/** A line with addresses, names and identifiers replaced. Where columns follow, blanks make up for what became longer or shorter. */
export function redactedLine(printed: string, known: KnownNames, made: Pseudonyms): string {
  return redactedText(printed, { numbers: SERIAL.test(printed) ? "serial" : "public", known, made });
}

/** The same of a part of a path. */
export function redactedFileName(part: string, known: KnownNames, made: Pseudonyms): string {
  return redactedText(part, { numbers: "ofFile", known, made });
}

function redactedText(printed: string, replacing: Replacing): string {
  const notation = JSON_LINE.test(printed) && printed.includes('"') ? "json" : "text";
  const line = notation === "json" ? printed.replaceAll(NUMBERED, letterOf) : printed;
  const stretches: Stretch[] = [];
  for (const token of tokensIn(line, notation)) {
    for (const one of token.kind === "ipv6" ? orClock(token, replacing.made) : [token]) {
      const text = replaced(one, line, replacing);
      if (text !== one.text) stretches.push({ from: one.at, to: one.at + one.text.length, text });
    }
  }
  return aligned(line, stretches);
}

interface Replacing {
  readonly numbers: Surroundings["numbers"];
  readonly known: KnownNames;
  readonly made: Pseudonyms;
}

function replaced({ kind, text, at }: Token, line: string, { numbers, known, made }: Replacing): string {
  if (kind === "escape") return text;
  if (kind === "bytes") return redactedBytes(text, line);
  if (kind !== "run") return made.of(kind, text) ?? text;
  const before = line.slice(Math.max(0, at - LOOK), at);
  const behind = line.slice(at + text.length, at + text.length + LOOK);
  const isDoubled = JSON_LINE.test(line);
  const place = { before: isDoubled ? before.replaceAll("\\\\", "\\") : before, behind, numbers };
  return redactedRun(text, place, known, made);
}

/** The token, or the words of what looked like an address and is none. */
function orClock(token: Token, made: Pseudonyms): readonly Token[] {
  return made.of("ipv6", token.text) === undefined ? tokensWithoutIpv6(token.text, token.at) : [token];
}

function letterOf(written: string, digits: string): string {
  const letter = String.fromCharCode(Number.parseInt(digits, 16));
  return /[\p{L}\p{M}\p{N}]/u.test(letter) ? letter : written;
}
