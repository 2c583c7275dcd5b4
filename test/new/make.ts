import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { runProcess } from "../support/built.ts";
import { written } from "./edits.ts";
import type { Plan } from "./plans.ts";

/** Writes what a plan says below a folder: the project. Throws before anything is written if a file is there already. */
export async function make({ names, places, edits }: Plan, root: string): Promise<void> {
  const there = [...places.values()].find((path) => existsSync(join(root, path)));
  if (there !== undefined) throw new Error(`${there} is there already`);
  for (const [from, to] of places) {
    const text = written(await readFile(join(root, from), "utf8"), from, places, names);
    await mkdir(dirname(join(root, to)), { recursive: true });
    // Captures have the line ends of Windows.
    await writeFile(join(root, to), to.startsWith("samples/") ? text.replaceAll("\n", "\r\n") : text);
  }
  for (const [path, edit] of edits) await change(join(root, path), edit);
}

async function change(path: string, edit: (text: string) => string): Promise<void> {
  const before = await readFile(path, "utf8");
  const after = edit(before);
  if (after === before) throw new Error(`${path} is as it was: its list could not be found`);
  await writeFile(path, after);
}

/**
 * Formats what was written, compiles it, writes what is made of it (README.md, reports of samples, the help) and runs
 * the tests. Throws what went wrong.
 */
export async function finish(plans: readonly Plan[], root: string): Promise<void> {
  const paths = plans.flatMap(({ places, edits }) => [...places.values(), ...edits.map(([path]) => path)]);
  const modules = [...new Set(paths)].filter((path) => path.endsWith(".ts"));
  await run(root, "@biomejs/biome/bin/biome", "check", "--write", ...modules);
  await run(root, "typescript/bin/tsc", "-b");
  await node(root, "dist/test/docs/index.js");
  const few = plans.flatMap((plan) => plan.few ?? []);
  if (few.length > 0) {
    const about = few.map((one) => one.about.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
    await vitest(root, ...new Set(few.flatMap(({ files }) => files)), "-t", about, "-u");
  }
  await vitest(
    root,
    "test/registries",
    "test/project",
    "architecture",
    ...new Set(plans.flatMap(({ tests }) => tests)),
  );
}

const vitest = (root: string, ...args: readonly string[]) =>
  run(root, "vitest/vitest.mjs", "run", "--config", "test/vitest.config.ts", "--project", "unit", ...args);

const run = (root: string, program: string, ...args: readonly string[]) =>
  node(root, join("node_modules", program), ...args);

async function node(root: string, ...args: readonly string[]): Promise<void> {
  const { code, out, err } = await runProcess(process.execPath, args, { cwd: root });
  if (code !== 0) throw new Error(`${args.join(" ")}:\n${out}${err}`);
}
