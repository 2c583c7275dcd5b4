import { constants, type Stats } from "node:fs";

const { O_APPEND, O_CREAT, O_NOFOLLOW, O_NONBLOCK, O_RDONLY, O_WRONLY } = constants;

/**
 * Flags to open files that only this program makes, in a folder of its own: no link is followed, and a pipe is not
 * waited for. Systems without such flags have none of the two.
 */
export const ownFlags = {
  read: O_RDONLY | O_NOFOLLOW | O_NONBLOCK,
  append: O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK,
  change: O_WRONLY | O_NOFOLLOW | O_NONBLOCK,
} as const;

/** Why a file can't be one that this program made, under the only name it has; undefined where it can. */
export function foreignFile(stats: Stats): Error | undefined {
  if (!stats.isFile()) return new Error("something that is no file is in its place");
  return stats.nlink > 1 ? new Error("the file has other names as well") : undefined;
}
