import { readdir, rename, rm, rmdir } from "node:fs/promises";
import { join } from "node:path";
import { isWorkingName, openNew, ownFlags } from "../outputs/index.ts";
import { isMissing } from "../sources/index.ts";
import type { Bundle } from "./bundle.ts";
import { RefusedRun, writing } from "./faults.ts";
import { lock } from "./lock.ts";
import { type Part, partsIn, sizeOf, type TakeBytes } from "./part.ts";
import { clear, DONE, isRows, LOCK, openOwn, openWorkFolder, RUN, readOwn } from "./work-folder.ts";

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

/** The parts that count, in a file that survives the process: a line for each, behind those of the parts before it. */
export interface DoneList {
  readonly add: (bundle: Bundle, part: Part) => Promise<void>;
  /** The part of the bundle as it is now. */
  readonly part: (bundle: Bundle) => Part | undefined;
  readonly close: () => Promise<void>;
}

interface Line extends Part {
  readonly name: string;
  /** The key of the bundle when it was read: with another one the part is out of date. */
  readonly key: string;
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

/** Opens the list of a folder, and takes back what else ended runs have written to their parts. */
export async function openDoneList(folder: string): Promise<DoneList> {
  const path = join(folder, DONE);
  const lines = await linesOf(path);
  await trim(folder, [...lines.values()]);
  const file = await openOwn(path, ownFlags.append);
  return {
    async add({ name, key }, part) {
      const line: Line = { name, key, ...part };
      await file.appendFile(`${JSON.stringify(line)}\n`);
      lines.set(name, line);
    },
    part({ name, key }) {
      const line = lines.get(name);
      return line?.key === key ? line : undefined;
    },
    close: () => file.close().catch(() => undefined),
  };
}

/** False for what is not there; what can't be read for another reason is no reason to do it once more. */
function notThere(error: unknown): false {
  if (isMissing(error)) return false;
  throw error;
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

/** The last line of each bundle. What was half written when a run ended is cut off, as a line is to follow. */
async function linesOf(path: string): Promise<Map<string, Line>> {
  const bytes = (await readOwn(path)) ?? new Uint8Array();
  const end = bytes.lastIndexOf(0x0a) + 1;
  if (end < bytes.length) await cut(path, end);
  const lines = new Map<string, Line>();
  for (const text of new TextDecoder().decode(bytes.subarray(0, end)).split("\n")) {
    try {
      // Written by us; what a crash of the whole machine made of it is no JSON, or has no size.
      const line = JSON.parse(text) as Line;
      if (isRows(line.file) && sizeOf(line) > 0) lines.set(line.name, line);
    } catch {
      // The bundle is read again.
    }
  }
  return lines;
}

/** Gives back the room of what was written and does not count: a run that had none goes on where there is some. */
async function trim(folder: string, lines: readonly Part[]): Promise<void> {
  const ends = new Map<string, number>();
  for (const line of lines) ends.set(line.file, Math.max(ends.get(line.file) ?? 0, line.start + sizeOf(line)));
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    if (isRows(name)) await cut(path, ends.get(name) ?? 0);
    else if (isWorkingName(name)) await rm(path, { force: true });
  }
}

/** Cuts off what a file has behind its first bytes. */
async function cut(path: string, end: number): Promise<void> {
  const file = await openOwn(path, ownFlags.change);
  try {
    if ((await file.stat()).size > end) await file.truncate(end);
  } finally {
    await file.close();
  }
}
