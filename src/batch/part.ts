import { type FileHandle, open, readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { BundleEntry } from "../fleet/index.ts";
import { type TableName, tableNames } from "../tables/index.ts";
import { writing } from "./faults.ts";

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
  readonly write: (section: Section, pieces: Iterable<string>) => Promise<void>;
  /** Makes what was written safe from a crash; the part only counts once it is renamed. */
  readonly finish: (key: string, entry: BundleEntry) => Promise<void>;
  /** Lets go of it; what was not finished does not count. */
  readonly close: () => Promise<void>;
}

/**
 * Opens a part; its sections have to be written in their order. Throws an UnwritableOutput, as its functions do, which
 * names the output that the part is for.
 */
export async function openPart({ rows, partial }: PartPaths, output: string): Promise<PartFile> {
  const handle = await writing(output, open(rows, "w"));
  const lengths = new Map<Section, number>();
  const encoder = new TextEncoder();
  let gathered: Uint8Array[] = [];
  let length = 0;
  const flush = async () => {
    const bytes = Buffer.concat(gathered);
    gathered = [];
    length = 0;
    await writing(output, handle.appendFile(bytes));
  };
  return {
    async write(section, pieces) {
      for (const piece of pieces) {
        const bytes = encoder.encode(piece);
        lengths.set(section, (lengths.get(section) ?? 0) + bytes.length);
        gathered.push(bytes);
        length += bytes.length;
        if (length >= GATHERED) await flush();
      }
    },
    async finish(key, entry) {
      await flush();
      await writing(output, handle.datasync());
      const inOrder = sections.map((section) => lengths.get(section) ?? 0);
      const part: Part = { key, file: basename(rows), lengths: inOrder, entry };
      await writing(output, writeSafely(partial, JSON.stringify(part)));
    },
    close: () => handle.close().catch(() => undefined),
  };
}

/** The part at the path; undefined where there is none that is whole. */
export async function readPart(path: string): Promise<Part | undefined> {
  try {
    // Written by us, and renamed when it was whole.
    const part = JSON.parse(await readFile(path, "utf8")) as Part;
    const handle = await open(join(dirname(path), part.file), "r");
    try {
      const { size } = await handle.stat();
      return size === part.lengths.reduce((sum, length) => sum + length, 0) ? part : undefined;
    } finally {
      await handle.close();
    }
  } catch {
    return undefined;
  }
}

async function writeSafely(path: string, text: string): Promise<void> {
  const handle: FileHandle = await open(path, "w");
  try {
    await handle.writeFile(text, "utf8");
    await handle.datasync();
  } finally {
    await handle.close();
  }
}
