import { type ByteClass, byteClass, byteStretches, endsInsideUtf8 } from "./byte-lines.ts";
import { afterLastLine, insideLine } from "./cuts.ts";
import { hasLetterNuls } from "./letter-nuls.ts";
import { type Before, type EncodingRun, encodingRuns, type Layout, markedLayout } from "./runs.ts";
import { strictText } from "./unicode.ts";
import { WINDOW } from "./windows.ts";

/** Bytes that are decoded alike, with their text when finding out has already decoded them. */
export interface Extract {
  readonly layout: Layout;
  /** Of UTF-16 always "utf-8", as it needs no code page. */
  readonly class: ByteClass;
  readonly bytes: Uint8Array;
  readonly text?: string;
}

/** What was read of a window, and from which offset and in which state to go on with the next one. */
export interface Extraction {
  readonly extracts: readonly Extract[];
  readonly consumed: number;
  /** Undefined when nothing was consumed. */
  readonly next: Before | undefined;
}

/** What the user or the source so far says about the encoding. */
export interface Expectation {
  /** A layout to read everything in. */
  readonly layout?: Layout;
  /** `legacy` when every byte that is not ASCII belongs to a code page the user named. */
  readonly bytes: "utf-8-or-legacy" | "legacy";
}

/** All units of single-byte text read as UTF-16LE or BE lie in here, and hardly anything Windows prints but CJK. */
const MAY_BE_BYTES = /[\u0900-\u200f\u201f-\ufefe\uff00-\uffff]/;

/** Reads as many whole lines as a window holds; all of it at the end of the source. */
export function extract(
  bytes: Uint8Array,
  before: Before,
  expected: Expectation,
  position: "inside" | "last",
): Extraction {
  const likely = expected.layout ?? before.layout ?? markedLayout(bytes) ?? "bytes";
  const whole: EncodingRun = { layout: likely, start: 0, end: bytes.length };
  const quickEnd = position === "last" ? bytes.length : afterLastLine(bytes, whole);
  const quick = quickEnd > 0 ? quickExtract(bytes.subarray(0, quickEnd), likely, expected) : undefined;
  if (quick !== undefined) {
    return { extracts: [quick], consumed: quickEnd, next: { layout: likely, lineStart: true } };
  }
  const known: Before = before.layout === null && likely !== "bytes" ? { layout: likely, lineStart: true } : before;
  const runs = expected.layout === undefined && mayChange(bytes, likely) ? encodingRuns(bytes, known) : [whole];
  return cutExtraction(bytes, runs, expected, position);
}

/** The plain case: UTF-8, or UTF-16 that can't be anything else. */
function quickExtract(bytes: Uint8Array, layout: Layout, expected: Expectation): Extract | undefined {
  if (layout !== "bytes") {
    const text = strictText(bytes.subarray(0, bytes.length & ~1), layout);
    if (text === undefined || (expected.layout === undefined && MAY_BE_BYTES.test(text))) return undefined;
    return { layout, class: "utf-8", bytes, text };
  }
  if (bytes.indexOf(0) >= 0 && !hasLetterNuls(bytes)) return undefined;
  const text = strictText(bytes, "utf-8");
  if (text === undefined) return undefined;
  if (text.length === bytes.length) return { layout, class: "ascii", bytes, text };
  return expected.bytes === "legacy" ? undefined : { layout, class: "utf-8", bytes, text };
}

/** True when the bytes may hold UTF-16 beside single-byte text. */
function mayChange(bytes: Uint8Array, likely: Layout): boolean {
  if (likely !== "bytes") {
    const text = strictText(bytes.subarray(0, bytes.length & ~1), likely);
    return text === undefined || MAY_BE_BYTES.test(text);
  }
  if (bytes.indexOf(0) >= 0) return !hasLetterNuls(bytes);
  for (let at = bytes.indexOf(0xff); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    if (bytes[at + 1] === 0xfe || bytes[at - 1] === 0xfe) return true;
  }
  return false;
}

/** The extracts of the runs, up to the last line end unless the source ends here. */
function cutExtraction(
  bytes: Uint8Array,
  runs: readonly EncodingRun[],
  expected: Expectation,
  position: "inside" | "last",
): Extraction {
  const lastRun = runs.at(-1) ?? { layout: "bytes", start: 0, end: 0 };
  const consumed = position === "last" ? bytes.length : cutAt(bytes, lastRun);
  const extracts = runs.flatMap(({ layout, start, end }): Extract[] => {
    const part = bytes.subarray(start, Math.min(end, consumed));
    if (part.length === 0) return [];
    return layout === "bytes" ? byteExtracts(part, expected, position) : [{ layout, class: "utf-8", bytes: part }];
  });
  return { extracts, consumed, next: stateAfter(bytes.subarray(0, consumed), runs) };
}

/** The state behind the bytes that were consumed; what the unfinished line behind them is in remains to be seen. */
function stateAfter(consumed: Uint8Array, runs: readonly EncodingRun[]): Before | undefined {
  const run = runs.findLast(({ start }) => start < consumed.length);
  if (run === undefined) return undefined;
  const lineStart = afterLastLine(consumed, { ...run, end: consumed.length }) === consumed.length;
  return { layout: run.layout, lineStart };
}

/** Where to stop: behind the last line, before an unfinished one, or inside it when it is too long to wait for its end. */
function cutAt(bytes: Uint8Array, run: EncodingRun): number {
  const lines = afterLastLine(bytes, run);
  if (lines > run.start) return lines;
  return run.end - run.start < WINDOW ? run.start : insideLine(bytes, run);
}

function byteExtracts(bytes: Uint8Array, expected: Expectation, position: "inside" | "last"): Extract[] {
  const text = expected.bytes === "legacy" ? undefined : strictText(bytes, "utf-8");
  if (text !== undefined) {
    return [{ layout: "bytes", class: text.length === bytes.length ? "ascii" : "utf-8", bytes, text }];
  }
  let seenUtf8 = false;
  const stretches = byteStretches(bytes, (line) => {
    if (expected.bytes === "legacy") return "legacy";
    const found = byteClass(line);
    seenUtf8 ||= found === "utf-8";
    const atEnd = position === "last" && line.byteOffset + line.length === bytes.byteOffset + bytes.length;
    return atEnd && seenUtf8 && found === "legacy" && endsInsideUtf8(line) ? "damaged-utf-8" : found;
  });
  return stretches.map(({ start, end, ...stretch }) => ({
    layout: "bytes",
    class: stretch.class,
    bytes: bytes.subarray(start, end),
  }));
}
