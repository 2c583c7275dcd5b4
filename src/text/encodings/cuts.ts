import type { EncodingRun } from "./runs.ts";

const LF = 0x0a;
const CR = 0x0d;

/** How far back a good place to cut a line is looked for. */
const LOOK_BACK = 64;

/** The offset behind the last line end of a run: the last LF, or the last CR when there is no LF. -1 without either. */
export function afterLastLine(bytes: Uint8Array, run: EncodingRun): number {
  if (run.end <= run.start) return -1;
  const afterLf = afterLastUnit(bytes, run, LF);
  return afterLf >= 0 ? afterLf : afterLastUnit(bytes, run, CR);
}

/**
 * An offset near the end of a run without line ends at which no character is cut, as far as that can be told: behind
 * a byte that no code page uses inside a character, or else before the last character of UTF-8.
 */
export function insideLine(bytes: Uint8Array, run: EncodingRun): number {
  const { layout, start, end } = run;
  if (layout !== "bytes") {
    const even = end - ((end - start) & 1);
    const high = bytes[layout === "utf-16le" ? even - 1 : even - 2] ?? 0;
    return (high & 0xfc) === 0xd8 ? even - 2 : even;
  }
  for (let at = end; at > end - LOOK_BACK; at--) if ((bytes[at - 1] ?? 0) < 0x30) return at;
  for (let at = end - 1; at > end - 4; at--) if (((bytes[at] ?? 0) & 0xc0) !== 0x80) return at;
  return end;
}

function afterLastUnit(bytes: Uint8Array, { layout, start, end }: EncodingRun, unit: number): number {
  if (layout === "bytes") {
    const at = bytes.lastIndexOf(unit, end - 1);
    return at < start ? -1 : at + 1;
  }
  const offset = layout === "utf-16le" ? 0 : 1;
  for (let at = bytes.lastIndexOf(unit, end - 1); at >= start; at = bytes.lastIndexOf(unit, at - 1)) {
    const first = at - offset;
    const other = first + 1 - offset;
    if (first >= start && (first - start) % 2 === 0 && first + 2 <= end && bytes[other] === 0) return first + 2;
    if (at === 0) return -1;
  }
  return -1;
}
