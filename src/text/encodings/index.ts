import { blockBuilder, type TextBlock } from "./blocks.ts";
import { nonAsciiLines } from "./byte-lines.ts";
import { pageDecoder } from "./code-pages.ts";
import { type Expectation, type Extract, extract } from "./extracts.ts";
import { guessPage } from "./guess.ts";
import { withoutNuls } from "./letter-nuls.ts";
import { encodingNamed } from "./names.ts";
import { type CodePage, passageOf } from "./passages.ts";
import type { Before } from "./runs.ts";
import { joined, WINDOW, windows } from "./windows.ts";

export type { TextBlock } from "./blocks.ts";
export { type EncodingName, encodingNamed, supportedEncodings } from "./names.ts";

export interface DecodeOptions {
  /** An encoding to use instead of guessing, in any spelling `encodingNamed` knows; others are ignored. */
  readonly encoding?: string;
}

/** How many bytes of lines that are not UTF-8 are collected before their code page is guessed. */
const SAMPLE_SIZE = 65_536;

const LINE_FEED = Uint8Array.of(0x0a);

/** How many bytes of the source are held back meanwhile. */
const LONGEST_WAIT = 4 * WINDOW;

/**
 * The text of a source in blocks of whole lines. Each run of bytes is read in its own encoding: UTF-16 with or without
 * a byte order mark, UTF-8, and one code page for the lines that are neither, which is guessed once for the source.
 * Never fails on bytes; what they hold against them is in the diagnostics. How the source is cut into chunks makes no
 * difference. At most a few megabytes are held, however long a line is.
 */
export async function* decode(bytes: AsyncIterable<Uint8Array>, options: DecodeOptions): AsyncGenerator<TextBlock> {
  const named = options.encoding === undefined ? undefined : encodingNamed(options.encoding);
  const expected = expectation(named);
  let page = named === undefined || expected.layout !== undefined ? undefined : codePage(named);
  let before: Before = { layout: null, lineStart: true };
  let carry: Uint8Array = new Uint8Array();
  let waiting: Extract[] = [];
  const builder = blockBuilder();
  for await (const window of windows(bytes)) {
    const position = window.last ? "last" : "inside";
    const buffer = joined([carry, window.bytes]);
    const { extracts, consumed, next } = extract(buffer, before, expected, position);
    before = next ?? before;
    carry = buffer.subarray(consumed);
    waiting = waiting.concat(extracts);
    if (page === undefined && waiting.some(needsPage)) {
      const sample = sampleOf(waiting);
      if (!window.last && sample.length < SAMPLE_SIZE && sizeOf(waiting) < LONGEST_WAIT) continue;
      page = guessedPage(sample);
    }
    for (const one of waiting) builder.add(passageOf(one, page));
    waiting = [];
    const block = builder.take(position);
    if (block !== undefined) yield block;
  }
}

function expectation(named: string | undefined): Expectation {
  if (named === "utf-16le" || named === "utf-16be") return { layout: named, bytes: "utf-8-or-legacy" };
  return { bytes: named === undefined || named === "utf-8" ? "utf-8-or-legacy" : "legacy" };
}

function codePage(name: string): CodePage {
  return { name, decode: pageDecoder(name) };
}

function guessedPage(sample: Uint8Array): CodePage {
  const { page, reason } = guessPage(sample);
  return { ...codePage(page), reason };
}

function needsPage(extract: Extract): boolean {
  return extract.class === "legacy";
}

/** The lines that are not UTF-8, each ended by a line feed, as many as a guess is based on. */
function sampleOf(extracts: readonly Extract[]): Uint8Array {
  const lines: Uint8Array[] = [];
  let size = 0;
  for (const { bytes } of extracts.filter(needsPage)) {
    for (const { start, end } of nonAsciiLines(bytes)) {
      if (size >= SAMPLE_SIZE) return joined(lines);
      const line = withoutNuls(bytes.subarray(start, Math.min(end, start + SAMPLE_SIZE)));
      lines.push(line, LINE_FEED);
      size += line.length + 1;
    }
  }
  return joined(lines);
}

function sizeOf(extracts: readonly Extract[]): number {
  return extracts.reduce((sum, { bytes }) => sum + bytes.length, 0);
}
