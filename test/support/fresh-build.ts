import { stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { UnwritableOutput } from "../../src/batch/faults.ts";
import { lock } from "../../src/batch/lock.ts";
import { bin, library, page, root, runProcess } from "./built.ts";

/** Held while one run of the tests builds, so that another one does not run what is half written. */
const LOCK = join(root, "node_modules/.building");
const POLL = 100;

/** Compiles everything, the tests too, and makes the command and the page where something was compiled since. */
export default async function freshBuild(): Promise<void> {
  const release = await locked();
  try {
    await run("The project", ["node_modules/typescript/bin/tsc", "-b"]);
    if (await isOld(bin)) await make("command");
    if (await isOld(page)) await make("page");
    if (await isOld(library)) await make("library");
  } finally {
    await release();
  }
}

export async function make(what: "command" | "page" | "library"): Promise<void> {
  await run(`The ${what}`, [`dist/src/builds/${what}.js`]);
}

async function run(what: string, args: readonly string[]): Promise<void> {
  const { code, out, err } = await runProcess(process.execPath, args);
  if (code !== 0) throw new Error(`${what} does not build:\n${out}${err}`);
}

/** True if the file is missing, or older than anything it is made of. */
async function isOld(file: string): Promise<boolean> {
  const made = await stat(file).catch(() => undefined);
  const parts = ["dist/grammar/.tsbuildinfo", "dist/src/.tsbuildinfo", "package.json", "package-lock.json"];
  const changed = await Promise.all(parts.map((part) => stat(join(root, part))));
  return made === undefined || changed.some(({ mtimeMs }) => mtimeMs > made.mtimeMs);
}

/** Waits for whoever holds the lock as long as that process lives: nobody knows how long a build takes. */
async function locked(): Promise<() => Promise<void>> {
  let said = "";
  for (;;) {
    try {
      return await lock(LOCK, "dist");
    } catch (error) {
      if (!(error instanceof UnwritableOutput)) throw error;
      if (said !== error.message) process.stderr.write(`Waiting to build: ${error.message}\n`);
      said = error.message;
    }
    await wait(POLL);
  }
}
