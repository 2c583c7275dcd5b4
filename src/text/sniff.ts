import { hasLetterNuls, withoutNuls } from "./encodings/letter-nuls.ts";
import { type EncodingRun, encodingRuns, markedLayout } from "./encodings/runs.ts";
import { isStrangeUnit } from "./encodings/unit-costs.ts";

interface Signature {
  readonly format: string;
  readonly at: number;
  /** Byte values, null for any. */
  readonly bytes: readonly (number | null)[];
}

/** How much of a source is looked at. */
const HEAD = 4096;

/** Text may hold a few stray control characters; random bytes have one in ten. */
const CONTROLS_TOLERATED = 4;
const SHARE_OF_CONTROLS_TOLERATED = 0.05;

/** BEL, backspace, TAB, LF, form feed, CR, SUB, ESC. */
const CONSOLE_CONTROLS: ReadonlySet<number> = new Set([0x07, 0x08, 0x09, 0x0a, 0x0c, 0x0d, 0x1a, 0x1b]);

/** Shorter runs of NULs count as control characters, longer ones are padding. */
const PADDING = 8;

/** Formats that show in a few bytes which no text begins with. */
const signatures: readonly Signature[] = [
  { format: "a zip archive", at: 0, bytes: [...ascii("PK"), 0x03, 0x04] },
  { format: "a zip archive", at: 0, bytes: [...ascii("PK"), 0x05, 0x06] },
  { format: "a zip archive", at: 0, bytes: [...ascii("PK"), 0x07, 0x08] },
  { format: "a gzip archive", at: 0, bytes: [0x1f, 0x8b, 0x08] },
  { format: "a cabinet archive", at: 0, bytes: [...ascii("MSCF"), 0, 0, 0, 0] },
  { format: "a 7-Zip archive", at: 0, bytes: [...ascii("7z"), 0xbc, 0xaf, 0x27, 0x1c] },
  { format: "a RAR archive", at: 0, bytes: [...ascii("Rar!"), 0x1a, 0x07] },
  { format: "an xz archive", at: 0, bytes: [0xfd, ...ascii("7zXZ"), 0x00] },
  { format: "a bzip2 archive", at: 0, bytes: [...ascii("BZh"), null, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59] },
  { format: "a Zstandard archive", at: 0, bytes: [0x28, 0xb5, 0x2f, 0xfd] },
  { format: "a tar archive", at: 257, bytes: [...ascii("ustar"), 0x00] },
  { format: "a tar archive", at: 257, bytes: [...ascii("ustar  "), 0x00] },
  { format: "an event log", at: 0, bytes: [...ascii("ElfFile"), 0x00] },
  { format: "an event log", at: 0, bytes: [0x30, 0, 0, 0, ...ascii("LfLe")] },
  { format: "an ETL trace", at: 0x48, bytes: [0x02, 0x00, 0x01, 0xc0] },
  { format: "an ETL trace", at: 0x48, bytes: [0x02, 0x00, 0x02, 0xc0] },
  { format: "a memory dump", at: 0, bytes: [...ascii("MDMP"), 0x93, 0xa7] },
  { format: "a network trace", at: 0, bytes: [0xd4, 0xc3, 0xb2, 0xa1] },
  { format: "a network trace", at: 0, bytes: [0xa1, 0xb2, 0xc3, 0xd4] },
  { format: "a network trace", at: 0, bytes: [0x4d, 0x3c, 0xb2, 0xa1] },
  { format: "a network trace", at: 0, bytes: [0x0a, 0x0d, 0x0d, 0x0a, null, null, null, null, 0x4d, 0x3c, 0x2b, 0x1a] },
  { format: "a network trace", at: 0, bytes: [...ascii("GMBU"), null, 0x02] },
  { format: "a compound document (Office, MSI)", at: 0, bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  { format: "a database", at: 0, bytes: [...ascii("SQLite format 3"), 0x00] },
  { format: "an image", at: 0, bytes: [0x89, ...ascii("PNG"), 0x0d, 0x0a, 0x1a, 0x0a] },
  { format: "an image", at: 0, bytes: [0xff, 0xd8, 0xff] },
  { format: "an image", at: 0, bytes: [0x00, 0x00, 0x01, 0x00, null, 0x00] },
  { format: "an image", at: 0, bytes: [...ascii("II*"), 0x00] },
  { format: "an image", at: 0, bytes: [...ascii("MM"), 0x00, 0x2a] },
  { format: "an image", at: 0, bytes: [...ascii("RIFF"), null, null, null, null, ...ascii("WEBP")] },
  { format: "a program", at: 0, bytes: [0x7f, ...ascii("ELF")] },
];

/** Formats that begin with letters a text could begin with too: counted only when the rest is not text. */
const wordSignatures: readonly Signature[] = [
  { format: "a Windows program", at: 0, bytes: ascii("MZ") },
  { format: "a memory dump", at: 0, bytes: ascii("PAGEDU") },
  { format: "a registry hive", at: 0, bytes: ascii("regf") },
  { format: "an image", at: 0, bytes: ascii("BM") },
];

/** Formats with a printable head of their own that no capture has. */
const printableSignatures: readonly Signature[] = [
  { format: "a PDF document", at: 0, bytes: ascii("%PDF-") },
  { format: "an image", at: 0, bytes: ascii("GIF87a") },
  { format: "an image", at: 0, bytes: ascii("GIF89a") },
];

/**
 * The binary format the first bytes of a source show, as a noun with its article ("binary data" when it is none we
 * know); null when they are text in any encoding that is read here. Up to 4 KB are looked at.
 */
export function sniff(bytes: Uint8Array): string | null {
  const head = bytes.subarray(0, HEAD);
  const format = formatOf(head, signatures) ?? formatOf(head, printableSignatures);
  if (format !== undefined) return format;
  if (markedLayout(head) !== undefined || isText(head)) return null;
  return formatOf(head, wordSignatures) ?? "binary data";
}

function formatOf(head: Uint8Array, known: readonly Signature[]): string | undefined {
  return known.find(({ at, bytes }) => bytes.every((byte, index) => byte === null || head[at + index] === byte))
    ?.format;
}

function isText(head: Uint8Array): boolean {
  // Nearly every source; finding out what the bytes would be otherwise takes far longer.
  if (head.every((byte) => !isStrangeByte(byte))) return true;
  if (hasLetterNuls(head)) return isText(withoutNuls(head));
  let seen = 0;
  let controls = 0;
  for (const run of encodingRuns(head, { layout: null, lineStart: true })) {
    for (const { unit, count } of units(head, run)) {
      if (unit === 0 && count >= PADDING) continue;
      seen += count;
      if (isStrange(unit, run)) controls += count;
    }
  }
  if (seen === 0) return head.length === 0;
  return controls <= Math.max(CONTROLS_TOLERATED, seen * SHARE_OF_CONTROLS_TOLERATED);
}

/** The bytes or UTF-16 units of a run, equal ones in a row taken together. */
function* units(bytes: Uint8Array, { layout, start, end }: EncodingRun): Generator<{ unit: number; count: number }> {
  const step = layout === "bytes" ? 1 : 2;
  const high = layout === "utf-16le" ? 1 : 0;
  const unitAt = (at: number) =>
    step === 1 ? (bytes[at] ?? 0) : ((bytes[at + high] ?? 0) << 8) | (bytes[at + 1 - high] ?? 0);
  for (let at = start; at + step <= end; ) {
    const unit = unitAt(at);
    let count = 0;
    for (; at + step <= end && unitAt(at) === unit; at += step) count++;
    yield { unit, count };
  }
}

/** Control characters text does not hold, and in UTF-16 what small numbers would look like. */
function isStrange(unit: number, { layout }: EncodingRun): boolean {
  return layout === "bytes" ? isStrangeByte(unit) : isStrangeUnit(unit) && !CONSOLE_CONTROLS.has(unit);
}

function isStrangeByte(byte: number): boolean {
  return byte < 0x20 ? !CONSOLE_CONTROLS.has(byte) : byte === 0x7f;
}

function ascii(text: string): number[] {
  return Array.from(text, (letter) => letter.charCodeAt(0));
}
