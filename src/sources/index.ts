import type { Stats } from "node:fs";
import * as nodeFiles from "node:fs/promises";
import { resolve } from "node:path";
import type { UnreadSource } from "../analyze.ts";
import type { Source } from "../source-text.ts";
import { filesBelow } from "./directory.ts";
import { openFile } from "./file.ts";
import { type FileSystem, isMissing, type Located, skipped, slashed, unread } from "./file-system.ts";
import { looksLikePattern, namesMatching } from "./pattern.ts";

export { type FileSystem, isMissing, reasonOf } from "./file-system.ts";

export interface SourceOptions {
  /** Directory that relative paths start from. */
  readonly cwd: string;
  /** What `-` stands for. */
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly files?: FileSystem;
  /** Absolute paths that a walk passes over: what this very run is writing. */
  readonly except?: ReadonlySet<string>;
}

/** The path that stands for standard input, and the name it has in the report. */
const STDIN = { path: "-", name: "stdin" };

/**
 * Opens what the paths name, in their order: files, the files below directories, what patterns stand for, standard
 * input. Each source has to be read before the next one is asked for, because it is closed then. Nothing throws: what
 * can't be opened is said in its place, and the others go on. What is named twice is read once.
 */
export async function* openSources(
  paths: readonly string[],
  options: SourceOptions,
): AsyncGenerator<Source | UnreadSource> {
  const files = options.files ?? nodeFiles;
  const seen = new Set<string>(options.except);
  for (const path of paths) {
    for await (const found of path === STDIN.path ? [STDIN] : locate(path, options.cwd, files)) {
      if ("status" in found) {
        yield found;
      } else if (!seen.has(found.path)) {
        seen.add(found.path);
        if (found === STDIN) yield { name: STDIN.name, bytes: options.stdin };
        else yield* openFile(found, files);
      }
    }
  }
}

async function* locate(path: string, cwd: string, files: FileSystem): AsyncGenerator<Located | UnreadSource> {
  const place = { path: resolve(cwd, path), name: nameOf(path) };
  let stats: Stats;
  try {
    stats = await files.stat(path === "" ? path : place.path);
  } catch (error) {
    if (isMissing(error) && looksLikePattern(path)) yield* expand(path, cwd, files);
    else yield unread(place.name, error);
    return;
  }
  if (stats.isDirectory()) yield* filesBelow(place, files);
  else if (stats.isSocket()) yield skipped(place.name, "a socket, not read");
  else if (stats.isBlockDevice()) yield skipped(place.name, "a disk, not read");
  else yield place;
}

async function* expand(pattern: string, cwd: string, files: FileSystem): AsyncGenerator<Located | UnreadSource> {
  let names: readonly string[];
  try {
    names = await namesMatching(pattern, cwd, files);
  } catch (error) {
    yield unread(nameOf(pattern), error);
    return;
  }
  if (names.length === 0) {
    const reason = "no file has this name or matches this pattern";
    yield { name: nameOf(pattern), status: "failed", code: "source-missing", reason };
  }
  for (const name of names) yield* locate(name, cwd, files);
}

/** The name of a path that the user gave: the path itself, without the separator at the end of a directory. */
function nameOf(path: string): string {
  const name = slashed(path);
  const end = name.length - (/\/{1,64}$/.exec(name)?.[0].length ?? 0);
  return end === 0 ? name : name.slice(0, end);
}
