import { createHash, type Hash } from "node:crypto";
import type { Stats } from "node:fs";
import * as nodeFiles from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import {
  filesBelow,
  isMissing,
  type Located,
  looksLikePattern,
  nameOf,
  namesMatching,
  reasonOf,
  skipped,
  unread,
  withOddNames,
} from "../sources/index.ts";
import type { UnreadSource } from "../text/index.ts";
import { type Bundle, isArchive } from "./bundle.ts";
import { RefusedRun } from "./faults.ts";

const files = withOddNames(nodeFiles);
const { realpath } = nodeFiles;

/** Where a run reads and writes. */
export interface RunPaths {
  /** Directory that relative paths start from. */
  readonly cwd: string;
  /** Absolute paths of what is written, directories or files; nothing in them is ever read. */
  readonly outputs: readonly string[];
}

/** A bundle that is being put together. */
interface Draft {
  readonly members: (string | UnreadSource)[];
  bytes: number;
  readonly hash: Hash;
}

interface Planning extends RunPaths {
  readonly drafts: Map<string, Draft>;
  /** Absolute paths that have their bundle: what is named twice is read once. */
  readonly claimed: Set<string>;
}

/**
 * The bundles that the paths stand for, in the order of their names' code units, whatever the order of the paths. An
 * archive is a bundle wherever it lies, and so is a file that was named. The other files below a directory make one
 * bundle for each of its folders, and one for those that lie directly in it. Nothing is opened but the beginnings of
 * files. Throws a RefusedRun for paths that can't be meant.
 */
export async function bundlesOf(paths: readonly string[], at: RunPaths): Promise<readonly Bundle[]> {
  const planning: Planning = { ...at, drafts: new Map(), claimed: new Set() };
  for (const path of paths) {
    if (path === "-") throw new RefusedRun("batch reads files and folders, not standard input");
    await addPath(path, planning);
  }
  const bundles = [...planning.drafts].map(([name, { members, bytes, hash }]) => ({
    name,
    members,
    bytes,
    key: hash.digest("hex"),
  }));
  return bundles.sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function addPath(path: string, planning: Planning): Promise<void> {
  const place = { path: resolve(planning.cwd, path), name: nameOf(path) };
  if (planning.outputs.some((directory) => isWithin(place.path, directory))) {
    throw new RefusedRun(`${path} lies in what is to be written, which is never read; name another one`);
  }
  let stats: Stats;
  try {
    stats = await files.stat(path === "" ? path : place.path);
  } catch (error) {
    if (isMissing(error) && looksLikePattern(path)) await addPattern(path, planning);
    else addUnread(place.name, unread(place.name, error), planning);
    return;
  }
  if (stats.isDirectory()) await addDirectory(place, planning);
  else if (stats.isFile()) await addFile(place.name, place, planning);
  else addUnread(place.name, skipped(place.name, "no file that stays as it is, not read"), planning);
}

async function addPattern(pattern: string, planning: Planning): Promise<void> {
  const name = nameOf(pattern);
  try {
    const names = await namesMatching(pattern, planning.cwd, files);
    for (const found of names) await addPath(found, planning);
    if (names.length > 0) return;
  } catch (error) {
    if (error instanceof RefusedRun) throw error;
    addUnread(name, unread(name, error), planning);
    return;
  }
  const reason = "no file has this name or matches this pattern";
  addUnread(name, { name, status: "failed", code: "source-missing", reason }, planning);
}

async function addDirectory(directory: Located, planning: Planning): Promise<void> {
  const written = await Promise.all(planning.outputs.map((one) => seenFrom(directory.path, one)));
  for await (const found of filesBelow(directory, files)) {
    const path = resolve(planning.cwd, found.name);
    if (written.some((one) => isWithin(path, one))) continue;
    const folder = folderOf(found.name, directory.name);
    if ("status" in found) addUnread(folder, found, planning);
    else await addFile((await isArchive(path)) ? found.name : folder, found, planning);
  }
}

/** The path that a walk meets the output by, where a link leads to either of them; no walk meets one that is not there. */
async function seenFrom(directory: string, output: string): Promise<string> {
  const real = await Promise.all([realpath(directory), realpath(output)]).catch(() => undefined);
  return real !== undefined && isWithin(real[1], real[0]) ? join(directory, relative(...real)) : output;
}

/** The folder right below the directory that the name leads through; the directory itself where there is none. */
function folderOf(name: string, directory: string): string {
  const base = directory === "." ? "" : directory.endsWith("/") ? directory : `${directory}/`;
  const end = name.indexOf("/", base.length);
  return end < 0 ? directory : name.slice(0, end);
}

async function addFile(bundle: string, { path, name }: Located, planning: Planning): Promise<void> {
  if (planning.claimed.has(path)) return;
  planning.claimed.add(path);
  const draft = draftOf(bundle, planning);
  draft.members.push(name);
  try {
    const { size, mtimeMs } = await files.stat(path);
    draft.bytes += size;
    draft.hash.update(JSON.stringify([path, size, mtimeMs]));
  } catch (error) {
    // Gone since it was listed: whoever reads it says so.
    draft.hash.update(JSON.stringify([path, reasonOf(error)]));
  }
}

function addUnread(bundle: string, found: UnreadSource, planning: Planning): void {
  const path = resolve(planning.cwd, found.name);
  if (planning.claimed.has(path)) return;
  planning.claimed.add(path);
  const draft = draftOf(bundle, planning);
  draft.members.push(found);
  draft.hash.update(JSON.stringify(found));
}

function draftOf(bundle: string, { drafts }: Planning): Draft {
  const draft = drafts.get(bundle) ?? { members: [], bytes: 0, hash: createHash("sha256") };
  drafts.set(bundle, draft);
  return draft;
}

function isWithin(path: string, directory: string): boolean {
  return path === directory || path.startsWith(directory.endsWith(sep) ? directory : directory + sep);
}
