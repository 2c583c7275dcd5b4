import {
  type Entry,
  ERR_INVALID_CRC32,
  type FileEntry,
  Reader,
  ZipReader,
} from "@zip.js/zip.js/lib/zip-core-custom.js";
import type { ArchiveFormat, ArchiveInput, Limits, Member, Trouble } from "../sources/archives/archive.ts";
import { cabinetReadBy } from "../sources/archives/cabinet.ts";
import { mail } from "../sources/archives/mail.ts";
import { outlookFormats } from "../sources/archives/outlook.ts";
import { packedFile } from "../sources/archives/packed-file.ts";
import { rarReadBy } from "../sources/archives/rar.ts";
import { sevenZipReadBy } from "../sources/archives/seven-zip.ts";
import { tar } from "../sources/archives/tar.ts";
import type { Volume } from "../sources/archives/volume.ts";
import { SourceFault, sniff } from "../text/index.ts";
import { piecesOf } from "./inputs.ts";
import { loadInWorker } from "./libarchive-in-page.ts";

/** Formats that the command line opens and a page does not, by the names that `sniff` gives them. */
const ELSEWHERE = ["an xz archive", "a bzip2 archive", "a Zstandard archive"];

/** What a page opens: zip by a library for browsers, gzip by themselves, the others as the command line does. */
export const pageFormats: readonly ArchiveFormat[] = [
  { name: "a zip archive", matches: (head) => sniff(head) === "a zip archive", members: zipMembers },
  { name: "a gzip archive", matches: (head) => sniff(head) === "a gzip archive", members: gzipMembers },
  tar,
  cabinetReadBy(loadInWorker),
  sevenZipReadBy(loadInWorker),
  rarReadBy(loadInWorker),
  mail,
  ...outlookFormats,
  ...ELSEWHERE.map(notHere),
];

/** Methods of packing that are read: as they are, and deflate. */
const METHODS: readonly number[] = [0, 8];

const WRONG_SUM = "the checksum is wrong: some of the bytes are not those that were packed";

const UNIX_TYPE = 0xf000;
const UNIX_KINDS: ReadonlyMap<number, Member["kind"]> = new Map([
  [0x1000, "device"],
  [0x2000, "device"],
  [0x6000, "device"],
  [0xa000, "link"],
  [0xc000, "device"],
]);

async function* zipMembers(input: ArchiveInput): AsyncGenerator<Member | Trouble> {
  const reader = new ZipReader(new VolumeReader(await input.volume()), {
    useWebWorkers: false,
    strictness: "tolerant",
  });
  let members = 0;
  try {
    for await (const entry of reader.getEntriesGenerator({ filenameValidation: "tolerant" })) {
      members += 1;
      yield memberOf(entry);
    }
  } catch (error) {
    if (error instanceof SourceFault) throw error;
    const reason = `damaged or cut off (${messageOf(error)}); the command line looks for what can be saved`;
    yield { status: members === 0 ? "failed" : "partial", code: "archive-damaged", reason };
  }
}

function memberOf(entry: Entry): Member {
  const refusal = refusalOf(entry);
  return {
    name: entry.filename,
    kind: kindOf(entry),
    size: entry.uncompressedSize,
    packed: entry.compressedSize,
    ...(refusal !== undefined && { refusal }),
    bytes: () => (entry.directory ? nothing() : unpacked(entry)),
  };
}

function kindOf({ directory, unixMode, externalFileAttributes }: Entry): Member["kind"] {
  const mode = unixMode ?? externalFileAttributes >>> 16;
  return directory ? "directory" : (UNIX_KINDS.get(mode & UNIX_TYPE) ?? "file");
}

function refusalOf({ encrypted, compressionMethod }: Entry): Member["refusal"] {
  if (encrypted) {
    return { code: "member-encrypted", reason: "encrypted; unpack the archive with its password and drop the files" };
  }
  if (METHODS.includes(compressionMethod)) return undefined;
  return {
    code: "member-method",
    reason: `packed with method ${compressionMethod}, which is not read here; unpack it`,
  };
}

/**
 * The bytes of a member as they come; whoever stops asking stops the unpacking. Of a damaged one the library gives up
 * what it had not handed over yet, so that of a short one nothing is read.
 */
async function* unpacked(entry: FileEntry): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const stop = new AbortController();
  const done = entry.getData(writable, { checkCrc32: true, useWebWorkers: false, signal: stop.signal });
  // Its failure comes out of the stream as well; where nobody reads that any more, it is none.
  done.catch(() => undefined);
  try {
    yield* piecesOf(readable);
    await done;
  } catch (error) {
    if (error instanceof SourceFault) throw error;
    if (messageOf(error) === ERR_INVALID_CRC32) throw new SourceFault("member-checksum", WRONG_SUM);
    throw new SourceFault("archive-damaged", `damaged: it can't be unpacked to its end (${messageOf(error)})`);
  } finally {
    stop.abort();
  }
}

function gzipMembers(input: ArchiveInput, limits: Limits): AsyncGenerator<Member | Trouble> {
  return packedFile(gunzipped(input.stream()), () => input.file.replace(/\.(?:gz|gzip)$/i, ""), input, limits);
}

async function* gunzipped(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const packed = streamOf(bytes);
  try {
    yield* piecesOf(packed.pipeThrough(new DecompressionStream("gzip")));
  } catch (error) {
    if (error instanceof SourceFault) throw error;
    throw new SourceFault("archive-damaged", "damaged or cut off: it can't be unpacked to its end");
  }
}

function streamOf(bytes: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const iterator = bytes[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done === true) controller.close();
      else controller.enqueue(new Uint8Array(value));
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}

function notHere(name: string): ArchiveFormat {
  return {
    name,
    matches: (head) => sniff(head) === name,
    async *members() {
      const reason = `${name}, which this page does not open; unpack it and drop the files, or use the command line`;
      yield { code: "archive-unsupported", status: "skipped", reason };
    },
  };
}

/** A volume as the library wants to read it. */
class VolumeReader extends Reader<Volume> {
  readonly #volume: Volume;

  constructor(volume: Volume) {
    super(volume);
    this.#volume = volume;
    this.size = volume.size;
  }

  override readUint8Array(index: number, length: number): Promise<Uint8Array> {
    return this.#volume.read(index, Math.min(length, this.#volume.size - index));
  }
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
