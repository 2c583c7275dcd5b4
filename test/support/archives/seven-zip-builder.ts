import { Buffer } from "node:buffer";
import { crc32 } from "node:zlib";

/** A member of a 7-Zip archive to build. */
export interface SevenZipMember {
  readonly name: string;
  readonly text: string | Uint8Array;
}

/** The bytes of a 7-Zip archive that packs nothing: each member, none of them empty, is a stream of its own. */
export function sevenZipOf(members: readonly SevenZipMember[]): Buffer {
  const streams = members.map(({ text }) => Buffer.from(text));
  const list = members.length === 0 ? Buffer.alloc(0) : listOf(members, streams);
  return Buffer.concat([signatureOf(streams, list), ...streams, list]);
}

function signatureOf(streams: readonly Buffer[], list: Buffer): Buffer {
  const header = Buffer.alloc(32);
  Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4]).copy(header);
  const place = header.subarray(12);
  place.writeUInt32LE(
    streams.reduce((sum, { length }) => sum + length, 0),
    0,
  );
  place.writeUInt32LE(list.length, 8);
  place.writeUInt32LE(crc32(list), 16);
  header.writeUInt32LE(crc32(place), 8);
  return header;
}

/** Identifiers of what the list is made of, as 7-Zip's own description calls them. */
const END = 0;
const HEADER = 1;
const MAIN_STREAMS = 4;
const FILES = 5;
const PACKED = 6;
const UNPACKED = 7;
const SUBSTREAMS = 8;
const SIZE = 9;
const CHECKSUM = 10;
const FOLDER = 11;
const UNPACKED_SIZE = 12;
const NAMES = 17;

const STORED = [1, 1, 0]; // one coder, whose name is one byte long: 0

function listOf(members: readonly SevenZipMember[], streams: readonly Buffer[]): Buffer {
  const count = numberOf(members.length);
  const sizes = streams.flatMap(({ length }) => numberOf(length));
  const sums = streams.flatMap((stream) => [...fourBytes(crc32(stream))]);
  const names = Buffer.concat(members.map(({ name }) => Buffer.from(`${name}\0`, "utf16le")));
  return Buffer.from([
    ...[HEADER, MAIN_STREAMS],
    ...[PACKED, 0, ...count, SIZE, ...sizes, END],
    ...[UNPACKED, FOLDER, ...count, 0, ...members.flatMap(() => STORED)],
    ...[UNPACKED_SIZE, ...sizes, END],
    ...[SUBSTREAMS, CHECKSUM, 1, ...sums, END],
    END,
    ...[FILES, ...count, NAMES, ...numberOf(names.length + 1), 0, ...names, END],
    END,
  ]);
}

/** A number as 7-Zip writes it: its first byte says how many follow. Up to four bytes are enough here. */
function numberOf(value: number): readonly number[] {
  if (value < 0x80) return [value];
  if (value < 0x4000) return [0x80 | (value >> 8), value & 0xff];
  return [0xf0, ...fourBytes(value)];
}

function fourBytes(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
