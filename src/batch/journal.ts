import { mkdir, open, readdir, readFile, rename, rm, rmdir, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Bundle } from "./bundle.ts";
import { RefusedRun, writing } from "./faults.ts";
import { lock } from "./lock.ts";
import { type Part, partsIn, type TakeBytes } from "./part.ts";

/** A directory to write to: where it is, and what the user calls it. */
export interface Output {
  readonly path: string;
  readonly name: string;
}

/** What is done of a run, on the disk: whatever ends the run, the next one goes on from there. */
export interface Journal {
  /** Folder of the parts, on the same device as the output. */
  readonly folder: string;
  /** Makes a part that is written count. */
  readonly commit: (bundle: Bundle, part: Part) => Promise<void>;
  /** Hands out the part of the bundle as it is now. False when none counts, or it is not what was written. */
  readonly read: (bundle: Bundle, take: TakeBytes) => Promise<boolean>;
  /** Lets others at it; what is done stays. */
  readonly release: () => Promise<void>;
  /** Leaves nothing of it: the outputs are whole. */
  readonly remove: () => Promise<void>;
}

/** The work folder of a run, within its output. */
const FOLDER = ".chimneysweep-batch";

const LOCK = "lock";
const RUN = "run.json";

/** A line for each part that counts, behind those of the parts before it. */
const DONE = "done.ndjson";

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
  const folder = join(output.path, FOLDER);
  await writing(output.name, mkdir(folder, { recursive: true }));
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
  const path = join(folder, DONE);
  const lines = await linesOf(path, output);
  const done = await writing(output, open(path, "a"));
  const parts = partsIn(folder);
  const close = async () => {
    await parts.close();
    await done.close().catch(() => undefined);
  };
  let isHeld = true;
  return {
    folder,
    async commit({ name, key }, part) {
      const line: Line = { name, key, ...part };
      await writing(output, done.appendFile(`${JSON.stringify(line)}\n`));
      lines.set(name, line);
    },
    async read({ name, key }, take) {
      const line = lines.get(name);
      return line?.key === key && parts.read(line, take);
    },
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

/** The last line of each bundle. What was half written when a run ended is cut off, as a line is to follow. */
async function linesOf(path: string, output: string): Promise<Map<string, Line>> {
  const bytes = await readFile(path).catch(() => new Uint8Array());
  const end = bytes.lastIndexOf(0x0a) + 1;
  if (end < bytes.length) await writing(output, truncate(path, end));
  const lines = new Map<string, Line>();
  for (const text of new TextDecoder().decode(bytes.subarray(0, end)).split("\n")) {
    try {
      // Written by us; what a crash of the whole machine made of it is no JSON.
      const line = JSON.parse(text) as Line;
      lines.set(line.name, line);
    } catch {
      // The bundle is read again.
    }
  }
  return lines;
}

async function register(folder: string, run: string, start: "resume" | "afresh", output: string): Promise<void> {
  const path = join(folder, RUN);
  const found = start === "afresh" ? undefined : await readFile(path, "utf8").catch(() => undefined);
  if (found === run) return;
  if (found !== undefined) {
    const question = "run it again with its options, or use --force to start over";
    throw new RefusedRun(`${output} holds an unfinished run with other options or of another version; ${question}`);
  }
  await clear(folder, output);
  await writing(output, writeFile(`${path}.partial`, run));
  await writing(output, rename(`${path}.partial`, path));
}

async function clear(folder: string, output: string): Promise<void> {
  const names = await writing(output, readdir(folder));
  for (const name of names) {
    if (name !== LOCK) await writing(output, rm(join(folder, name), { recursive: true, force: true }));
  }
}
