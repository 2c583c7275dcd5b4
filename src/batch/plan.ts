import { createHash } from "node:crypto";
import type { Stats } from "node:fs";
import * as nodeFiles from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
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

/** A bundle that is being put together. There may be a million: no more is kept of each than stays of it. */
interface Draft extends Bundle {
  readonly members: (string | UnreadSource)[];
  bytes: number;
  key: string;
}

interface Planning extends RunPaths {
  readonly drafts: Map<string, Draft>;
  /** Absolute paths of what was named and gone through: what lies there has its bundle, and is read once. */
  readonly walked: Set<string>;
}

/** Bytes of a key. */
const KEY_BYTES = 16;

/**
 * The bundles that the paths stand for, in the order of their names' code units, whatever the order of the paths. An
 * archive is a bundle wherever it lies, and so is a file that was named. The other files below a directory make one
 * bundle for each of its folders, and one for those that lie directly in it. Nothing is opened but the beginnings of
 * files. Throws a RefusedRun for paths that can't be meant.
 */
export async function bundlesOf(paths: readonly string[], at: RunPaths): Promise<readonly Bundle[]> {
  const planning: Planning = { ...at, drafts: new Map(), walked: new Set() };
  for (const path of paths) {
    if (path === "-") throw new RefusedRun("batch reads files and folders, not standard input");
    await addPath(path, planning);
  }
  return [...planning.drafts.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
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
  planning.walked.add(place.path);
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
  if (isWalked(path, planning)) return;
  const draft = draftWith(name, bundle, planning);
  try {
    const { size, mtimeMs } = await files.stat(path);
    draft.bytes += size;
    draft.key = keyWith(draft.key, [path, size, mtimeMs]);
  } catch (error) {
    // Gone since it was listed: whoever reads it says so.
    draft.key = keyWith(draft.key, [path, reasonOf(error)]);
  }
}

function addUnread(bundle: string, found: UnreadSource, planning: Planning): void {
  const path = resolve(planning.cwd, found.name);
  if (isWalked(path, planning)) return;
  const draft = draftWith(found, bundle, planning);
  draft.key = keyWith(draft.key, found);
  if (bundle === found.name) planning.walked.add(path);
}

/** True for what lies where an earlier path has led: of the folders above it there are few, of paths maybe many. */
function isWalked(path: string, { walked }: Planning): boolean {
  for (let at = path; ; at = dirname(at)) {
    if (walked.has(at)) return true;
    if (at === dirname(at)) return false;
  }
}

/** The key of a bundle with one thing more in it. */
function keyWith(key: string, added: unknown): string {
  return createHash("sha256")
    .update(key + JSON.stringify(added))
    .digest()
    .toString("base64url", 0, KEY_BYTES);
}

/** The bundle with one member more. Most have but one, of its own name: a list that was added to has room for many. */
function draftWith(member: string | UnreadSource, bundle: string, { drafts }: Planning): Draft {
  const known = drafts.get(bundle);
  if (known !== undefined) {
    known.members.push(member);
    return known;
  }
  const draft = { name: bundle, members: [member === bundle ? bundle : member], bytes: 0, key: "" };
  drafts.set(bundle, draft);
  return draft;
}

function isWithin(path: string, directory: string): boolean {
  return path === directory || path.startsWith(directory.endsWith(sep) ? directory : directory + sep);
}
