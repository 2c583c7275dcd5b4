import { type FileHandle, open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { writing } from "./faults.ts";
import type { Output } from "./journal.ts";

/** Files of a directory that get their names together, once all of them are whole. */
export interface WholeFiles<Name extends string> {
  readonly write: (name: Name, content: string | Uint8Array) => Promise<void>;
  /** Gives every file its name. */
  readonly finish: () => Promise<void>;
  /** Leaves nothing behind of what was written. */
  readonly discard: () => Promise<void>;
}

/** What a file is called until it is whole. */
const PARTIAL = ".partial";

/**
 * Opens the files; until they are whole they lie in the folder, which has to be on the same device as the output.
 * Throws an UnwritableOutput, as its functions do.
 */
export async function openWhole<Name extends string>(
  names: readonly Name[],
  output: Output,
  folder: string,
): Promise<WholeFiles<Name>> {
  const handles = new Map<Name, FileHandle>();
  const told = (name: Name) => join(output.name, name);
  const partial = (name: Name) => join(folder, name + PARTIAL);
  const discard = async () => {
    for (const [name, handle] of handles) {
      await handle.close().catch(() => undefined);
      await rm(partial(name), { force: true }).catch(() => undefined);
    }
  };
  try {
    for (const name of names) handles.set(name, await writing(told(name), open(partial(name), "w")));
  } catch (error) {
    await discard();
    throw error;
  }
  return {
    async write(name, content) {
      await writing(told(name), handles.get(name)?.appendFile(content) ?? Promise.resolve());
    },
    async finish() {
      for (const [name, handle] of handles) {
        await writing(told(name), handle.datasync());
        await writing(told(name), handle.close());
      }
      for (const name of names) await writing(told(name), rename(partial(name), join(output.path, name)));
    },
    discard,
  };
}
