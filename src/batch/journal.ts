import { rename, rm, rmdir } from "node:fs/promises";
import { join } from "node:path";
import { openNew } from "../outputs/index.ts";
import type { Bundle } from "./bundle.ts";
import { notThere, openDoneList } from "./done-list.ts";
import { RefusedRun, writing } from "./faults.ts";
import { lock } from "./lock.ts";
import type { Part } from "./part.ts";
import { partsIn, type TakeBytes } from "./part-reader.ts";
import { clear, LOCK, openWorkFolder, RUN, readOwn } from "./work-folder.ts";

/** A directory to write to: where it is, and what the user calls it. */
export interface Output {
  readonly path: string;
  readonly name: string;
}

/** What is done of a run, on the disk: whatever ends the run, the next one goes on from there. */
export interface Journal {
  /** Folder for the parts and for outputs that are not whole yet, on the same device as the output. */
  readonly folder: string;
  /** Makes a part that is written count. */
  readonly commit: (bundle: Bundle, part: Part) => Promise<void>;
  /** Whether an earlier run has done the bundle as it is now, and what came of it is still there. */
  readonly isDone: (bundle: Bundle) => Promise<boolean>;
  /** Hands out the part of the bundle as it is now. False when none counts, or it is not what was written. */
  readonly read: (bundle: Bundle, take: TakeBytes) => Promise<boolean>;
  /** Lets others at it; what is done stays. */
  readonly release: () => Promise<void>;
  /** Leaves nothing of it: the outputs are whole. */
  readonly remove: () => Promise<void>;
}

/**
 * Opens the journal of an output for a run that is told by what decides its results. Throws a RefusedRun when a run
 * of another kind was left unfinished there, and an UnwritableOutput, also when another run is at work.
 */
export async function openJournal(output: Output, run: string, start: "resume" | "afresh"): Promise<Journal> {
  const folder = await openWorkFolder(output.path, output.name);
  const unlock = await lock(join(folder, LOCK), output.name);
  try {
    await register(folder, run, start, output.name);
    return await opened(folder, output.name, unlock);
  } catch (error) {
    await unlock();
    throw error;
  }
}

async function opened(folder: string, output: string, unlock: () => Promise<void>): Promise<Journal> {
  const done = await writing(output, openDoneList(folder));
  const parts = partsIn(folder);
  const close = async () => {
    await parts.close();
    await done.close();
  };
  const read = async (bundle: Bundle, take: TakeBytes) => {
    const part = done.part(bundle);
    return part !== undefined && parts.read(part, take);
  };
  let isHeld = true;
  return {
    folder,
    commit: (bundle, part) => writing(output, done.add(bundle, part)),
    isDone: (bundle) => writing(output, read(bundle, async () => undefined).catch(notThere)),
    read,
    async release() {
      if (!isHeld) return;
      await close();
      await unlock();
    },
    async remove() {
      await close();
      // Parts without the word of whose run they are count for nothing, should this be the moment that it ends.
      await writing(output, rm(join(folder, RUN), { force: true }));
      await clear(folder, output);
      isHeld = false;
      await unlock();
      // Another run may have begun already: then the folder is its own.
      await rmdir(folder).catch(() => undefined);
    },
  };
}

async function register(folder: string, run: string, start: "resume" | "afresh", output: string): Promise<void> {
  const path = join(folder, RUN);
  const found = start === "afresh" ? undefined : (await writing(output, readOwn(path)))?.toString("utf8");
  if (found === run) return;
  if (found !== undefined) {
    const question = "run it again with its options, or use --force to start over";
    throw new RefusedRun(`${output} holds an unfinished run with other options or of another version; ${question}`);
  }
  await clear(folder, output);
  await writing(output, putWhole(path, run));
}

async function putWhole(path: string, text: string): Promise<void> {
  const { path: working, handle } = await openNew(path);
  try {
    await handle.writeFile(text);
  } finally {
    await handle.close();
  }
  await rename(working, path);
}
