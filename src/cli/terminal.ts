import * as files from "node:fs/promises";
import { constants } from "node:os";
import { isatty } from "node:tty";
import { reasonOf } from "../sources/index.ts";
import { FIRST_OF_SIGNALS } from "./exit-codes.ts";

/** What commands write results and messages to. */
export interface Output {
  readonly isTerminal: boolean;
  /** Columns of the terminal; undefined when it is none, or does not say. */
  readonly columns: number | undefined;
  /** Settles when the text has been taken, so a slow reader slows the writer. Rejects with a ClosedPipe or OutputError. */
  readonly write: (text: string) => Promise<void>;
}

export interface Input {
  readonly isTerminal: boolean;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** The file system as commands use it. */
export type Files = Pick<typeof files, "lstat" | "mkdir" | "open" | "readdir" | "readlink" | "rename" | "rm" | "stat">;

/** Everything outside this program, as commands see it: nothing else of the process is touched, so tests can be it. */
export interface Terminal {
  readonly stdin: Input;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly files: Files;
  /** Aborted when the user interrupts, or the system; the reason is the exit code of that. */
  readonly interrupted: AbortSignal;
  /** Milliseconds of a clock that only goes forward; for progress, never for results. */
  readonly now: () => number;
  /** Lets go of input, so that the process can end while somebody still holds the other end. */
  readonly release: () => void;
}

/** Nobody reads the output any more, as after `| head`: a reason to stop, not an error. */
export class ClosedPipe extends Error {}

/** What was asked for can be meant, and can't be done; the message says why. */
export class ExpectedError extends Error {}

/** An output could not be written: nothing of the input's fault. */
export class OutputError extends ExpectedError {
  constructor(name: string, cause: unknown) {
    super(`cannot write ${name}: ${reasonOf(cause)}`, { cause });
  }
}

/** What a write fails with when the reader has gone, on one system or another. */
const CLOSED: readonly unknown[] = ["EPIPE", "EOF", "ERR_STREAM_DESTROYED"];

/** What ends a run that has something to clear away: Ctrl+C, Ctrl+Break, the end of its terminal, or of the system. */
const INTERRUPTING: readonly NodeJS.Signals[] = ["SIGINT", "SIGBREAK", "SIGHUP", "SIGTERM"];

const { signals } = constants;

/** Width where nothing tells one: in a file, and in a pipe that COLUMNS says nothing of. */
export const DEFAULT_COLUMNS = 80;

/** The part of a writable stream of Node that is used here. */
interface Writable {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string, done: (error?: Error | null) => void): unknown;
  on(event: "error", listener: () => void): unknown;
}

/** The terminal of this process. */
export function nodeTerminal(): Terminal {
  const interruption = new AbortController();
  // Once only: the second time the system's own handling ends the process at once.
  const interrupt = (signal: NodeJS.Signals) => {
    ignore();
    interruption.abort(FIRST_OF_SIGNALS + signals[signal]);
  };
  const ignore = () => {
    for (const signal of INTERRUPTING) process.off(signal, interrupt);
  };
  for (const signal of INTERRUPTING) process.on(signal, interrupt);
  let isRead = false;
  return {
    stdin: {
      isTerminal: isatty(0),
      bytes: {
        [Symbol.asyncIterator]() {
          isRead = true;
          return process.stdin[Symbol.asyncIterator]();
        },
      },
    },
    stdout: outputOf(process.stdout, "standard output"),
    stderr: outputOf(process.stderr, "the error stream"),
    env: process.env,
    cwd: process.cwd(),
    files,
    interrupted: interruption.signal,
    now: () => performance.now(),
    release() {
      ignore();
      if (isRead) process.stdin.destroy();
    },
  };
}

/** The width to set text in: that of the terminal, or what COLUMNS says. */
export function columnsOf(output: Output, env: Terminal["env"]): number {
  const columns = output.columns ?? Number(env["COLUMNS"]);
  return Number.isInteger(columns) && columns > 0 ? columns : DEFAULT_COLUMNS;
}

/** A stream of Node as an output. From now on the stream's errors are told by `write`, and by it alone. */
export function outputOf(stream: Writable, name: string): Output {
  stream.on("error", () => undefined);
  return {
    isTerminal: stream.isTTY === true,
    columns: stream.columns,
    write: (text) =>
      new Promise((resolve, reject) => {
        if (text === "") return resolve();
        stream.write(text, (error) => {
          if (!error) resolve();
          else reject("code" in error && CLOSED.includes(error.code) ? new ClosedPipe() : new OutputError(name, error));
        });
      }),
  };
}
