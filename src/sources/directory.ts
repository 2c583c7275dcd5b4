import type { Dirent } from "node:fs";
import { join } from "node:path";
import type { UnreadSource } from "../text/index.ts";
import { type FileSystem, type Located, skipped, unread } from "./file-system.ts";

/** Version control keeps thousands of packed files beside the captures, none of which is a capture. */
const PASSED_OVER = ".git";

/** Folders within one another that are gone into: far more than anybody keeps, and few enough to come to an end. */
const DEEPEST = 100;

/**
 * The files below a directory, each directory's entries by name in the order of their code units. Links are not
 * followed, nor a directory that is mounted within itself, so a walk ends; they and whatever is neither file nor
 * directory come out as skipped.
 */
export function filesBelow(directory: Located, files: FileSystem): AsyncGenerator<Located | UnreadSource> {
  return walk(directory, [], files);
}

/** `around` are the identities of the directories on the way here. */
async function* walk(
  directory: Located,
  around: readonly string[],
  files: FileSystem,
): AsyncGenerator<Located | UnreadSource> {
  if (around.length >= DEEPEST) {
    yield skipped(directory.name, `a folder nested more than ${DEEPEST} deep, not read`);
    return;
  }
  const identity = await identityOf(directory.path, files);
  if (around.includes(identity)) {
    yield skipped(directory.name, "a link back to a folder above, not read again");
    return;
  }
  let entries: Dirent[];
  try {
    entries = await files.readdir(directory.path, { withFileTypes: true });
  } catch (error) {
    yield unread(directory.name, error);
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const place = { path: join(directory.path, entry.name), name: nameWithin(directory.name, entry.name) };
    if (entry.isFile()) yield place;
    else if (!entry.isDirectory()) yield skipped(place.name, `${kindOf(entry)}, not read`);
    else if (entry.name !== PASSED_OVER) yield* walk(place, [...around, identity], files);
  }
}

/** What tells a directory from all others, by whatever path it is reached; its path where the system does not say. */
async function identityOf(path: string, files: FileSystem): Promise<string> {
  try {
    const { dev, ino } = await files.stat(path, { bigint: true });
    return ino === 0n ? path : `${dev} ${ino}`;
  } catch {
    return path;
  }
}

/** The name of an entry of a directory named so; the current directory is not worth naming. */
function nameWithin(directory: string, entry: string): string {
  if (directory === ".") return entry;
  return directory.endsWith("/") ? `${directory}${entry}` : `${directory}/${entry}`;
}

function kindOf(entry: Dirent): string {
  if (entry.isSymbolicLink()) return "a symbolic link";
  if (entry.isFIFO()) return "a named pipe";
  if (entry.isSocket()) return "a socket";
  return "a device";
}
