import { constants, type Stats } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import { ClosedPipe, type Files, type Terminal } from "../../src/cli/terminal.ts";

/** Where the files of such a terminal lie. */
const FOLDER = "/fuzz";

/** What a world made of an input has in it. */
export interface World {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Writes after which nobody reads the output any more; undefined for a reader who stays. */
  readonly writesTaken?: number;
  readonly isTerminal?: boolean;
}

/** A terminal in memory, what was written to it, and what was written to files. */
export function memoryTerminal(world: World): { terminal: Terminal; out: string[]; err: string[] } {
  const out: string[] = [];
  const err: string[] = [];
  const isTerminal = world.isTerminal === true;
  const columns = isTerminal ? 60 : undefined;
  const terminal: Terminal = {
    stdin: { isTerminal: false, bytes: world.stdin },
    stdout: { isTerminal, columns, write: writer(out, world.writesTaken) },
    stderr: { isTerminal, columns, write: writer(err, undefined) },
    env: {},
    cwd: FOLDER,
    files: memoryFiles(world.files),
    interrupted: new AbortController().signal,
    now: () => 0,
    release: () => undefined,
  };
  return { terminal, out, err };
}

function writer(texts: string[], taken: number | undefined): (text: string) => Promise<void> {
  return async (text) => {
    if (texts.length === taken) throw new ClosedPipe();
    texts.push(text);
  };
}

/** Files that can be read, and nothing else: no target writes any. */
function memoryFiles(files: World["files"]): Files {
  const bytesAt = (path: unknown): Uint8Array => {
    const bytes = files.get(String(path).replace(`${FOLDER}/`, ""));
    if (bytes === undefined) throw Object.assign(new Error("ENOENT, nothing there"), { code: "ENOENT" });
    return bytes;
  };
  const refuse = async () => {
    throw Object.assign(new Error("EROFS, nothing is written here"), { code: "EROFS" });
  };
  const open = async (path: unknown) => handleOf(bytesAt(path));
  const stat = async (path: unknown) => statsOf(bytesAt(path));
  // Of the many forms that these functions have, the program calls these.
  return {
    open,
    stat,
    lstat: stat,
    readlink: refuse,
    readdir: refuse,
    mkdir: refuse,
    rename: refuse,
    rm: refuse,
  } as unknown as Files;
}

function handleOf(bytes: Uint8Array): FileHandle {
  let next = 0;
  const read = async (buffer: Uint8Array, offset: number, length: number, position: number | null) => {
    const from = position ?? next;
    const part = bytes.subarray(from, from + length);
    buffer.set(part, offset);
    if (position === null) next += part.length;
    return { bytesRead: part.length, buffer };
  };
  const handle = {
    read,
    readFile: async () => Buffer.from(bytes),
    stat: async () => statsOf(bytes),
    close: async () => undefined,
  };
  return handle as unknown as FileHandle;
}

function statsOf(bytes: Uint8Array): Stats {
  const no = () => false;
  const stats = { size: bytes.length, mtimeMs: 0, mode: constants.S_IFREG, isFile: () => true };
  return { ...stats, isDirectory: no, isSocket: no, isBlockDevice: no, isFIFO: no } as unknown as Stats;
}
