import type { Buffer } from "node:buffer";
import type { Entry, RandomAccessReader, ZipFile } from "yauzl";
import { SourceFault } from "../../text/index.ts";
import { hasSignature, letters } from "./opening.ts";
import type { Volume } from "./volume.ts";
import type { ZipEntry } from "./zip-entry.ts";

/** A member as the list of members at the end of a zip archive has it. */
export interface Listed {
  readonly entry: ZipEntry;
  /** Where the member begins: with a header of its own that says most of it again. */
  readonly header: number;
  /** Bytes that it takes up, header and all, at least. */
  readonly length: number;
  /** Where its packed bytes begin. Throws a SourceFault where the list points to no member. */
  readonly dataStart: () => Promise<DataStart>;
}

export interface DataStart {
  readonly at: number;
  /** False where the member's own header has another name or method than the list. */
  readonly agrees: boolean;
}

/** Bytes of a header before the name. */
const HEADER_BYTES = 30;

/** How each member begins in the list. */
const LISTED = letters("PK\x01\x02");

/** What `listed` throws where it can't go on. */
export class DamagedList extends Error {
  /** True where it goes on in another file. */
  readonly isPart: boolean;

  constructor(cause: unknown) {
    super("the list of members is damaged", { cause });
    this.isPart = cause instanceof Error && cause.message.includes("multi-disk");
  }
}

/** The members in the list of a zip archive. Throws a DamagedList where the list, or where it is, can't be read. */
export async function* listed(volume: Volume): AsyncGenerator<Listed> {
  const { fromRandomAccessReaderPromise } = await import("yauzl");
  // Names and sizes are checked by us, one by one: a single odd one would cost all members behind it.
  const options = { autoClose: false, decodeStrings: false, validateEntrySizes: false };
  try {
    const archive = await fromRandomAccessReaderPromise(await readerOf(volume), volume.size, options);
    for await (const entry of archive.eachEntry()) yield listedEntry(entry, archive);
    if (await goesOn(volume, archive)) throw new DamagedList("more members than the end of the archive says");
  } catch (error) {
    throw error instanceof SourceFault || error instanceof DamagedList ? error : new DamagedList(error);
  }
}

/** True where one more member stands in the list: old tools write of more than 65,535 only what is over that. */
async function goesOn(volume: Volume, { readEntryCursor }: ZipFile): Promise<boolean> {
  const at: unknown = readEntryCursor; // a number, whatever its type says
  return typeof at === "number" && hasSignature(await volume.read(at, LISTED.length), LISTED);
}

function listedEntry(entry: Entry, archive: ZipFile): Listed {
  return {
    entry: {
      name: { bytes: entry.fileNameRaw, extraFields: entry.extraFields },
      flags: entry.generalPurposeBitFlag,
      method: entry.compressionMethod,
      packed: entry.compressedSize,
      size: entry.uncompressedSize,
      checksum: entry.crc32,
      attributes: entry.externalFileAttributes,
    },
    header: entry.relativeOffsetOfLocalHeader,
    length: HEADER_BYTES + entry.fileNameLength + entry.compressedSize,
    dataStart: async () => {
      try {
        const own = await archive.readLocalFileHeaderPromise(entry, {});
        const agrees = isSameName(own.fileName, entry.fileNameRaw) && own.compressionMethod === entry.compressionMethod;
        return { at: own.fileDataStart, agrees };
      } catch (error) {
        if (error instanceof SourceFault) throw error;
        throw new SourceFault("archive-damaged", "the archive's list of members points to where there is none");
      }
    },
  };
}

/** What yauzl reads by. It wants an instance of its class, so that there is one here. */
async function readerOf(volume: Volume): Promise<RandomAccessReader> {
  const { RandomAccessReader } = await import("yauzl");
  class VolumeReader extends RandomAccessReader {
    override read(
      buffer: Buffer,
      offset: number,
      length: number,
      position: number,
      callback: (error: Error | null) => void,
    ): void {
      volume.read(position, length).then(
        (bytes) => {
          buffer.set(bytes, offset);
          callback(bytes.length < length ? new Error("unexpected end") : null);
        },
        (error: Error) => callback(error),
      );
    }
  }
  return new VolumeReader();
}

/** Names are compared with all their separators alike: some tools change them in one of both places only. */
function isSameName(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => slashed(byte) === slashed(other[at] ?? 0));
}

function slashed(byte: number): number {
  return byte === 0x5c ? 0x2f : byte;
}
