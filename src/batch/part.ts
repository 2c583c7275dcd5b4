import { closeSync, openSync, writeFileSync } from "node:fs";
import { type FileHandle, open, readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { crc32 } from "node:zlib";
import type { BundleEntry } from "../fleet/index.ts";
import { type TableName, tableNames } from "../tables/index.ts";
import { writingInPlace } from "./faults.ts";

/** What a bundle contributes to, one after the other: its rows of each table, and its hosts. */
export const sections: readonly Section[] = [...tableNames, "report"];

export type Section = TableName | "report";

/** What one bundle contributes to the outputs: a file with its rows and hosts, and this beside it. */
export interface Part {
  /** The key of the bundle when it was read: with another one the part is out of date. */
  readonly key: string;
  /** Name of the file with the sections. */
  readonly file: string;
  /** Bytes of each section, in the order of the sections. */
  readonly lengths: readonly number[];
  /** CRC-32 of the file: what a crash of the whole machine left of it is told by that. */
  readonly checksum: number;
  readonly entry: BundleEntry;
}

/** Absolute paths of a part that is being written. */
export interface PartPaths {
  /** The file with the sections. */
  readonly rows: string;
  /** What will be the part when it gets its last name: until then there is none. */
  readonly partial: string;
}

/** Bytes gathered before they are written: pieces are small, and each write takes a turn of the file system. */
const GATHERED = 256 * 1024;

/** A part that is being written. */
export interface PartFile {
  readonly write: (section: Section, pieces: Iterable<string>) => void;
  /** Writes the rest; the part only counts once it is renamed. */
  readonly finish: (key: string, entry: BundleEntry) => void;
  /** Lets go of it; what was not finished does not count. */
  readonly close: () => void;
}

/**
 * Opens a part; its sections have to be written in their order. Throws an UnwritableOutput, as its functions do, which
 * names the output that the part is for. Writing is waited for: the thread has nothing else to do.
 */
export function openPart({ rows, partial }: PartPaths, output: string): PartFile {
  const file = writingInPlace(output, () => openSync(rows, "w"));
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
  return {
    write(section, pieces) {
      for (const piece of pieces) {
        const bytes = encoder.encode(piece);
        lengths.set(section, (lengths.get(section) ?? 0) + bytes.length);
        gathered.push(bytes);
        length += bytes.length;
        if (length >= GATHERED) flush();
      }
    },
    finish(key, entry) {
      flush();
      const inOrder = sections.map((section) => lengths.get(section) ?? 0);
      const part: Part = { key, file: basename(rows), lengths: inOrder, checksum, entry };
      writingInPlace(output, () => writeFileSync(partial, JSON.stringify(part), "utf8"));
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

/** The part at the path; undefined where there is none that is whole. */
export async function readPart(path: string): Promise<Part | undefined> {
  try {
    // Written by us, and renamed when it was whole.
    const part = JSON.parse(await readFile(path, "utf8")) as Part;
    const handle = await open(join(dirname(path), part.file), "r");
    try {
      return (await isWhole(handle, part)) ? part : undefined;
    } finally {
      await handle.close();
    }
  } catch {
    return undefined;
  }
}

/** Nothing is forced to the disk while a run is at work, so what is on it is looked at before it counts. */
async function isWhole(handle: FileHandle, { lengths, checksum }: Part): Promise<boolean> {
  const { size } = await handle.stat();
  if (size !== lengths.reduce((sum, length) => sum + length, 0)) return false;
  let found = 0;
  const buffer = new Uint8Array(GATHERED);
  for (;;) {
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, null);
    if (bytesRead === 0) return found === checksum;
    found = crc32(buffer.subarray(0, bytesRead), found);
  }
}
