import { resolve } from "node:path";
import type { Rollup } from "../index.ts";
import { Interrupted } from "./interruption.ts";
import type { Program } from "./program.ts";
import { InputError } from "./read-back.ts";
import type { Terminal } from "./terminal.ts";

/** Bytes by which a roll-up is known. */
const HEAD = 4096;

/** The roll-up in a file; undefined where the file is none. Throws an InputError for one that is damaged. */
export async function rollupAt(
  path: string,
  { cwd, files, interrupted }: Terminal,
  { looksLikeRollup }: Pick<Program, "looksLikeRollup">,
): Promise<Rollup | undefined> {
  const handle = await files.open(resolve(cwd, path), "r").catch(() => undefined);
  if (handle === undefined) return undefined;
  try {
    const head = new Uint8Array(HEAD);
    const { bytesRead } = await handle.read(head, 0, head.length, 0).catch(() => ({ bytesRead: 0 }));
    // The page of a batch is known like its roll-up, but holds too little to be read.
    if (!looksLikeRollup(head.subarray(0, bytesRead)) || head[0] === "<".charCodeAt(0)) return undefined;
  } finally {
    await handle.close();
  }
  const { mergeFiles, NoRollup, StoppedRun } = await import("../batch/index.ts");
  try {
    return await mergeFiles([path], { cwd, files, stop: interrupted });
  } catch (error) {
    if (error instanceof StoppedRun) throw new Interrupted();
    if (error instanceof NoRollup) throw new InputError(`${path}: ${error.message}`);
    throw error;
  }
}
