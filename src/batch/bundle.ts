import type { UnreadSource } from "../text/source.ts";

/**
 * What is analysed as one: an archive, a file that was named, or a folder with the loose files below it. Plain data, so
 * that it can be handed to another thread.
 */
export interface Bundle {
  /** As it was given, with `/` between its parts; the name of an archive below a directory begins with the directory's. */
  readonly name: string;
  /** Names of its files in the order of a walk, and in their places what can't be read. */
  readonly members: readonly (string | UnreadSource)[];
  /** As they lie on the disk. */
  readonly bytes: number;
  /** Another one when a file of the bundle has another size or time, or when there are others. */
  readonly key: string;
}
