import { rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { type NewFile, openNew } from "../outputs/index.ts";
import { writing } from "./faults.ts";
import { type Gathering, gathering } from "./gathered.ts";
import type { Output } from "./journal.ts";

/** Files of a directory that get their names together, once all of them are whole. */
export interface WholeFiles<Name extends string> {
  /** Adds to a file; the bytes are the caller's again when it is done. */
  readonly write: (name: Name, content: string | Uint8Array) => Promise<void>;
  /** Where the file is until it is whole, for what writes to it by its path. */
  readonly pathOf: (name: Name) => string | undefined;
  /** Gives every file its name. */
  readonly finish: () => Promise<void>;
  /** Leaves nothing behind of what was written. */
  readonly discard: () => Promise<void>;
}

interface Opened extends NewFile {
  readonly gathered: Gathering;
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
  const discard = async () => {
    for (const { handle, path } of files.values()) {
      await handle.close().catch(() => undefined);
      await rm(path, { force: true }).catch(() => undefined);
    }
  };
  try {
    for (const name of names) {
      const file = await writing(told(name), openNew(join(folder, name)));
      files.set(name, { ...file, gathered: gathering() });
    }
  } catch (error) {
    await discard();
    throw error;
  }
  return {
    async write(name, content) {
      const file = files.get(name);
      if (file === undefined) return;
      for (const bytes of file.gathered.add(content)) await writing(told(name), file.handle.appendFile(bytes));
    },
    pathOf: (name) => files.get(name)?.path,
    async finish() {
      // None is let go of while another one is still written to.
      const ends = await Promise.allSettled([...files].map(([name, file]) => writing(told(name), toDisk(file))));
      for (const end of ends) if (end.status === "rejected") throw end.reason;
      for (const [name, { path }] of files) await writing(told(name), rename(path, join(output.path, name)));
    },
    discard,
  };
}

/** Writes the rest, and waits until the disk has all of it. */
async function toDisk({ handle, gathered }: Opened): Promise<void> {
  await handle.appendFile(gathered.rest());
  await handle.datasync();
  await handle.close();
}
