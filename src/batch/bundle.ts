import { open } from "node:fs/promises";
import { posix, resolve, win32 } from "node:path";
import { archiveFormatOf, filesInPlace, HEAD_BYTES, type Limits, openSources } from "../sources/index.ts";
import type { Source, UnreadSource } from "../text/index.ts";

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

/** Beginnings of paths, and what they are replaced by: a share has another place on another computer. */
export type Roots = readonly (readonly [from: string, to: string])[];

/** Where the names of a bundle start from. */
export interface Place {
  readonly cwd: string;
  readonly roots?: Roots;
}

/** The absolute path of a name, as it is on this computer; of the roots the longest one counts. */
export function placeOf(name: string, { cwd, roots = [] }: Place): string {
  if (roots.length === 0) return resolve(cwd, name);
  // As the other computer has it, which may be of another system.
  const whole = posix.isAbsolute(name) || win32.isAbsolute(name) ? name : `${cwd}/${name}`;
  const path = posix.isAbsolute(whole) ? posix.normalize(whole) : whole;
  const fitting = roots.filter(([from]) => path === from || path.startsWith(/[\\/]$/.test(from) ? from : `${from}/`));
  const [longest] = fitting.toSorted(([a], [b]) => b.length - a.length);
  return resolve(longest === undefined ? path : longest[1] + path.slice(longest[0].length));
}

/**
 * The sources of one bundle under the names that analyze gives them. Its files are opened by their whole paths: no name
 * of a file is taken for a pattern or for standard input.
 */
export async function* sourcesOf(
  { name, members }: Bundle,
  place: Place,
  limits: Limits | undefined,
): AsyncGenerator<Source | UnreadSource> {
  for (const member of members) {
    if (typeof member !== "string") {
      yield member;
      continue;
    }
    const path = placeOf(member, place);
    // Somebody named it, or it is an archive: it is opened whatever it is called.
    const choice = member === name ? "everything" : "captures";
    const files = filesInPlace;
    const options = {
      cwd: place.cwd,
      stdin: nothing(),
      files,
      choice,
      ...(limits !== undefined && { limits }),
    } as const;
    for await (const source of openSources([path], options)) {
      yield { ...source, name: member + source.name.slice(path.length) };
    }
  }
}

/** True for a file that begins as an archive does, whatever it is called; false for one that can't be read. */
export async function isArchive(path: string): Promise<boolean> {
  try {
    const handle = await open(path, "r");
    try {
      const head = new Uint8Array(HEAD_BYTES);
      const { bytesRead } = await handle.read(head, 0, HEAD_BYTES, 0);
      return archiveFormatOf(head.subarray(0, bytesRead)) !== undefined;
    } finally {
      await handle.close();
    }
  } catch {
    return false;
  }
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
