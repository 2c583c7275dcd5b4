import type { FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { ownFlags } from "../outputs/index.ts";
import { GATHERED } from "./gathered.ts";
import { type Part, type Section, sections, sizeOf } from "./part.ts";
import { openOwn } from "./work-folder.ts";

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

/** Files that are kept open: with a few threads the parts come from a few of them in turn. */
const MOST_OPEN = 16;

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

/** The bytes that lie so far into a part, by its sections. */
function* inSections(bytes: Uint8Array, at: number, lengths: readonly number[]): Generator<[Section, Uint8Array]> {
  let begin = -at;
  for (const [index, section] of sections.entries()) {
    const end = begin + (lengths[index] ?? 0);
    if (end > Math.max(begin, 0) && begin < bytes.length) yield [section, bytes.subarray(Math.max(begin, 0), end)];
    begin = end;
  }
}
