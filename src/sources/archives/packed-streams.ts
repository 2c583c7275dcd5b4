import { Buffer } from "node:buffer";
import type { ArchiveFormat } from "./archive.ts";
import { type LoadLibarchive, loadLibarchive } from "./libarchive-package.ts";
import { BZIP2, byLibrary, unzstandard, whole, XZ } from "./methods.ts";
import { hasSignature, letters } from "./opening.ts";
import { packedFile } from "./packed-file.ts";

/** The streams of packed data that were put together to one file, one behind the other. */
type Split = (bytes: Buffer) => readonly Uint8Array[];

const XZ_BEGINNING = [0xfd, ...letters("7zXZ"), 0x00];
/** A stream of xz ends so, and zeros may follow. */
const XZ_END = /YZ\0*$/;
const BZIP2_BEGINNING = letters("BZh");
/** What follows the level of bzip2: the mark of its first block, or that of its end where there is none. */
const BZIP2_MARKS = [
  [0x31, 0x41, 0x59, 0x26, 0x53, 0x59],
  [0x17, 0x72, 0x45, 0x38, 0x50, 0x90],
];
const ZSTANDARD_BEGINNING = [0x28, 0xb5, 0x2f, 0xfd];

/** Bytes before a place at which it shows whether a stream ended there. */
const BEFORE = 64;

/** Files that were packed alone, most of them archives of tar. */
export const packedStreams: readonly ArchiveFormat[] = packedStreamsReadBy(loadLibarchive);

/** The formats, those which need a library read by one that is loaded so. */
export function packedStreamsReadBy(load: LoadLibarchive): readonly ArchiveFormat[] {
  return [
    {
      name: "an xz archive",
      matches: (head) => hasSignature(head, XZ_BEGINNING),
      members: membersBy((bytes) => streamsOf(bytes, xzStreams, XZ, load), /\.(?:xz|txz)$/i),
    },
    {
      name: "a bzip2 archive",
      matches: isBzip2,
      members: membersBy((bytes) => streamsOf(bytes, bzip2Streams, BZIP2, load), /\.(?:bz2?|tbz2?)$/i),
    },
    {
      name: "a Zstandard archive",
      matches: (head) => hasSignature(head, ZSTANDARD_BEGINNING),
      members: membersBy(unzstandard, /\.(?:zst|zstd|tzst)$/i),
    },
  ];
}

function membersBy(
  unpack: (bytes: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>,
  ending: RegExp,
): ArchiveFormat["members"] {
  return (input, limits) => packedFile(unpack(input.stream()), () => input.file.replace(ending, ""), input, limits);
}

async function* streamsOf(
  packed: AsyncIterable<Uint8Array>,
  split: Split,
  method: number,
  load: LoadLibarchive,
): AsyncGenerator<Uint8Array> {
  const bytes = await whole(packed);
  const unpack = byLibrary(method, load);
  for (const stream of split(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))) {
    yield* unpack({ bytes: once(stream), length: stream.length, size: null });
  }
}

/** "BZh" alone could begin a text; a level and a mark behind it could not. */
function isBzip2(head: Uint8Array): boolean {
  return hasSignature(head, BZIP2_BEGINNING) && BZIP2_MARKS.some((mark) => hasSignature(head, mark, 4));
}

function bzip2Streams(bytes: Buffer): readonly Uint8Array[] {
  return cutAt(
    placesOf(bytes, BZIP2_BEGINNING).filter((at) => at === 0 || isBzip2(bytes.subarray(at))),
    bytes,
  );
}

/** Zeros behind a stream are no part of it. */
function xzStreams(bytes: Buffer): readonly Uint8Array[] {
  const isBehindEnd = (at: number) => XZ_END.test(bytes.toString("latin1", Math.max(0, at - BEFORE), at));
  const starts = placesOf(bytes, XZ_BEGINNING).filter((at) => at === 0 || isBehindEnd(at));
  return cutAt(starts, bytes).map((stream) => stream.subarray(0, stream.findLastIndex((byte) => byte !== 0) + 1));
}

function cutAt(starts: readonly number[], bytes: Buffer): readonly Uint8Array[] {
  return starts.map((start, at) => bytes.subarray(start, starts[at + 1]));
}

function placesOf(bytes: Buffer, beginning: readonly number[]): readonly number[] {
  const sought = Buffer.from(beginning);
  const places: number[] = [];
  for (let at = bytes.indexOf(sought); at >= 0; at = bytes.indexOf(sought, at + 1)) places.push(at);
  return places;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
