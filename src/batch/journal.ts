import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Bundle } from "./bundle.ts";
import { RefusedRun, writing } from "./faults.ts";
import { lock } from "./lock.ts";
import { type Part, type PartPaths, readPart } from "./part.ts";

/** A directory to write to: where it is, and what the user calls it. */
export interface Output {
  readonly path: string;
  readonly name: string;
}

/** What is done of a run, on the disk: whatever ends the run, the next one goes on from there. */
export interface Journal {
  /** Folder of the parts, on the same device as the output. */
  readonly folder: string;
  /** Where a bundle's part is written to; one that was given up has files of its own, as its thread may still write. */
  readonly paths: (bundle: Bundle, end: "analysed" | "givenUp") => PartPaths;
  /** Makes a written part count. */
  readonly commit: (bundle: Bundle, paths: PartPaths) => Promise<void>;
  /** The part of the bundle as it is now; undefined when there is none. */
  readonly part: (bundle: Bundle) => Promise<Part | undefined>;
  /** Lets others at it; what is done stays. */
  readonly release: () => Promise<void>;
  /** Leaves nothing of it: the outputs are whole. */
  readonly remove: () => Promise<void>;
}

/** The work folder of a run, within its output. */
const FOLDER = ".chimneysweep-batch";

const LOCK = "lock";
const RUN = "run.json";

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
  } catch (error) {
    await unlock();
    throw error;
  }
  let isHeld = true;
  const last = (bundle: Bundle) => join(folder, `${idOf(bundle)}.json`);
  return {
    folder,
    paths(bundle, end) {
      const base = join(folder, end === "analysed" ? idOf(bundle) : `${idOf(bundle)}.given-up`);
      return { rows: `${base}.rows`, partial: `${base}.json.partial` };
    },
    commit: (bundle, { partial }) => writing(output.name, rename(partial, last(bundle))),
    async part(bundle) {
      const part = await readPart(last(bundle));
      return part?.key === bundle.key ? part : undefined;
    },
    async release() {
      if (isHeld) await unlock();
    },
    async remove() {
      // Parts without the word of whose run they are count for nothing, should this be the moment that it ends.
      await writing(output.name, rm(join(folder, RUN), { force: true }));
      await clear(folder, output.name);
      isHeld = false;
      await unlock();
      // Another run may have begun already: then the folder is its own.
      await rmdir(folder).catch(() => undefined);
    },
  };
}

/** A name for files that is as long for every bundle, whatever it is called. */
function idOf({ name }: Bundle): string {
  return createHash("sha256").update(name).digest("hex").slice(0, 32);
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
