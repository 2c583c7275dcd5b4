import type { Stats } from "node:fs";
import { type Source, SourceFault, type UnreadSource } from "../text/index.ts";
import type { Budget } from "./archives/budget.ts";
import { candidateNamed, formatOf, formats, opened, sourcesIn } from "./archives/index.ts";
import type { Volume } from "./archives/volume.ts";
import { type FileSystem, type Located, type OpenFile, reasonOf, unread } from "./file-system.ts";

/** Bytes that are read first: enough to tell an archive, of which others are read next than those behind them. */
const FIRST_BYTES = 4096;

/** Bytes read at a time: large enough that a capture of many megabytes is a few dozen reads. */
const CHUNK_BYTES = 256 * 1024;

/**
 * The file as a source, what is in it where it is an archive, or why it is neither. It is open until the next source
 * behind it is asked for, and no longer.
 */
export async function* openFile(
  file: Located,
  isOneOfMany: Source["isOneOfMany"],
  budget: Budget,
  files: FileSystem,
): AsyncGenerator<Source | UnreadSource> {
  let handle: OpenFile;
  try {
    handle = await files.open(file.path, "r");
  } catch (error) {
    yield unread(file.name, error);
    return;
  }
  try {
    const before = await handle.stat();
    const opening = await opened(chunksOf(handle));
    const volume = before.isFile() ? volumeOf(handle, before.size) : undefined;
    yield* sourcesIn({ ...candidateNamed(file.name, formats), opening, volume, isOneOfMany }, budget);
    // Of a text nothing is lost when it grows meanwhile, as a log does; an archive is read by what stood at its end.
    if (formatOf(opening.head, file.name) !== undefined && isChanged(before, await handle.stat()))
      yield changed(file.name);
  } catch (error) {
    yield unread(file.name, error);
  } finally {
    await handle.close().catch(() => undefined); // it was only read: nothing is lost when closing fails
  }
}

function volumeOf(handle: OpenFile, size: number): Volume {
  return {
    size,
    read: async (start, length) => {
      const buffer = new Uint8Array(length);
      try {
        const { bytesRead } = await handle.read(buffer, 0, length, start);
        return buffer.subarray(0, bytesRead);
      } catch (error) {
        throw new SourceFault("source-unreadable", reasonOf(error));
      }
    },
  };
}

function isChanged(before: Stats, after: Stats): boolean {
  return before.size !== after.size || before.mtimeMs !== after.mtimeMs;
}

function changed(name: string): UnreadSource {
  const reason = "changed while it was read; the report may match neither version. Read it again";
  return { name, status: "partial", code: "source-changed", reason };
}

/** The bytes of a file; while some are worked on, the next ones are read. */
async function* chunksOf(handle: OpenFile): AsyncGenerator<Uint8Array> {
  const first = await nextChunk(handle, FIRST_BYTES);
  if (first.length === 0) return;
  yield first;
  for (let reading = nextChunk(handle, CHUNK_BYTES); ; ) {
    const chunk = await reading;
    if (chunk.length === 0) return;
    reading = nextChunk(handle, CHUNK_BYTES);
    reading.catch(() => undefined); // told when it is asked for, and of no interest to a reader who has stopped
    yield chunk;
  }
}

/** The next bytes, none at the end; a new buffer each time, because the reader may keep what it was given. */
async function nextChunk(handle: OpenFile, length: number): Promise<Uint8Array> {
  const buffer = new Uint8Array(length);
  try {
    const { bytesRead } = await handle.read(buffer, 0, length, null);
    return buffer.subarray(0, bytesRead);
  } catch (error) {
    throw new Error(reasonOf(error), { cause: error });
  }
}
