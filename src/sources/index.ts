import type { Stats } from "node:fs";
import * as nodeFiles from "node:fs/promises";
import { resolve } from "node:path";
import type { Source, UnreadSource } from "../text/index.ts";
import { candidateNamed, formats, type Limits, newBudget, opened, passedOver, sourcesIn } from "./archives/index.ts";
import { filesBelow } from "./directory.ts";
import { openFile } from "./file.ts";
import { type FileSystem, isMissing, type Located, skipped, slashed, unread } from "./file-system.ts";
import { withOddNames } from "./odd-names.ts";
import { looksLikePattern, namesMatching } from "./pattern.ts";

export { defaultLimits, formatOf as archiveFormatOf, HEAD_BYTES, type Limits } from "./archives/index.ts";
export { filesBelow } from "./directory.ts";
export {
  type FileSystem,
  filesInPlace,
  isMissing,
  type Located,
  type OpenFile,
  reasonOf,
  skipped,
  unread,
} from "./file-system.ts";
export { openContents } from "./in-memory.ts";
export { withOddNames } from "./odd-names.ts";
export { looksLikePattern, namesMatching } from "./pattern.ts";

export interface SourceOptions {
  /** Directory that relative paths start from. */
  readonly cwd: string;
  /** What `-` stands for. */
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly files?: FileSystem;
  /** Absolute paths that a walk passes over: what this very run is writing. */
  readonly except?: ReadonlySet<string>;
  /** How much is read of a bundle; `defaultLimits` when nothing is said. */
  readonly limits?: Limits;
  /**
   * Which files are opened. `captures`: they are a bundle that was unpacked, and what can't be a capture by its name is
   * passed over as it is in an archive. `everything`, the default: somebody wants to know of each of them.
   */
  readonly choice?: "everything" | "captures";
}

/** The path that stands for standard input, and the name it has in the report. */
const STDIN = { path: "-", name: "stdin" };

/**
 * Opens what the paths name, in their order: files, the files below directories, what patterns stand for, standard
 * input, and of archives what is in them. Each source has to be read before the next one is asked for, because it is closed then. Nothing throws: what
 * can't be opened is said in its place, and the others go on. What is named twice is read once.
 */
export async function* openSources(
  paths: readonly string[],
  options: SourceOptions,
): AsyncGenerator<Source | UnreadSource> {
  const files = withOddNames(options.files ?? nodeFiles);
  const seen = new Set<string>(options.except);
  for (const path of paths) {
    for await (const found of path === STDIN.path ? [STDIN] : locate(path, options.cwd, files)) {
      if ("status" in found) {
        yield found;
      } else if (!seen.has(found.path)) {
        seen.add(found.path);
        yield* open(found, options, files);
      }
    }
  }
}

async function* open(
  found: Located,
  { stdin, limits, choice }: SourceOptions,
  files: FileSystem,
): AsyncGenerator<Source | UnreadSource> {
  const budget = newBudget(limits);
  const isOneOfMany = choice === "captures" ? true : undefined;
  const reason = isOneOfMany && passedOver(found.name);
  if (found === STDIN)
    yield* sourcesIn({ ...candidateNamed(found.name, formats), opening: await opened(stdin) }, budget);
  else if (reason === undefined) yield* openFile(found, isOneOfMany, budget, files);
  else yield { name: found.name, status: "skipped", code: null, reason };
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
export function nameOf(path: string): string {
  const name = slashed(path);
  const end = name.length - (/\/{1,64}$/.exec(name)?.[0].length ?? 0);
  return end === 0 ? name : name.slice(0, end);
}
