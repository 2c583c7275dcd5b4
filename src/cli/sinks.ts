import { join, resolve } from "node:path";
import type { ConnectionRow, Report } from "../index.ts";
import { openNew, type Target } from "../outputs/index.ts";
import { OutputError, type Terminal } from "./terminal.ts";

/** Where one rendering goes. */
export interface Sink {
  readonly paths: readonly string[];
  readonly write: (piece: string | Uint8Array) => Promise<void>;
  /** Absolute path of the file that is written to; missing for what is no file. */
  readonly file?: string;
  /** Makes what was written valid under its name. */
  readonly finish: () => Promise<void>;
  /** Leaves nothing behind of what was written. */
  readonly discard: () => Promise<void>;
}

/** What goes to one sink. */
export interface Part {
  readonly rendering: Printing;
  readonly sink: Sink;
}

/** A rendering, of text or of bytes. */
export interface Printing {
  readonly opening: string;
  readonly connections?: (rows: readonly ConnectionRow[]) => Iterable<string | Uint8Array>;
  readonly report: (report: Report) => Iterable<string | Uint8Array>;
  /** What is to be told besides when all is written. */
  readonly remarks?: () => readonly string[];
}

/** Standard output. */
export function streamSink({ stdout }: Terminal): Sink {
  const nothing = async () => undefined;
  return { paths: [], write: (piece) => stdout.write(String(piece)), finish: nothing, discard: nothing };
}

/** A file of a directory: whatever is there under its name, a link or a pipe, is replaced. */
export async function sinkIn(directory: string, file: string, terminal: Terminal): Promise<Sink> {
  const name = join(directory, file);
  const path = resolve(terminal.cwd, name);
  const { handle, path: working } = await attempt(name, openNew(path, terminal.files));
  return fileSink(name, path, { handle, working }, terminal);
}

/** A file that gets its name when it is whole; until then, and for ever if the run ends early, it has another. */
export function fileSink(name: string, path: string, { handle, working }: Target, { files }: Terminal): Sink {
  return {
    paths: working === undefined ? [path] : [path, working],
    ...(working !== undefined && { file: working }),
    write: (piece) => attempt(name, handle.appendFile(piece, "utf8")),
    async finish() {
      await attempt(name, handle.close());
      if (working !== undefined) await attempt(name, files.rename(working, path));
    },
    async discard() {
      await handle.close().catch(() => undefined);
      if (working !== undefined) await files.rm(working, { force: true }).catch(() => undefined);
    },
  };
}

/** What the work on an output gives. Throws an OutputError that names it. */
export async function attempt<T>(name: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw new OutputError(name, error);
  }
}
