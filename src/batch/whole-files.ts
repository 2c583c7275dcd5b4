import { type FileHandle, open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { writing } from "./faults.ts";
import type { Output } from "./journal.ts";

/** Files of a directory that get their names together, once all of them are whole. */
export interface WholeFiles<Name extends string> {
  /** Adds to a file; the bytes are the caller's again when it is done. */
  readonly write: (name: Name, content: string | Uint8Array) => Promise<void>;
  /** Gives every file its name. */
  readonly finish: () => Promise<void>;
  /** Leaves nothing behind of what was written. */
  readonly discard: () => Promise<void>;
}

/** What a file is called until it is whole. */
const PARTIAL = ".partial";

/** Bytes gathered for a file before they are written: pieces are small, and each write takes a turn of the file system. */
const GATHERED = 256 * 1024;

interface Opened {
  readonly handle: FileHandle;
  readonly gathered: Buffer;
  length: number;
}

/**
 * Opens the files; until they are whole they lie in the folder, which has to be on the same device as the output.
 * Throws an UnwritableOutput, as its functions do.
 */
export async function openWhole<Name extends string>(
  names: readonly Name[],
  output: Output,
  folder: string,
): Promise<WholeFiles<Name>> {
  const files = new Map<Name, Opened>();
  const told = (name: Name) => join(output.name, name);
  const partial = (name: Name) => join(folder, name + PARTIAL);
  const discard = async () => {
    for (const [name, { handle }] of files) {
      await handle.close().catch(() => undefined);
      await rm(partial(name), { force: true }).catch(() => undefined);
    }
  };
  try {
    for (const name of names) {
      const handle = await writing(told(name), open(partial(name), "w"));
      files.set(name, { handle, gathered: Buffer.allocUnsafe(GATHERED), length: 0 });
    }
  } catch (error) {
    await discard();
    throw error;
  }
  return {
    async write(name, content) {
      const file = files.get(name);
      if (file === undefined) return;
      const bytes = typeof content === "string" ? Buffer.from(content) : content;
      await writing(told(name), add(file, bytes));
    },
    async finish() {
      // None is let go of while another one is still written to.
      const ends = await Promise.allSettled([...files].map(([name, file]) => writing(told(name), toDisk(file))));
      for (const end of ends) if (end.status === "rejected") throw end.reason;
      for (const name of names) await writing(told(name), rename(partial(name), join(output.path, name)));
    },
    discard,
  };
}

async function add(file: Opened, bytes: Uint8Array): Promise<void> {
  if (file.length + bytes.length > file.gathered.length) await flush(file);
  if (bytes.length > file.gathered.length) return file.handle.appendFile(bytes);
  file.gathered.set(bytes, file.length);
  file.length += bytes.length;
}

async function flush(file: Opened): Promise<void> {
  await file.handle.appendFile(file.gathered.subarray(0, file.length));
  file.length = 0;
}

/** Writes the rest, and waits until the disk has all of it. */
async function toDisk(file: Opened): Promise<void> {
  await flush(file);
  await file.handle.datasync();
  await file.handle.close();
}
