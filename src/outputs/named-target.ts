import { constants } from "node:fs";
import type * as nodeFiles from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { pid } from "node:process";
import { openNew } from "./new-file.ts";

/** What writing to a named target needs of a file system. */
export type TargetFiles = Pick<typeof nodeFiles, "lstat" | "open" | "readlink" | "stat">;

/** A file that somebody named, open to be written. */
export interface Target {
  readonly handle: FileHandle;
  /** The file to rename to the target when it is whole; undefined where the target itself is written to. */
  readonly working: string | undefined;
}

/** More links than anybody has between a name and a descriptor. */
const MOST_LINKS = 8;

const descriptor = new RegExp(`^/(?:dev|proc/(?:self|thread-self|${pid}))/fd/\\d+$`);

/**
 * Opens what an absolute path names. A pipe or a device is written to as it stands: a file in its place would be no use,
 * and /dev/null would be gone. So is an open descriptor of this process, such as /dev/stdout. In the place of anything
 * else a new file is put: a link is replaced, and what it leads to stays as it is. Throws for a disk and for a directory.
 */
export async function openTarget(path: string, files: TargetFiles): Promise<Target> {
  const there = await files.lstat(path).catch(() => undefined);
  if (there?.isBlockDevice()) throw new Error("a disk, not a file");
  const isLink = there?.isSymbolicLink() === true;
  if (isLink && (await files.stat(path).catch(() => undefined))?.isDirectory()) throw new Error("a directory");
  const isDescriptor = isLink && (await leadsToDescriptor(path, files));
  if (there === undefined || there.isFile() || (isLink && !isDescriptor)) {
    const { path: working, handle } = await openNew(path, files);
    return { handle, working };
  }
  // A descriptor may be a file that others have written to before: what is there stays.
  const flags = constants.O_WRONLY | (isDescriptor ? constants.O_APPEND : constants.O_NOFOLLOW);
  return { handle: await files.open(path, flags), working: undefined };
}

/** Follows the links one by one: the last one, from the descriptor to its file, is the system's own. */
async function leadsToDescriptor(path: string, { readlink }: TargetFiles): Promise<boolean> {
  let at = path;
  for (let links = 0; links < MOST_LINKS; links += 1) {
    if (descriptor.test(at)) return true;
    const next = await readlink(at).catch(() => undefined);
    if (next === undefined) return false;
    at = resolve(dirname(at), next);
  }
  return false;
}
