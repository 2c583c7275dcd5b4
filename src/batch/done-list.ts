import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { isWorkingName, ownFlags } from "../outputs/index.ts";
import { isMissing } from "../sources/index.ts";
import type { Bundle } from "./bundle.ts";
import { isRows, type Part, sizeOf } from "./part.ts";
import { DONE, openOwn, readOwn } from "./work-folder.ts";

/** The parts that count, in a file that survives the process: a line for each, behind those of the parts before it. */
export interface DoneList {
  readonly add: (bundle: Bundle, part: Part) => Promise<void>;
  /** The part of the bundle as it is now. */
  readonly part: (bundle: Bundle) => Part | undefined;
  readonly close: () => Promise<void>;
}

interface Line extends Part {
  readonly name: string;
  /** The key of the bundle when it was read: with another one the part is out of date. */
  readonly key: string;
}

/** Opens the list of a folder, and takes back what else ended runs have written to their parts. */
export async function openDoneList(folder: string): Promise<DoneList> {
  const path = join(folder, DONE);
  const lines = await linesOf(path);
  await trim(folder, [...lines.values()]);
  const file = await openOwn(path, ownFlags.append);
  return {
    async add({ name, key }, part) {
      const line: Line = { name, key, ...part };
      await file.appendFile(`${JSON.stringify(line)}\n`);
      lines.set(name, line);
    },
    part({ name, key }) {
      const line = lines.get(name);
      return line?.key === key ? line : undefined;
    },
    close: () => file.close().catch(() => undefined),
  };
}

/** The last line of each bundle. What was half written when a run ended is cut off, as a line is to follow. */
async function linesOf(path: string): Promise<Map<string, Line>> {
  const bytes = (await readOwn(path)) ?? new Uint8Array();
  const end = bytes.lastIndexOf(0x0a) + 1;
  if (end < bytes.length) await cut(path, end);
  const lines = new Map<string, Line>();
  for (const text of new TextDecoder().decode(bytes.subarray(0, end)).split("\n")) {
    try {
      // Written by us; what a crash of the whole machine made of it is no JSON, or has no size.
      const line = JSON.parse(text) as Line;
      if (isRows(line.file) && sizeOf(line) > 0) lines.set(line.name, line);
    } catch {
      // The bundle is read again.
    }
  }
  return lines;
}

/** Gives back the room of what was written and does not count: a run that had none goes on where there is some. */
async function trim(folder: string, lines: readonly Part[]): Promise<void> {
  const ends = new Map<string, number>();
  for (const line of lines) ends.set(line.file, Math.max(ends.get(line.file) ?? 0, line.start + sizeOf(line)));
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    if (isRows(name)) await cut(path, ends.get(name) ?? 0);
    else if (isWorkingName(name)) await rm(path, { force: true });
  }
}

/** Cuts off what a file has behind its first bytes. */
async function cut(path: string, end: number): Promise<void> {
  const file = await openOwn(path, ownFlags.change);
  try {
    if ((await file.stat()).size > end) await file.truncate(end);
  } finally {
    await file.close();
  }
}

/** False for what is not there; what can't be read for another reason is no reason to do it once more. */
export function notThere(error: unknown): false {
  if (isMissing(error)) return false;
  throw error;
}
