import { closeSync, fstatSync, ftruncateSync, openSync, writeFileSync } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { threadId } from "node:worker_threads";
import { crc32 } from "node:zlib";
import type { BundleEntry } from "../fleet/index.ts";
import { foreignFile, ownFlags } from "../outputs/index.ts";
import { type TableName, tableNames } from "../report/index.ts";
import { writingInPlace } from "./faults.ts";
import { GATHERED, gathering } from "./gathered.ts";
import { openOwn, ROWS } from "./work-folder.ts";

export type Section = TableName | "report" | "entry";

/** Where the part of a bundle is; plain data. */
export interface Part {
  /** Name of its file. */
  readonly file: string;
  /** Bytes before the part in its file. */
  readonly start: number;
  /** Bytes of each section, in the order of the sections. */
  readonly lengths: readonly number[];
  /** CRC-32 of the part: what a crash of the whole machine left of it is told by that. */
  readonly checksum: number;
}

/** A part that is being written. */
export interface PartFile {
  /** Adds to a section; throws an Error for one that comes before what was written last. */
  readonly write: (section: Section, pieces: Iterable<string>) => void;
  /** Writes the rest. */
  readonly finish: (entry: BundleEntry) => Part;
  /** Lets go of the file, and takes back a part that was not finished. */
  readonly close: () => void;
}

/** Takes bytes of one section, which are only good until it is done. */
export type TakeBytes = (section: Section, bytes: Uint8Array) => Promise<void>;

/** The parts of a folder, to be read. */
export interface Parts {
  /**
   * Hands out the bytes of a part. False when it turns out not to be what was written: nothing is forced to the disk while
   * a run is at work. Rejects when it can't be read, or with what the taker rejects with.
   */
  readonly read: (part: Part, take: TakeBytes) => Promise<boolean>;
  readonly close: () => Promise<void>;
}

/** What a bundle contributes to, one after the other: its rows of each table, its hosts, and its place in the roll-up. */
export const sections: readonly Section[] = [...tableNames, "report", "entry"];

/** Files that are kept open: with a few threads the parts come from a few of them in turn. */
const MOST_OPEN = 16;

/** Bytes of a part. */
export function sizeOf({ lengths }: Part): number {
  return lengths.reduce((sum, length) => sum + length, 0);
}

/**
 * Opens a part behind what this thread has written to the folder. One file for each thread and not for each bundle, as
 * making files takes time: a thread is the only one that writes to its file, as the one in the place of a thread that
 * was lost has another number, and each process has names of its own (`writer`). A resumed run goes on with files of those
 * names. Throws an UnwritableOutput, as its functions do, which names the output that the part is for. Every write is
 * waited for, which costs less than to be told.
 */
export function openPart(folder: string, output: string, writer: string): PartFile {
  const name = `${writer}${threadId}${ROWS}`;
  const inPlace = <T>(work: () => T) => writingInPlace(output, work);
  const file = inPlace(() => openSync(join(folder, name), ownFlags.append));
  const start = inPlace(() => bytesIn(file));
  const lengths = sections.map(() => 0);
  const gathered = gathering();
  let latest = 0;
  let checksum = 0;
  let isFinished = false;
  const put = (bytes: Uint8Array) => {
    checksum = crc32(bytes, checksum);
    inPlace(() => writeFileSync(file, bytes));
  };
  const write = (section: Section, pieces: Iterable<string>) => {
    const at = sections.indexOf(section);
    if (at < latest) throw new Error(`the section ${section} comes too late`);
    latest = at;
    const before = gathered.added();
    for (const piece of pieces) for (const bytes of gathered.add(piece)) put(bytes);
    lengths[at] = (lengths[at] ?? 0) + gathered.added() - before;
  };
  return {
    write,
    finish(entry) {
      write("entry", [JSON.stringify(entry)]);
      put(gathered.rest());
      isFinished = true;
      return { file: name, start, lengths, checksum };
    },
    close() {
      try {
        if (!isFinished) ftruncateSync(file, start);
      } catch {
        // It is cut off when a run goes on.
      }
      try {
        closeSync(file);
      } catch {
        // Whether all of a part was written is told by its checksum.
      }
    },
  };
}

/** One part is read at a time: they share a buffer, and those of one file its handle. */
export function partsIn(folder: string): Parts {
  const buffer = new Uint8Array(GATHERED);
  const handles = new Map<string, FileHandle>();
  const close = async () => {
    for (const handle of handles.values()) await handle.close().catch(() => undefined);
    handles.clear();
  };
  const opened = async (file: string) => {
    const found = handles.get(file);
    if (found !== undefined) return found;
    // There is a file for each thread, and a thread for each bundle that took too long.
    if (handles.size >= MOST_OPEN) await close();
    const handle = await openOwn(join(folder, file), ownFlags.read);
    handles.set(file, handle);
    return handle;
  };
  return {
    async read(part, take) {
      const { file, start, lengths, checksum } = part;
      const handle = await opened(file);
      const size = sizeOf(part);
      let found = 0;
      for (let at = 0; at < size; ) {
        const { bytesRead } = await handle.read(buffer, 0, Math.min(buffer.length, size - at), start + at);
        if (bytesRead === 0) return false;
        const bytes = buffer.subarray(0, bytesRead);
        found = crc32(bytes, found);
        for (const [section, piece] of inSections(bytes, at, lengths)) await take(section, piece);
        at += bytesRead;
      }
      return found === checksum;
    },
    close,
  };
}

function bytesIn(file: number): number {
  try {
    const stats = fstatSync(file);
    const fault = foreignFile(stats);
    if (fault !== undefined) throw fault;
    return stats.size;
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

/** The bytes that lie so far into a part, by its sections. */
function* inSections(bytes: Uint8Array, at: number, lengths: readonly number[]): Generator<[Section, Uint8Array]> {
  let begin = -at;
  for (const [index, section] of sections.entries()) {
    const end = begin + (lengths[index] ?? 0);
    if (end > Math.max(begin, 0) && begin < bytes.length) yield [section, bytes.subarray(Math.max(begin, 0), end)];
    begin = end;
  }
}
