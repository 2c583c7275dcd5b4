import * as zlib from "node:zlib";
import { SourceFault } from "../../text/index.ts";
import { megabytes } from "./budget.ts";
import { inflatedMember } from "./inflate.ts";
import { inflated64 } from "./inflate64.ts";
import { type LoadLibarchive, loadLibarchive } from "./libarchive-package.ts";
import { unpackedAlone } from "./lone-member.ts";
import { concatBytes } from "./volume.ts";

/** Bytes as they lie in an archive, with what it says of their number, packed and unpacked. */
export interface Packed {
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly length: number;
  /** Null where the archive was cut off before it says so. */
  readonly size: number | null;
}

/** One way to pack bytes; without a function it is known by its name only. */
export interface Method {
  readonly name: string;
  readonly unpack?: (packed: Packed) => AsyncIterable<Uint8Array>;
}

/** Packed bytes are held in memory where they can't be unpacked as they come. */
const MOST_HELD = 256 * 1024 * 1024;

export const BZIP2 = 12;
export const XZ = 95;
export const ZSTANDARD = 93;

/** The methods of compression that are met in zip archives, by their numbers there. */
export const methods: ReadonlyMap<number, Method> = new Map([
  [0, { name: "none", unpack: ({ bytes }) => bytes }],
  [1, { name: "Shrink" }],
  [6, { name: "Implode" }],
  [8, { name: "Deflate", unpack: ({ bytes, length }) => inflatedMember(bytes, length) }],
  [9, { name: "Deflate64", unpack: deflate64 }],
  [BZIP2, { name: "bzip2", unpack: byLibrary(BZIP2, loadLibarchive) }],
  [14, { name: "LZMA", unpack: byLibrary(14, loadLibarchive) }],
  [20, { name: "Zstandard", unpack: ({ bytes }) => unzstandard(bytes) }],
  [ZSTANDARD, { name: "Zstandard", unpack: ({ bytes }) => unzstandard(bytes) }],
  [XZ, { name: "xz", unpack: byLibrary(XZ, loadLibarchive) }],
  [98, { name: "PPMd", unpack: byLibrary(98, loadLibarchive) }],
]);

/** Unpacks by the library that is loaded so. */
export function byLibrary(method: number, load: LoadLibarchive): (packed: Packed) => AsyncGenerator<Uint8Array> {
  return async function* unpack({ bytes, size }) {
    yield* unpackedAlone({ method, bytes: await whole(bytes), size }, load);
  };
}

/** What Zstandard unpacks to, where this Node can do that. */
export async function* unzstandard(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (!("createZstdDecompress" in zlib) || typeof zlib.createZstdDecompress !== "function") {
    const reason = "packed with Zstandard, which is read with Node 22.15 or later; unpack it and pass the folder";
    throw new SourceFault("member-method", reason);
  }
  const { Readable, pipeline } = await import("node:stream");
  // The declarations are those of the oldest Node; on a later one it is a stream like those of other methods.
  const unpacking: import("node:stream").Transform = zlib.createZstdDecompress();
  pipeline(Readable.from(bytes), unpacking, () => undefined);
  try {
    for await (const chunk of unpacking) yield chunk;
  } catch {
    throw new SourceFault("archive-damaged", "damaged: what comes here can't be unpacked");
  }
}

/** All the bytes, as one. */
export async function whole(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    length += chunk.length;
    if (length > MOST_HELD) {
      const reason = `packed to more than the ${megabytes(MOST_HELD)} that are held of it; unpack it and pass the folder`;
      throw new SourceFault("member-limit", reason);
    }
    chunks.push(chunk);
  }
  return concatBytes(chunks, length);
}

async function* deflate64({ bytes }: Packed): AsyncGenerator<Uint8Array> {
  yield* inflated64(await whole(bytes));
}
