import { spawn } from "node:child_process";
import { join } from "node:path";
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

/** The page as it was built. */
export const page = join(root, "dist/web/chimneysweep.html");

/** The library as it was built. */
export const library = join(root, "dist/library/index.js");

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
