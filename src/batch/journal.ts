import { rename, rm, rmdir } from "node:fs/promises";
import { join } from "node:path";
import { openNew } from "../outputs/index.ts";
import { isMissing } from "../sources/index.ts";
import type { Bundle } from "./bundle.ts";
import { openDoneList } from "./done-list.ts";
import { RefusedRun, writing, writingInPlace } from "./faults.ts";
import { lock } from "./lock.ts";
import { type Part, partsIn, type TakeBytes } from "./part.ts";
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
  /** Says that a bundle is about to be read, so that the next run knows which ones this one was killed over. */
  readonly begin: (bundle: Bundle) => void;
  /** True when a run was killed while it read the bundle as it is now, and maybe others. */
  readonly isSuspect: (bundle: Bundle) => boolean;
  /** How many runs were killed while they read it and nothing else. */
  readonly killed: (bundle: Bundle) => number;
  /** Entries of earlier runs that are damaged: their bundles are read again. */
  readonly damaged: number;
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
 * of another kind, or over other bundles, was left unfinished there, and an UnwritableOutput, also when another run is at
 * work. A run that goes on for as long as bundles come and go knows none of them at first.
 */
export async function openJournal(
  output: Output,
  run: string,
  start: "resume" | "afresh",
  bundles: readonly Pick<Bundle, "name">[] | "any bundles",
): Promise<Journal> {
  const folder = await openWorkFolder(output.path, output.name);
  const unlock = await lock(join(folder, LOCK), output.name, start === "afresh" ? "takes over" : "asks");
  try {
    await register(folder, run, start, output.name);
    const planned = bundles === "any bundles" ? undefined : new Set(bundles.map(({ name }) => name));
    return await opened(folder, output.name, unlock, planned);
  } catch (error) {
    await unlock();
    throw error;
  }
}

/** False for what is not there; what can't be read for another reason is no reason to do it once more. */
function notThere(error: unknown): false {
  if (isMissing(error)) return false;
  throw error;
}

async function opened(
  folder: string,
  output: string,
  unlock: () => Promise<void>,
  planned: ReadonlySet<string> | undefined,
): Promise<Journal> {
  const done = await writing(output, openDoneList(folder));
  const other = planned && done.names().find((name) => !planned.has(name));
  if (other !== undefined) {
    await done.end();
    await done.close();
    const which = `an unfinished run over other inputs, ${other} among them`;
    throw new RefusedRun(`${output} holds ${which}; run it again with all of them, or use --force to start over`);
  }
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
    begin: (bundle) => writingInPlace(output, () => done.begin(bundle)),
    isSuspect: done.isSuspect,
    killed: done.killed,
    damaged: done.damaged,
    commit: (bundle, part) => writing(output, done.add(bundle, part)),
    isDone: (bundle) => writing(output, read(bundle, async () => undefined).catch(notThere)),
    read,
    async release() {
      if (!isHeld) return;
      await done.end();
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
    if (!isOfRun(found)) {
      throw new RefusedRun(`the work of an unfinished run in ${output} is damaged; use --force to start over`);
    }
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

/** True for what a run has written, of whatever version and with whatever options. */
function isOfRun(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && "version" in value && "manner" in value;
  } catch {
    return false;
  }
}
