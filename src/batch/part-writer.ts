import { closeSync, fstatSync, ftruncateSync, openSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { threadId } from "node:worker_threads";
import { crc32 } from "node:zlib";
import type { BundleEntry } from "../fleet/index.ts";
import { foreignFile, ownFlags } from "../outputs/index.ts";
import { writingInPlace } from "./faults.ts";
import { gathering } from "./gathered.ts";
import { type Part, ROWS, type Section, sections } from "./part.ts";

/** A part that is being written. */
export interface PartFile {
  /** Adds to a section; throws an Error for one that comes before what was written last. */
  readonly write: (section: Section, pieces: Iterable<string>) => void;
  /** Writes the rest. */
  readonly finish: (entry: BundleEntry) => Part;
  /** Lets go of the file, and takes back a part that was not finished. */
  readonly close: () => void;
}

/**
 * Opens a part behind what this thread has written to the folder. One file for each thread and not for each bundle, as
 * making files takes time: a thread is the only one that writes to its file, as the one in the place of a thread that
 * was lost has another number, and only one process works in the folder. A resumed run goes on with files of those
 * names. Throws an UnwritableOutput, as its functions do, which names the output that the part is for. Every write is
 * waited for, which costs less than to be told.
 */
export function openPart(folder: string, output: string): PartFile {
  const name = `${threadId}${ROWS}`;
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
