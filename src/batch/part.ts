import { closeSync, fstatSync, openSync, writeFileSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { join } from "node:path";
import { threadId } from "node:worker_threads";
import { crc32 } from "node:zlib";
import type { BundleEntry } from "../fleet/index.ts";
import { type TableName, tableNames } from "../tables/index.ts";
import { writingInPlace } from "./faults.ts";

/** What a bundle contributes to, one after the other: its rows of each table, its hosts, and its place in the roll-up. */
export const sections: readonly Section[] = [...tableNames, "report", "entry"];

export type Section = TableName | "report" | "entry";

/** Where that is what one bundle contributes; plain data. */
export interface Part {
  /** Name of the file; its thread puts the parts of all its bundles into it, as making files takes time. */
  readonly file: string;
  /** Bytes before the part in its file. */
  readonly start: number;
  /** Bytes of each section, in the order of the sections. */
  readonly lengths: readonly number[];
  /** CRC-32 of the part: what a crash of the whole machine left of it is told by that. */
  readonly checksum: number;
}

/** Bytes that are written or read at a time: pieces are small, and each takes a turn of the file system. */
const GATHERED = 256 * 1024;

/** A part that is being written. */
export interface PartFile {
  readonly write: (section: Section, pieces: Iterable<string>) => void;
  /** Writes the rest. */
  readonly finish: (entry: BundleEntry) => Part;
  /** Lets go of the file; what was not finished of a part does not count and harms nothing. */
  readonly close: () => void;
}

/**
 * Opens a part behind what this thread has written to the folder; its sections have to be written in their order. Throws
 * an UnwritableOutput, as its functions do, which names the output that the part is for. Writing is waited for: the
 * thread has nothing else to do.
 */
export function openPart(folder: string, output: string): PartFile {
  const name = `${threadId}.rows`;
  const file = writingInPlace(output, () => openSync(join(folder, name), "a"));
  const start = writingInPlace(output, () => fstatSync(file).size);
  const lengths = new Map<Section, number>();
  const encoder = new TextEncoder();
  let gathered: Uint8Array[] = [];
  let length = 0;
  let checksum = 0;
  const flush = () => {
    const bytes = Buffer.concat(gathered);
    gathered = [];
    length = 0;
    checksum = crc32(bytes, checksum);
    writingInPlace(output, () => writeFileSync(file, bytes));
  };
  const write = (section: Section, pieces: Iterable<string>) => {
    for (const piece of pieces) {
      const bytes = encoder.encode(piece);
      lengths.set(section, (lengths.get(section) ?? 0) + bytes.length);
      gathered.push(bytes);
      length += bytes.length;
      if (length >= GATHERED) flush();
    }
  };
  return {
    write,
    finish(entry) {
      write("entry", [JSON.stringify(entry)]);
      flush();
      return { file: name, start, lengths: sections.map((section) => lengths.get(section) ?? 0), checksum };
    },
    close() {
      try {
        closeSync(file);
      } catch {
        // Whether all of it was written is told by its checksum.
      }
    },
  };
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

/** One part is read at a time: they share a buffer, and those of one file its handle. */
export function partsIn(folder: string): Parts {
  const buffer = new Uint8Array(GATHERED);
  const handles = new Map<string, FileHandle>();
  const opened = async (file: string) => {
    const handle = handles.get(file) ?? (await open(join(folder, file), "r"));
    handles.set(file, handle);
    return handle;
  };
  return {
    async read({ file, start, lengths, checksum }, take) {
      const handle = await opened(file);
      const size = lengths.reduce((sum, length) => sum + length, 0);
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
    async close() {
      for (const handle of handles.values()) await handle.close().catch(() => undefined);
      handles.clear();
    },
  };
}

/** The bytes that lie so far into a part, by its sections. */
function* inSections(bytes: Uint8Array, at: number, lengths: readonly number[]): Generator<[Section, Uint8Array]> {
  let begin = -at;
  for (const [index, section] of sections.entries()) {
    const end = begin + (lengths[index] ?? 0);
    if (end > 0 && begin < bytes.length) yield [section, bytes.subarray(Math.max(begin, 0), end)];
    begin = end;
  }
}
