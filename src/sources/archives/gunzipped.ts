import { crc32 } from "node:zlib";
import { SourceFault } from "../../text/index.ts";
import { WRONG_SUM } from "./archive.ts";
import { inflated } from "./inflate.ts";
import { hasSignature, littleEndian } from "./opening.ts";
import { type Tape, tapeOf } from "./tape.ts";

/** What is learnt of gzip data while they are unpacked. */
export interface GzipNotes {
  /** Of the file that was packed, when the header has it; known as soon as the first bytes are. */
  name: string | undefined;
  /** Whether something else follows the packed data; known at their end. Zeros are padding, as tapes have it. */
  hasMore: boolean;
}

export const GZIP: readonly number[] = [0x1f, 0x8b, 0x08];

/** Flags of a header: which fields follow its ten bytes. */
const HEADER_CHECKED = 0x02;
const EXTRA = 0x04;
const NAMED = 0x08;
const REMARKED = 0x10;
const UNKNOWN = 0xe0;

/** Not larger than what is unpacked in one step. */
const PIECE = 8192;

/** Longer names and remarks make no sense, and would be held in memory. */
const MOST_TEXT = 64 * 1024;

/**
 * What gzip data unpack to; parts that stand one behind the other are one text. Framed here and not by Node's gunzip,
 * which gives nothing of short data that are cut off or whose checksum is wrong: all that can be unpacked comes out,
 * and the SourceFault behind it.
 */
export async function* gunzipped(bytes: AsyncIterable<Uint8Array>, notes: GzipNotes): AsyncGenerator<Uint8Array> {
  const tape = tapeOf(bytes);
  try {
    do {
      const name = await readHeader(tape);
      notes.name ??= name;
      yield* checked(inflated(piecesOn(tape), tape.putBack), tape);
    } while (await anotherFollows(tape, notes));
  } finally {
    await tape.close();
  }
}

/** Reads one header and gives the name in it, as UTF-8 where it is that and else as Latin 1, which it should be. */
async function readHeader(tape: Tape): Promise<string | undefined> {
  const header = await taken(tape, 10);
  const flags = header[3] ?? 0;
  if (!hasSignature(header, GZIP) || (flags & UNKNOWN) !== 0) throw damaged("its header is none of gzip's");
  if (flags & EXTRA) {
    const [low = 0, high = 0] = await taken(tape, 2);
    await taken(tape, low | (high << 8));
  }
  const name = flags & NAMED ? await zeroEnded(tape) : undefined;
  if (flags & REMARKED) await zeroEnded(tape);
  if (flags & HEADER_CHECKED) await taken(tape, 2);
  return name === undefined ? undefined : textOf(name);
}

async function zeroEnded(tape: Tape): Promise<Uint8Array> {
  const bytes: number[] = [];
  while (bytes.length < MOST_TEXT) {
    const [byte = 0] = await taken(tape, 1);
    if (byte === 0) return Uint8Array.from(bytes);
    bytes.push(byte);
  }
  throw damaged("its header has no end");
}

function textOf(name: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(name);
  } catch {
    return new TextDecoder("latin1").decode(name);
  }
}

/** What comes, in pieces small enough that the unpacked data behind the last one can be put back whole. */
async function* piecesOn(tape: Tape): AsyncGenerator<Uint8Array> {
  for (;;) {
    const piece = await tape.take(PIECE);
    if (piece.length === 0) return;
    yield piece;
  }
}

/** Passes the bytes on and compares them at the end with what the tape has behind them: their checksum and number. */
async function* checked(bytes: AsyncIterable<Uint8Array>, tape: Tape): AsyncGenerator<Uint8Array> {
  let sum = 0;
  let length = 0;
  for await (const chunk of bytes) {
    sum = crc32(chunk, sum);
    length += chunk.length;
    yield chunk;
  }
  const trailer = await taken(tape, 8);
  if (littleEndian(trailer, 0) === sum && littleEndian(trailer, 4) === length % 2 ** 32) return;
  throw new SourceFault("member-checksum", WRONG_SUM);
}

async function anotherFollows(tape: Tape, notes: GzipNotes): Promise<boolean> {
  const start = await tape.take(GZIP.length);
  if (start.length === 0 || start[0] === 0) return false;
  tape.putBack(start);
  notes.hasMore = !hasSignature(start, GZIP);
  return !notes.hasMore;
}

async function taken(tape: Tape, count: number): Promise<Uint8Array> {
  const bytes = await tape.take(count);
  if (bytes.length < count) throw new SourceFault("archive-truncated", "truncated: the packed data break off");
  return bytes;
}

function damaged(what: string): SourceFault {
  return new SourceFault("archive-damaged", `damaged: ${what}`);
}
