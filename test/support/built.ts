import { spawn } from "node:child_process";
import { mkdir, rmdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";

/** The folder of the project. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** The command as it was built, to be run by Node. */
export const bin = join(root, "dist/command/chimneysweep.js");

/** One run of a process that came to its end. */
export interface Ended {
  /** null when a signal ended it. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly stdin?: string | Uint8Array | AsyncIterable<Uint8Array>;
  readonly env?: Readonly<Record<string, string>>;
  /** Options of Node itself. */
  readonly node?: readonly string[];
}

/** Held while one test file builds, so that another one does not run what is half written. */
const LOCK = join(root, "node_modules/.building");
const LONGEST_BUILD = 60_000;
const POLL = 50;

/** The page as it was built. */
export const page = join(root, "dist/web/chimneysweep.html");

/** Builds the command where anything has changed since the last build; costs next to nothing when nothing has. */
export function build(): Promise<void> {
  return locked(() => buildWith("src"));
}

/** The same of the tests, for those that run some of them as they are built. */
export function buildTests(): Promise<void> {
  return locked(() => buildWith("test"));
}

/** Builds the page as well, which takes seconds. */
export function buildPage(): Promise<void> {
  return locked(async () => {
    await compile("src");
    await make("page");
  });
}

async function buildWith(part: "src" | "test"): Promise<void> {
  await compile(part);
  if (await isOld(bin)) await make("command");
}

async function compile(part: "src" | "test"): Promise<void> {
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  const { code, out, err } = await runProcess(process.execPath, [tsc, "-b", part]);
  if (code !== 0) throw new Error(`The project does not build:\n${out}${err}`);
}

async function make(what: "command" | "page"): Promise<void> {
  const { code, out, err } = await runProcess(process.execPath, [join(root, `dist/src/builds/${what}.js`)]);
  if (code !== 0) throw new Error(`The ${what} does not build:\n${out}${err}`);
}

/** True where the file is not there, or anything was compiled since it was made. */
async function isOld(file: string): Promise<boolean> {
  const made = await stat(file).catch(() => undefined);
  const compiled = await Promise.all(["grammar", "src"].map((part) => stat(join(root, "dist", part, ".tsbuildinfo"))));
  return made === undefined || compiled.some(({ mtimeMs }) => mtimeMs > made.mtimeMs);
}

async function locked(work: () => Promise<void>): Promise<void> {
  const start = Date.now();
  while (!(await isTaken(mkdir(LOCK)))) {
    // Whoever held it that long is dead.
    if (Date.now() - start > LONGEST_BUILD) break;
    await wait(POLL);
  }
  try {
    await work();
  } finally {
    await isTaken(rmdir(LOCK));
  }
}

/** Runs the built command and waits for its end. */
export function runBuilt(args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  return runProcess(process.execPath, [...(options.node ?? []), bin, ...args], options);
}

/** Runs any program and waits for its end. Its environment is ours without what colours output. */
export async function runProcess(program: string, args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const { FORCE_COLOR: _, NO_COLOR: __, ...inherited } = process.env;
  const child = spawn(program, args, { cwd: options.cwd ?? root, env: { ...inherited, ...options.env } });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  // A child that ends before it has read everything is no failure of ours.
  child.stdin.on("error", () => undefined);
  const { stdin = "" } = options;
  if (typeof stdin === "string" || stdin instanceof Uint8Array) child.stdin.end(stdin);
  else await pour(stdin, child.stdin);
  const code = await ended;
  return { code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() };
}

async function pour(chunks: AsyncIterable<Uint8Array>, into: NodeJS.WritableStream): Promise<void> {
  for await (const chunk of chunks) {
    if (!into.writable) break;
    await new Promise<void>((resolve) => into.write(chunk, () => resolve()));
  }
  into.end();
}

async function isTaken(action: Promise<unknown>): Promise<boolean> {
  return action.then(
    () => true,
    () => false,
  );
}
