import type { FileHandle } from "node:fs/promises";
import * as nodeFiles from "node:fs/promises";
import { dirname, join } from "node:path";

/** A file that is written under a working name, to be renamed when it is whole. */
export interface NewFile {
  /** Where it is until then. */
  readonly path: string;
  readonly handle: FileHandle;
}

const workingName = /^chimneysweep-[\da-f]{32}\.partial$/;

/** True for the working name of a file that may have been left by a run that was killed. */
export function isWorkingName(name: string): boolean {
  return workingName.test(name);
}

/**
 * Makes a new file in the folder of `path`. Nobody can have put a link in its place: its name can't be foreseen, and what
 * is there already is refused. Renamed to `path` it takes the place of a link, a hard link or a pipe, and leaves what
 * that led to as it was.
 */
export async function openNew(path: string, files: Pick<typeof nodeFiles, "open"> = nodeFiles): Promise<NewFile> {
  const working = join(dirname(path), `chimneysweep-${unforeseen()}.partial`);
  return { path: working, handle: await files.open(working, "wx") };
}

/** Sixteen bytes in hexadecimal digits. Unlike the module of Node, the global one is loaded when it is used. */
function unforeseen(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("hex");
}
