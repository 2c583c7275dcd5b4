import type { Line } from "../../../grammar/contract/place.ts";
import { edited, replacing } from "../mends/mend.ts";
import { joined, part } from "./joined.ts";
import type { Unwrapping, Wrapper } from "./wrapper.ts";

/** A line that goes on in the next one: mail programs break lines at 76 characters at most, quotation marks included. */
const SHORTEST_BROKEN = 57;
const LONGEST_BROKEN = 82;
/** What no text but this has: blanks at the end of a line, "=" itself, letters of several bytes. */
const certain = /=(?:20|09)$|=3D|=[C-F][\dA-F]=[89AB][\dA-F]/;
const field = /^(?:Content-Transfer-Encoding:)?[ \t]*quoted-printable[ \t]*$/i;
/** The encoding of another part. */
const otherField = /^Content-Transfer-Encoding:/i;
const mayEnd = ["=", "=20", "=09", "printable", "Printable", "PRINTABLE"];
const codesIn = /=[C-F][\dA-F]=[89AB]/;
/** Bytes, with the letters that are second bytes in code pages of East Asia. */
const codes = /(?:=[\dA-F]{2}[\d@-~]?){1,20000}/gi;
const byte = /=[\dA-F]{2}|[^=]/gi;
/** Marks of quoting, which a mail program puts in front of the parts of a broken line as well. */
const quoted = /^(?:>[ ]?){1,32}/;
const charset = /charset=["']?([\w.:-]{2,40})/i;

/** So many lines without a sign of it end it, more below a field that says that it is. */
const LONGEST_PAUSE = 200;
const LONGEST_SAID = 20_000;
/** A line that is put together is no longer. */
const LONGEST = 1_000_000;

/** The body of a mail as it was sent, with or without its headers. */
export const quotedPrintable: Wrapper = {
  name: "quoted-printable",
  hints: [/=$/, certain, field, /=3D/, codesIn],
  mayHold: (text) =>
    (text.includes("=") &&
      mayEnd.some((end) => text.includes(`${end}\n`) || text.endsWith(end)) &&
      text.split("\n").some(isSign)) ||
    text.includes("=3D") ||
    (text.includes("=") && codesIn.test(text)),
  begin: () => begin(),
};

function isSign(line: string): boolean {
  return line.includes("=") ? isBroken(line) || certain.test(line) : field.test(line);
}

/** A line that goes on, whatever its length; a line drawn of "=" does not. */
function goesOnBelow(line: string): boolean {
  return line.endsWith("=") && !line.endsWith("==");
}

function isBroken(line: string): boolean {
  const { length } = line;
  return goesOnBelow(line) && length >= SHORTEST_BROKEN && length <= LONGEST_BROKEN;
}

function begin(): Unwrapping {
  let held: Line[] = [];
  let length = 0;
  let left = 0;
  let label = "utf-8";
  const rest = (): readonly Line[] => {
    const lines = joined(held);
    held = [];
    length = 0;
    return lines.flatMap((line) => decoded(line, label));
  };
  return {
    take: (line) => {
      const { text } = line;
      if (text.includes("=")) label = charset.exec(text)?.[1] ?? label;
      if (isSign(text)) left = Math.max(left, field.test(text) ? LONGEST_SAID : LONGEST_PAUSE);
      else if (left > 0) left = otherField.test(text) ? 0 : left - 1;
      if (left === 0) return held.length === 0 ? [line] : [...rest(), line];
      const quoting = held[0] === undefined ? "" : (quoted.exec(held[0].text)?.[0] ?? "");
      const begin = quoting !== "" && text.startsWith(quoting) ? quoting.length : 0;
      const goesOn = goesOnBelow(text) && length < LONGEST;
      held.push(part(line, begin, goesOn ? 1 : 0));
      length += text.length;
      return goesOn ? [] : rest();
    },
    rest,
  };
}

function decoded(line: Line, label: string): readonly Line[] {
  return edited(
    line,
    replacing(line.text, codes, ([found]) => textOf(found, label)),
  );
}

/** What codes of bytes stand for: UTF-8 where they can be, else what the mail says. */
function textOf(found: string, label: string): string {
  const bytes = Uint8Array.from(found.matchAll(byte), ([one]) =>
    one.startsWith("=") ? Number.parseInt(one.slice(1), 16) : one.charCodeAt(0),
  );
  const text = decodedAs("utf-8", bytes) ?? decodedAs(label, bytes) ?? decodedAs("windows-1252", bytes) ?? "";
  return text.replaceAll(/\r+\n|\r/g, "\n");
}

function decodedAs(label: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
