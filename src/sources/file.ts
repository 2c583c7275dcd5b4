import type { FileHandle } from "node:fs/promises";
import type { UnreadSource } from "../analyze.ts";
import type { Source } from "../source-text.ts";
import { type FileSystem, type Located, reasonOf, unread } from "./file-system.ts";

/** Bytes read at a time: large enough that a capture of many megabytes is a few dozen reads. */
const CHUNK_BYTES = 256 * 1024;

/** The file as a source, or why it is none. It is open until the next source is asked for, and no longer. */
export async function* openFile(file: Located, files: FileSystem): AsyncGenerator<Source | UnreadSource> {
  let handle: FileHandle;
  try {
    handle = await files.open(file.path, "r");
  } catch (error) {
    yield unread(file.name, error);
    return;
  }
  try {
    yield { name: file.name, bytes: chunksOf(handle) };
  } finally {
    await handle.close().catch(() => undefined); // it was only read: nothing is lost when closing fails
  }
}

async function* chunksOf(handle: FileHandle): AsyncGenerator<Uint8Array> {
  for (;;) {
    const chunk = await nextChunk(handle);
    if (chunk.length === 0) return;
    yield chunk;
  }
}

/** The next bytes, none at the end; a new buffer each time, because the reader may keep what it was given. */
async function nextChunk(handle: FileHandle): Promise<Uint8Array> {
  const buffer = new Uint8Array(CHUNK_BYTES);
  try {
    const { bytesRead } = await handle.read(buffer, 0, CHUNK_BYTES, null);
    return buffer.subarray(0, bytesRead);
  } catch (error) {
    throw new Error(reasonOf(error), { cause: error });
  }
}
