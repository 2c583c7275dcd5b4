import type { MailPart } from "./mail-parts.ts";
import { concatBytes } from "./volume.ts";

/** Bytes of a mail in which each line has the number that it has in the mail: all lines above are blank. */
export interface MailLines {
  /** Lines of the mail above. */
  readonly linesAbove: number;
  readonly bytes: Uint8Array;
}

/** Further lines of a mail are not counted out: a part below them keeps the numbers of its own lines. */
const MOST_LINES_ABOVE = 200_000;

const LINE_FEED = 0x0a;
/** Encodings that leave lines as they are. */
const PLAIN: ReadonlySet<string> = new Set(["", "7bit", "8bit", "binary"]);
/** What ASCII is part of, so that bytes of it need no decoding to be read. */
const AS_THEY_ARE: ReadonlySet<string> = new Set(["", "us-ascii", "ascii", "utf-8", "utf8"]);
/** Code pages whose lines do not end with the byte of a line feed, or whose letters are more than bytes. */
const WIDE = /^(?:utf-?(?:7|16|32)|ucs|iso-2022|hz)/;
/** What says how a content is to be read. */
const reading = /^(?:content-type|content-transfer-encoding)[ \t]{0,8}:/i;
const continued = /^[ \t]/;

/** The part as lines of the mail; undefined for one whose lines are others, as those of base64 are. */
export function linesOf(bytes: Uint8Array, part: MailPart): MailLines | undefined {
  if (part.linesAbove > MOST_LINES_ABOVE) return undefined;
  const content = contentOf(bytes.subarray(part.content, part.to), part);
  if (content === undefined) return undefined;
  const fields = fieldsOf(bytes.subarray(part.from, part.content), part);
  return { linesAbove: part.linesAbove, bytes: joined([fields, content]) };
}

/** A mail that is attached as it is, as lines of the mail around it. */
export function attachedMail(bytes: Uint8Array, part: MailPart): MailLines | undefined {
  const linesAbove = part.linesAbove + feedsIn(bytes.subarray(part.from, part.content));
  if (linesAbove > MOST_LINES_ABOVE || !PLAIN.has(part.encoding)) return undefined;
  return { linesAbove, bytes: bytes.subarray(part.content, part.to) };
}

/** Several parts of a mail as one text, with blank lines for all that stands between them. */
export function together(all: readonly MailLines[]): MailLines | undefined {
  const [first, ...others] = all;
  if (first === undefined) return undefined;
  const pieces = [first.bytes];
  let line = first.linesAbove + feedsIn(first.bytes);
  for (const { linesAbove, bytes } of others) {
    pieces.push(new Uint8Array(Math.max(0, linesAbove - line)).fill(LINE_FEED), bytes);
    line = linesAbove + feedsIn(bytes);
  }
  return { linesAbove: first.linesAbove, bytes: joined(pieces) };
}

/** The bytes below so many blank lines. */
export async function* belowLines(count: number, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (count > 0) yield new Uint8Array(count).fill(LINE_FEED);
  yield* bytes;
}

function contentOf(content: Uint8Array, { encoding, charset }: MailPart): Uint8Array | undefined {
  if (encoding === "quoted-printable") return WIDE.test(charset) ? undefined : content;
  if (!PLAIN.has(encoding)) return undefined;
  if (AS_THEY_ARE.has(charset)) return content;
  // Japanese mail is of seven bits; its lines end as those of ASCII do.
  if (WIDE.test(charset) && !charset.startsWith("iso-2022")) return undefined;
  try {
    return new TextEncoder().encode(new TextDecoder(charset).decode(content));
  } catch {
    return undefined;
  }
}

/** Of the fields of a part those by which a text has to be decoded; blank lines for the others. */
function fieldsOf(fields: Uint8Array, { encoding }: MailPart): Uint8Array {
  if (encoding !== "quoted-printable") return new Uint8Array(feedsIn(fields)).fill(LINE_FEED);
  const text = new TextDecoder("latin1").decode(fields);
  let isKept = false;
  const kept = text.split("\n").map((line) => {
    isKept = continued.test(line) ? isKept : reading.test(line);
    return isKept ? line : "";
  });
  return new TextEncoder().encode(kept.join("\n"));
}

function feedsIn(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) count += 1;
  return count;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  return concatBytes(
    pieces,
    pieces.reduce((sum, { length }) => sum + length, 0),
  );
}
