import { type ChildProcess, spawn } from "node:child_process";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { bin } from "./command.ts";
import { type Taken, WrongAnswer } from "./comparison.ts";

/** A whole process: what is started, where, and the file its output goes to. */
export interface Started {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** A file in `cwd`: reading what a process prints would take our own time. */
  readonly out: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The exit code it ends with when all is well, where that is not 0: a search that finds nothing. */
  readonly ends?: number;
}

/** Prints the largest memory of a Node process to its error stream, in kilobytes; its worker threads load it as well. */
const PEAK =
  'data:text/javascript,import{isMainThread}from"node:worker_threads";' +
  'if(isMainThread)process.on("exit",()=>console.error("peak "+process.resourceUsage().maxRSS))';

/** Options of Node by which `timed` learns how much memory the process took. */
export const tellingPeak: readonly string[] = ["--import", PEAK];

/** Processes that are running. */
const running = new Set<ChildProcess>();

/** Ends whatever runs, so that it writes nothing more. */
export function endAll(): void {
  for (const child of running) child.kill("SIGKILL");
}

/** Our command as a process. */
export function ours(args: readonly string[], cwd: string, out: string, node: readonly string[] = []): Started {
  return { program: process.execPath, args: [...node, bin, ...args], cwd, out };
}

/** Runs a process from its start to its end. */
export async function timed({ program, args, cwd, out, env, ends = 0 }: Started): Promise<Taken> {
  const file = await open(join(cwd, out), "w");
  try {
    const began = performance.now();
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: ["ignore", file.fd, "pipe"] });
    running.add(child);
    const errors: Buffer[] = [];
    child.stderr?.on("data", (chunk: Buffer) => errors.push(chunk));
    const ended = new Promise<number>((resolve) => child.on("exit", () => resolve(performance.now())));
    const code = await new Promise((resolve, reject) => child.on("error", reject).on("close", resolve));
    running.delete(child);
    const text = Buffer.concat(errors).toString();
    if (code !== ends) throw new WrongAnswer(`it ended with ${code}: ${text.trim()}`);
    const peak = /^peak (\d+)$/m.exec(text)?.[1];
    const seconds = ((await ended) - began) / 1000;
    return peak === undefined ? { seconds } : { seconds, peak: Number(peak) / 1024 };
  } finally {
    await file.close();
  }
}
