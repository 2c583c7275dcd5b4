import { type CaptureKind, type Diagnostic, diagnostic, type Place } from "../../grammar/index.ts";
import {
  type DecodeOptions,
  decode,
  InputFault,
  ifRelevant,
  type Source,
  SourceFault,
  sniff,
  type TextBlock,
} from "../text/index.ts";
import { type Attribution, attribute } from "./collectors/index.ts";

/** Why a source is not read as text: it is no text, or it is a report of this program. */
export interface Refusal {
  /** Undefined where the reason says all there is to say. */
  readonly found: Diagnostic | undefined;
  readonly reason: string;
}

/** What is known of the text so far; the steps run interleaved, block by block. */
export interface ReadingProgress {
  bytes: number;
  /** Lines in the blocks that went by, the last one included when it has no line end. */
  lines: number;
  readonly encodings: Set<string>;
  refusal: Refusal | undefined;
  /** Where reading ended before the source did, in the words of what went wrong; what came before it is text like any. */
  fault: SourceFault | undefined;
  /** What the name of the source and its first lines say of its captures; undefined where no collector is known by them. */
  attribution: Attribution | undefined;
  /** How many captures of each kind were read so far. */
  readonly read: Map<CaptureKind, number>;
  /** The first note of output that people take for a capture. */
  otherOutput: Diagnostic | undefined;
}

/** Why a text is skipped in which there is nothing to read. */
export const NO_CAPTURE = "no capture recognised";

/** First bytes looked at to tell text from binary formats. */
const HEAD = 4096;
/** What stands above a text of saved mail, whose lines are those of the mail: blank lines and the fields of its encoding. */
const ABOVE = /^(?:\n|content-[a-z-]{1,40}:[^\n]*\n(?:[ \t][^\n]*\n)*)+/i;
const start: Place = { line: 1, column: 1 };

export interface TextOptions extends DecodeOptions {
  /** Kind of capture that a text is known to be: it is read whatever its bytes hold. */
  readonly as?: CaptureKind;
}

/** Who reads a text. */
interface TextReader {
  /** True for the beginning of a report of this program itself, which is not read. */
  isOwnOutput(text: string): boolean;
  say(found: Diagnostic): void;
}

/** The decoded blocks, counted as they go by, of the bytes that `bytesOf` gives of a source. */
export async function* textOf(
  source: Source,
  bytes: AsyncIterable<Uint8Array>,
  options: TextOptions,
  progress: ReadingProgress,
  { isOwnOutput, say }: TextReader,
): AsyncGenerator<TextBlock> {
  for await (const block of decode(bytes, options)) {
    if (progress.lines === 0 && isOwnOutput(block.text.replace(ABOVE, ""))) {
      const reason = "a report of chimneysweep itself";
      refuse(progress, { reason, found: diagnostic("source-own-report", `Not read: ${reason}.`, start) });
      return;
    }
    if (progress.lines === 0 && !isAttributed(source, block.text, progress)) return;
    for (const encoding of block.encodings) progress.encodings.add(encoding);
    for (const found of block.diagnostics) say({ ...found, line: found.line + progress.lines });
    progress.lines += countLines(block.text);
    yield block;
  }
}

/** False for a file that its collector fills with echoes of commands and the like: nothing in it is a capture. */
function isAttributed({ name }: Source, text: string, progress: ReadingProgress): boolean {
  progress.attribution = attribute(name, text.slice(0, HEAD));
  if (progress.attribution?.holdsCaptures !== false) return true;
  refuse(progress, { reason: `${progress.attribution.collector} keeps no captures in it`, found: undefined });
  return false;
}

/** The bytes of a text that may hold captures; of one among many, that has to show in them, else it is undefined. */
export async function bytesOf(
  source: Source,
  { as }: TextOptions,
  progress: ReadingProgress,
): Promise<AsyncIterable<Uint8Array> | undefined> {
  const bytes = textBytes(source, progress);
  if (source.isOneOfMany === undefined || as !== undefined) return bytes;
  const relevant = await ifRelevant(bytes);
  if (relevant === undefined && progress.bytes > 0) progress.refusal ??= { reason: NO_CAPTURE, found: undefined };
  return relevant;
}

/** The bytes of a text source; a binary one gives none. */
async function* textBytes(source: Source, progress: ReadingProgress): AsyncGenerator<Uint8Array> {
  const head: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of untilFault(source.bytes, progress)) {
    progress.bytes += chunk.length;
    if (length >= HEAD) {
      yield chunk;
      continue;
    }
    head.push(chunk);
    length += chunk.length;
    if (length < HEAD) continue;
    if (isBinary(head, source, progress)) return;
    yield* head;
  }
  if (length > 0 && length < HEAD && !isBinary(head, source, progress)) yield* head;
}

/** True when the first bytes are of no text. Nobody meant a binary file of a bundle to be read: nothing is amiss there. */
function isBinary(head: readonly Uint8Array[], { isOneOfMany }: Source, progress: ReadingProgress): boolean {
  const bytes = new Uint8Array(HEAD);
  let at = 0;
  for (const chunk of head) {
    bytes.set(chunk.subarray(0, HEAD - at), at);
    at += Math.min(chunk.length, HEAD - at);
  }
  const format = sniff(bytes.subarray(0, at));
  if (format === null) return false;
  const message = `The source is ${format}, not text; save the captured output as text and pass that.`;
  const found = isOneOfMany === true ? undefined : diagnostic("source-binary", message, start);
  refuse(progress, { reason: `${format}, not text`, found });
  return true;
}

/** Nothing but the head of the source counts as read: how much more came along with it depends on its chunks. */
function refuse(progress: ReadingProgress, refusal: Refusal): void {
  progress.refusal = refusal;
  progress.bytes = Math.min(progress.bytes, HEAD);
}

/**
 * The bytes up to where the source throws, which is noted and goes no further: our own mistakes are not taken for bad
 * files, and what was read until then is text to its last line.
 */
async function* untilFault(bytes: AsyncIterable<Uint8Array>, progress: ReadingProgress): AsyncGenerator<Uint8Array> {
  const iterator = bytes[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await iterator.next().catch((error: unknown) => {
        if (error instanceof InputFault) throw error; // the caller's mistake, and no bad file
        progress.fault = faultOf(error);
      });
      if (next === undefined || next.done === true) return;
      yield next.value;
    }
  } finally {
    await iterator.return?.();
  }
}

function faultOf(error: unknown): SourceFault {
  if (error instanceof SourceFault) return error;
  return new SourceFault("source-unreadable", error instanceof Error ? error.message : String(error));
}

function countLines(text: string): number {
  let lines = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines += 1;
  return text === "" || text.endsWith("\n") ? lines : lines + 1;
}
