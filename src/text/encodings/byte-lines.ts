/**
 * What a line of one-byte-a-character text holds: `ascii` only; valid `utf-8` with characters of several bytes;
 * `damaged-utf-8`, which is mostly such; `legacy`, some code page.
 */
export type ByteClass = "ascii" | "utf-8" | "damaged-utf-8" | "legacy";

/** Consecutive lines that are decoded alike. ASCII lines belong to the stretch they stand in. */
export interface ByteStretch {
  readonly class: ByteClass;
  readonly start: number;
  readonly end: number;
}

/** Continuation bytes that have to be in place for each gap that is not UTF-8; by chance code pages reach 0.5. */
const EVIDENCE_FOR_EACH_GAP = 4;
const LF = 0x0a;
const CR = 0x0d;

/** Cuts bytes into stretches of whole lines by what their lines hold; ends of lines stay with their lines. */
export function byteStretches(bytes: Uint8Array, classOf: (line: Uint8Array) => ByteClass): ByteStretch[] {
  const stretches: ByteStretch[] = [];
  let open: { class: ByteClass; start: number } = { class: "ascii", start: 0 };
  for (const { start, end } of nonAsciiLines(bytes)) {
    const found = classOf(bytes.subarray(start, end));
    if (open.class !== "ascii" && open.class !== found) {
      stretches.push({ ...open, end: start });
      open = { class: found, start };
    } else {
      open.class = found;
    }
  }
  stretches.push({ ...open, end: bytes.length });
  return stretches;
}

/** The lines that hold a byte above 127, without their ends. */
export function* nonAsciiLines(bytes: Uint8Array): Generator<{ readonly start: number; readonly end: number }> {
  let start = 0;
  let plain = true;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x80) {
      plain = false;
    } else if (byte === LF || byte === CR) {
      if (!plain) yield { start, end: at };
      start = at + 1;
      plain = true;
    }
  }
  if (!plain) yield { start, end: bytes.length };
}

/** Tells UTF-8 from code pages, for a line that is not plain ASCII. */
export function byteClass(line: Uint8Array): ByteClass {
  let evidence = 0;
  let gaps = 0;
  let inGap = false;
  for (let at = 0; at < line.length; ) {
    const length = sequenceLength(line, at);
    if (length === 0 && !inGap) gaps++;
    inGap = length === 0;
    evidence += Math.max(0, length - 1);
    at += Math.max(1, length);
  }
  if (gaps === 0) return "utf-8";
  return evidence >= EVIDENCE_FOR_EACH_GAP * gaps ? "damaged-utf-8" : "legacy";
}

/** True when all that keeps the line from being UTF-8 is a last character that lacks bytes. */
export function endsInsideUtf8(line: Uint8Array): boolean {
  for (let at = Math.max(0, line.length - 3); at < line.length; at++) {
    const lead = line[at] ?? 0;
    const missing = at + (lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2) - line.length;
    if (lead < 0xc2 || lead > 0xf4 || missing < 1) continue;
    return byteClass(line.subarray(0, at)) === "utf-8" && line.subarray(at + 1).every(continues);
  }
  return false;
}

/** Length of the UTF-8 character at an index; 0 when there is none (also for overlong forms and surrogates). */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  const second = bytes[at + 1] ?? 0;
  if (!continues(second)) return 0;
  if (lead < 0xe0) return 2;
  if (!continues(bytes[at + 2] ?? 0)) return 0;
  if (lead < 0xf0) return (lead === 0xe0 && second < 0xa0) || (lead === 0xed && second > 0x9f) ? 0 : 3;
  if (!continues(bytes[at + 3] ?? 0)) return 0;
  return (lead === 0xf0 && second < 0x90) || (lead === 0xf4 && second > 0x8f) ? 0 : 4;
}

function continues(byte: number): boolean {
  return (byte & 0xc0) === 0x80;
}
