import { Buffer } from "node:buffer";
import { appendFileSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { isWorkingName, ownFlags } from "../outputs/index.ts";
import type { Bundle } from "./bundle.ts";
import { type Part, sizeOf } from "./part.ts";
import { DONE, isRows, openOwn, readOwn } from "./work-folder.ts";

/** The parts that count, in a file that survives the process: a line for each, behind those of the parts before it. */
export interface DoneList {
  /** Says that the bundle is about to be read; waited for in place. */
  readonly begin: (bundle: Bundle) => void;
  readonly add: (bundle: Bundle, part: Part) => Promise<void>;
  /** The part of the bundle as it is now. */
  readonly part: (bundle: Bundle) => Part | undefined;
  /** True when a run was killed while it read the bundle as it is now, and maybe others. */
  readonly isSuspect: (bundle: Bundle) => boolean;
  /** How many runs were killed while they read it and nothing else. */
  readonly killed: (bundle: Bundle) => number;
  /** Names of the bundles that have parts. */
  readonly names: () => readonly string[];
  /** Lines that are not what was written. */
  readonly damaged: number;
  /** Says that the run ends by itself, whatever it was reading. */
  readonly end: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** A bundle as it was. */
type Known = Pick<Bundle, "name" | "key">;

type Line =
  | (Known & Part & { readonly is: "done" })
  | (Known & { readonly is: "begun" })
  | { readonly is: "opened" }
  | { readonly is: "ended" };

/** What the lines of a file come to. */
interface History {
  readonly parts: Map<string, Known & Part>;
  /** Bundles that a run was killed over, and how often each was the only one. */
  readonly killed: Map<string, number>;
  /** Those that the run at hand has begun. */
  readonly begun: Set<string>;
  damaged: number;
}

/** Opens the list of a folder, and takes back what else ended runs have written to their parts. */
export async function openDoneList(folder: string): Promise<DoneList> {
  const path = join(folder, DONE);
  const history = await historyIn(path);
  const { parts, killed, damaged } = history;
  await trim(folder, [...parts.values()]);
  const file = await openOwn(path, ownFlags.append);
  let size = (await file.stat()).size;
  const append = async (line: Line) => {
    await file.appendFile(textOf(line));
    size += Buffer.byteLength(textOf(line));
  };
  await append({ is: "opened" });
  return {
    begin({ name, key }) {
      const text = textOf({ is: "begun", name, key });
      appendFileSync(file.fd, text);
      size += Buffer.byteLength(text);
    },
    async add({ name, key }, part) {
      await append({ is: "done", name, key, ...part });
      parts.set(name, { name, key, ...part });
    },
    part({ name, key }) {
      const found = parts.get(name);
      return found?.key === key ? found : undefined;
    },
    isSuspect: (bundle) => killed.has(idOf(bundle)),
    killed: (bundle) => killed.get(idOf(bundle)) ?? 0,
    names: () => [...parts.keys()],
    damaged,
    async end() {
      try {
        // What a full disk left of a line would spoil the next one.
        await file.truncate(size);
        await append({ is: "ended" });
      } catch {
        // Then this run counts as one that was killed.
      }
    },
    close: () => file.close().catch(() => undefined),
  };
}

/** With the checksum of what stands before it: a line that is changed later on is none. */
function textOf(line: Line): string {
  const text = JSON.stringify(line);
  return `${text} ${crc32(text)}\n`;
}

/** The last line of each bundle. What was half written when a run ended is cut off, as a line is to follow. */
async function historyIn(path: string): Promise<History> {
  const bytes = (await readOwn(path)) ?? new Uint8Array();
  const end = bytes.lastIndexOf(0x0a) + 1;
  if (end < bytes.length) await cut(path, end);
  const history: History = { parts: new Map(), killed: new Map(), begun: new Set(), damaged: 0 };
  const texts = new TextDecoder().decode(bytes.subarray(0, end)).split("\n");
  for (const text of texts.slice(0, -1)) {
    const line = lineIn(text);
    if (line === undefined) history.damaged += 1;
    else take(line, history);
  }
  take({ is: "opened" }, history);
  return history;
}

/** Undefined for what this program has not written so: then the bundle is read again. */
function lineIn(text: string): Line | undefined {
  const at = text.lastIndexOf(" ");
  if (at < 0 || String(crc32(text.slice(0, at))) !== text.slice(at + 1)) return undefined;
  try {
    // Written by us: its checksum is right.
    const line = JSON.parse(text.slice(0, at)) as Line;
    return line.is !== "done" || (isRows(line.file) && sizeOf(line) > 0) ? line : undefined;
  } catch {
    return undefined;
  }
}

function take(line: Line, { parts, killed, begun }: History): void {
  if (line.is === "begun") begun.add(idOf(line));
  else if (line.is === "ended") begun.clear();
  else if (line.is === "opened") {
    for (const id of begun) killed.set(id, (killed.get(id) ?? 0) + (begun.size === 1 ? 1 : 0));
    begun.clear();
  } else {
    parts.set(line.name, line);
    begun.delete(idOf(line));
  }
}

function idOf({ name, key }: Known): string {
  return JSON.stringify([name, key]);
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
