import { Buffer } from "node:buffer";
import type { Volume } from "./volume.ts";

/** The sizes of a member that stand behind it. */
export interface Descriptor {
  readonly packed: number;
  /** Null where the archive ends before it. */
  readonly size: number | null;
  readonly checksum: number;
}

/** What is sought mostly stands right where the search begins. */
const FIRST_WINDOW = 1024;
const LARGEST_WINDOW = 256 * 1024;
const HEADER = Buffer.from("PK\x03\x04", "latin1");
const DESCRIPTOR = Buffer.from("PK\x07\x08", "latin1");
const HEADER_BYTES = 30;
const DESCRIPTOR_BYTES = 24;
const SHORT_BYTES = 16;

/** Bytes that Deflate makes of none. */
const PACKED_NOTHING = 2;

/** Versions and methods that a header may name; with greater numbers it is no header but bytes that look like one. */
const LAST_VERSION = 63;
const LAST_METHOD = 99;

/** Where the next member begins, at `from` or behind it; undefined when there is none. */
export async function headerBehind(volume: Volume, from: number): Promise<number | undefined> {
  for await (const { window, at, place } of matches(volume, from, HEADER, HEADER_BYTES)) {
    if (at + HEADER_BYTES > window.length) return undefined;
    if ((window[at + 4] ?? 0) <= LAST_VERSION && window.readUInt16LE(at + 8) <= LAST_METHOD) return place;
  }
  return undefined;
}

/**
 * The sizes behind the bytes that begin at `start`: the first ones that say how far away they are. There are short ones
 * and long ones. Of the long ones the upper half of the first size, which is 0, would be the second size of the short
 * ones; of an empty member what follows tells them apart.
 */
export async function descriptorBehind(volume: Volume, start: number): Promise<Descriptor | undefined> {
  for await (const { window, at, place } of matches(volume, start, DESCRIPTOR, DESCRIPTOR_BYTES)) {
    const packed = place - start;
    if (at + SHORT_BYTES > window.length || window.readUInt32LE(at + 8) !== packed) continue;
    const checksum = window.readUInt32LE(at + 4);
    const size = window.readUInt32LE(at + 12);
    const isShort = size > 0 || (packed <= PACKED_NOTHING && followsMember(window, at + SHORT_BYTES));
    if (isShort) return { packed, checksum, size };
    const isWhole = at + DESCRIPTOR_BYTES <= window.length;
    return { packed, checksum, size: isWhole ? Number(window.readBigUInt64LE(at + SHORT_BYTES)) : null };
  }
  return undefined;
}

function followsMember(window: Buffer, at: number): boolean {
  return at === window.length || window.toString("latin1", at, at + 2) === "PK";
}

interface Match {
  readonly window: Buffer;
  /** Where the signature stands in the window, and in the volume. */
  readonly at: number;
  readonly place: number;
}

/** Every place of a signature from `from` on, with as many bytes as belong to it, fewer only at the end. */
async function* matches(volume: Volume, from: number, signature: Buffer, length: number): AsyncGenerator<Match> {
  let size = FIRST_WINDOW;
  for (let start = from; start < volume.size; ) {
    const bytes = await volume.read(start, size + length - 1);
    if (bytes.length === 0) return;
    const window = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = window.indexOf(signature); at >= 0 && at < size; at = window.indexOf(signature, at + 1)) {
      yield { window, at, place: start + at };
    }
    start += size;
    size = Math.min(size * 4, LARGEST_WINDOW);
  }
}
