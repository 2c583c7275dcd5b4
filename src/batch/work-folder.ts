import { type FileHandle, lstat, mkdir, open, readdir, rm, rmdir } from "node:fs/promises";
import { join } from "node:path";
import { foreignFile, isWorkingName, ownFlags } from "../outputs/index.ts";
import { isMissing } from "../sources/index.ts";
import { UnwritableOutput, writing } from "./faults.ts";

/** The work folder of a run, within its output. */
export const FOLDER = ".chimneysweep-batch";

export const LOCK = "lock";
export const RUN = "run.json";
export const DONE = "done.ndjson";

/** What the names of the files with parts end with, behind the number of a thread. */
export const ROWS = ".rows";

/** A lock of a dead process that was moved away. */
const LOCK_ASIDE = /^lock\.\d+$/;

/**
 * The work folder of an output, made where there is none. Throws an UnwritableOutput for a link in its place, and for a
 * folder with anything in it that no run makes: what is in it will be changed and removed.
 */
export async function openWorkFolder(path: string, output: string): Promise<string> {
  const folder = join(path, FOLDER);
  const isNew = await writing(output, made(folder));
  if (!isNew && !(await writing(output, isOurs(folder)))) {
    const what = `${join(output, FOLDER)} is not the work folder of a run: a link, or with something else in it`;
    throw new UnwritableOutput(`cannot write ${output}: ${what}; move it away or name another directory`);
  }
  return folder;
}

/** What such names begin with where several processes write: a run and a worker. */
const WRITER = "(?:[\\da-f]{8}-[\\da-f]{8}-)?";

const ROWS_NAME = new RegExp(`^${WRITER}\\d{1,15}\\${ROWS}$`);

/** True for the name of a file with parts. */
export function isRows(name: string): boolean {
  return ROWS_NAME.test(name);
}

/** Removes what runs have made in the folder, but for the lock. */
export async function clear(folder: string, output: string): Promise<void> {
  for (const name of await writing(output, readdir(folder))) {
    if (isWorkingLock(name)) await writing(output, rmdir(join(folder, name)));
    else if (name !== LOCK && isOurName(name)) await writing(output, rm(join(folder, name), { force: true }));
  }
}

/** The text of a file in the folder; undefined where there is none. Throws for what no run has made. */
export async function readOwn(path: string): Promise<Buffer | undefined> {
  let file: FileHandle;
  try {
    file = await open(path, ownFlags.read);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
  try {
    await refuseForeign(file);
    return await file.readFile();
  } finally {
    await file.close();
  }
}

/** Opens a file in the folder to be changed. Throws for what no run has made. */
export async function openOwn(path: string, flags: number): Promise<FileHandle> {
  const file = await open(path, flags);
  try {
    await refuseForeign(file);
    return file;
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function refuseForeign(file: FileHandle): Promise<void> {
  const fault = foreignFile(await file.stat());
  if (fault !== undefined) throw fault;
}

/** False when there is something already. */
async function made(folder: string): Promise<boolean> {
  try {
    await mkdir(folder);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

async function isOurs(folder: string): Promise<boolean> {
  if (!(await lstat(folder)).isDirectory()) return false;
  for (const name of await readdir(folder)) {
    if (!isOurName(name)) return false;
    // Another run may be at work, or at its end.
    const stats = await lstat(join(folder, name)).catch(() => undefined);
    if (isWorkingLock(name) && stats?.isDirectory() === true) continue;
    if (stats !== undefined && foreignFile(stats) !== undefined) return false;
  }
  return true;
}

function isOurName(name: string): boolean {
  if (isWorkingLock(name)) return true;
  return [LOCK, RUN, DONE].includes(name) || LOCK_ASIDE.test(name) || isRows(name) || isWorkingName(name);
}

/** True for the folder that SQLite makes beside a file while it writes to it, left by a run that was killed. */
function isWorkingLock(name: string): boolean {
  return name.endsWith(".lock") && isWorkingName(name.slice(0, -".lock".length));
}
