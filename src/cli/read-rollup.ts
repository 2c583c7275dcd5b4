import type { Rollup } from "../index.ts";
import { fileHead } from "./file-head.ts";
import { Interrupted } from "./interruption.ts";
import type { Program } from "./program.ts";
import { InputError } from "./read-back.ts";
import type { Terminal } from "./terminal.ts";

/** Bytes by which a roll-up is known. */
const HEAD = 4096;

/** The roll-up in a file; undefined where the file is none. Throws an InputError for one that is damaged. */
export async function rollupAt(
  path: string,
  terminal: Terminal,
  { looksLikeRollup }: Pick<Program, "looksLikeRollup">,
): Promise<Rollup | undefined> {
  const head = await fileHead(path, HEAD, terminal);
  // The page of a batch is known like its roll-up, but holds too little to be read.
  if (head === undefined || !looksLikeRollup(head) || head[0] === "<".charCodeAt(0)) return undefined;
  const { cwd, files, interrupted } = terminal;
  const { mergeFiles, NoRollup, StoppedRun } = await import("../batch/index.ts");
  try {
    return await mergeFiles([path], { cwd, files, stop: interrupted });
  } catch (error) {
    if (error instanceof StoppedRun) throw new Interrupted();
    if (error instanceof NoRollup) throw new InputError(`${path}: ${error.message}`);
    throw error;
  }
}
