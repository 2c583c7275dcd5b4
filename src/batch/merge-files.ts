import { resolve } from "node:path";
import type { Thresholds } from "../facts/thresholds.ts";
import { type BundleEntry, gatherBundles, type Rollup } from "../fleet/index.ts";
import { jsonList, validated, validatedBundle } from "../schemas/index.ts";
import { type FileSystem, looksLikePattern, namesMatching, reasonOf } from "../sources/index.ts";
import { StoppedRun } from "./faults.ts";

/** A file that is no roll-up; the message says why. */
export class NoRollup extends Error {
  /** As the user named it. */
  readonly file: string;

  constructor(file: string, reason: string) {
    super(reason);
    this.file = file;
  }
}

/** Bytes read at a time. */
const CHUNK_BYTES = 256 * 1024;

/** Where the files are, and what ends their reading. */
export interface RollupFiles {
  readonly cwd: string;
  readonly files: FileSystem;
  readonly stop: AbortSignal;
}

/**
 * One roll-up of those in the files that the paths name. They are read a bundle at a time: a roll-up may be longer than
 * any text can be. Throws a NoRollup for the first file that is none, a StoppedRun when the signal comes.
 */
export async function mergeFiles(
  paths: readonly string[],
  at: RollupFiles,
  thresholds?: Partial<Thresholds>,
): Promise<Rollup> {
  const gathered = gatherBundles();
  for (const file of await filesNamed(paths, at)) await readRollup(file, at, gathered.add);
  return gathered.rollup(thresholds);
}

/** Patterns are expanded here because cmd.exe leaves it to the program. */
async function filesNamed(paths: readonly string[], { cwd, files }: RollupFiles): Promise<readonly string[]> {
  const named: string[] = [];
  for (const path of paths) {
    const isThere = await files.stat(resolve(cwd, path)).then(
      () => true,
      () => false,
    );
    const matching = isThere || !looksLikePattern(path) ? [] : await namesMatching(path, cwd, files);
    named.push(...(matching.length > 0 ? matching : [path]));
  }
  return named;
}

/** Of what is wrong in a file the worst is told: that it is no JSON, then that it is nothing of ours, then its first fault. */
async function readRollup(file: string, at: RollupFiles, take: (bundle: BundleEntry) => void): Promise<void> {
  const list = jsonList("bundles");
  let faults: readonly string[] = [];
  let count = 0;
  for await (const piece of piecesOf(file, at)) {
    for (const text of list.take(piece)) {
      const validation = await validatedBundle(parsed(file, text));
      if (validation.ok && faults.length === 0) take(validation.value);
      else if (!validation.ok && faults.length === 0)
        faults = validation.faults.map((fault) => placed(fault, `bundles[${count}]`));
      count += 1;
    }
  }
  const value = parsed(file, list.rest());
  if (!isOfOurs(value)) throw new NoRollup(file, "no roll-up of chimneysweep, as batch writes in rollup.json");
  const around = { ...value, bundles: withoutTaken(value.bundles) };
  const validation = await validated("rollup", around);
  if (!validation.ok) faults = [...faults, ...validation.faults];
  else for (const bundle of validation.value.bundles) if (faults.length === 0) take(bundle);
  if (faults.length > 0) throw new NoRollup(file, `no roll-up as this version writes it: ${faults.join("; ")}`);
}

async function* piecesOf(file: string, { cwd, files, stop }: RollupFiles): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  const chunk = new Uint8Array(CHUNK_BYTES);
  try {
    const handle = await files.open(resolve(cwd, file), "r");
    try {
      for (;;) {
        if (stop.aborted) throw new StoppedRun();
        const { bytesRead } = await handle.read(chunk, 0, chunk.length, null);
        yield decoder.decode(chunk.subarray(0, bytesRead), { stream: bytesRead > 0 });
        if (bytesRead === 0) return;
      }
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof NoRollup || error instanceof StoppedRun) throw error;
    throw new NoRollup(file, reasonOf(error));
  }
}

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new NoRollup(file, "no JSON, or only a part of it");
  }
}

/** Where the bundles stood that were taken out of the text there are zeros. */
function withoutTaken(bundles: unknown): unknown {
  return Array.isArray(bundles) ? bundles.filter((one) => one !== 0) : bundles;
}

/** A fault by its place in the whole: `bundles[3].status is …`. */
function placed(fault: string, place: string): string {
  return fault.startsWith("the whole ") ? fault.replace("the whole", place) : `${place}.${fault}`;
}

/** True for something of ours that has bundles: what is wrong in it then can be told by its place. */
function isOfOurs(value: unknown): value is { readonly bundles: unknown } {
  if (typeof value !== "object" || value === null || !("tool" in value) || !("bundles" in value)) return false;
  const { tool } = value;
  return typeof tool === "object" && tool !== null && "name" in tool && tool.name === "chimneysweep";
}
