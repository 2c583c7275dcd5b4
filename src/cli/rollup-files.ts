import { resolve } from "node:path";
import type { Rollup } from "../index.ts";
import { fleetText, printable, reporters } from "../reporters/index.ts";
import { looksLikePattern, namesMatching, reasonOf } from "../sources/index.ts";
import type { AnalyzeSettings } from "./analyze-settings.ts";
import { paintFor } from "./colour.ts";
import { UsageError } from "./command-line.ts";
import { columnsOf, type Terminal } from "./terminal.ts";

/** The directory that a roll-up is written to, by its absolute path and as the user named it. */
export interface RollupOutput {
  readonly path: string;
  readonly name: string;
}

/** A file that is no roll-up; the message says why. */
export class NoRollup extends Error {
  /** As the user named it. */
  readonly file: string;

  constructor(file: string, reason: string) {
    super(reason);
    this.file = file;
  }
}

/** The roll-ups in the files that the paths name. Throws a NoRollup for the first one that is none. */
export async function readRollups(paths: readonly string[], terminal: Terminal): Promise<readonly Rollup[]> {
  const rollups: Rollup[] = [];
  for (const file of await filesNamed(paths, terminal)) rollups.push(await readRollup(file, terminal));
  return rollups;
}

/** The directory that --output names. Throws a UsageError where it names none. */
export async function outputOf(
  command: string,
  { output }: AnalyzeSettings,
  { cwd, files }: Terminal,
): Promise<RollupOutput> {
  if (output === undefined) throw new UsageError(`${command} needs --output DIR, the directory to write to`);
  const path = resolve(cwd, output);
  const stats = await files.stat(path).catch(() => undefined);
  if (stats !== undefined && !stats.isDirectory()) {
    throw new UsageError(`--output ${output}: ${command} writes a directory, and this is none`);
  }
  const isFileName = Object.values(reporters).some(({ endings }) => endings.some((one) => output.endsWith(one)));
  if (stats === undefined && isFileName) {
    throw new UsageError(
      `--output ${output}: ${command} writes a folder with every format; name one, such as -o report/`,
    );
  }
  return { path, name: output };
}

/** What batch and merge write, for people. */
export const ROLLUP_FILES = "summary.txt, report.html, rollup.json, bundles.csv";

/** Tells the summary on standard output, and on the error stream where everything was written. */
export async function announce(
  rollup: Rollup,
  what: string,
  { output, messages, colour }: AnalyzeSettings,
  { stdout, stderr, env }: Terminal,
): Promise<void> {
  await stdout.write(await fleetText(rollup, columnsOf(stdout, env), await paintFor(stdout, colour, env)));
  if (messages !== "none") await stderr.write(`Wrote ${printable((output ?? "").replace(/[\\/]+$/, ""))}/: ${what}\n`);
}

/** Patterns are expanded here because cmd.exe leaves it to the program. */
async function filesNamed(paths: readonly string[], { cwd, files }: Terminal): Promise<readonly string[]> {
  const named: string[] = [];
  for (const path of paths) {
    const isThere = await files.stat(resolve(cwd, path)).then(
      () => true,
      () => false,
    );
    const matching = isThere || !looksLikePattern(path) ? [] : await namesMatching(path, cwd, files);
    named.push(...(matching.length > 0 ? matching : [path]));
  }
  return named;
}

async function readRollup(file: string, terminal: Terminal): Promise<Rollup> {
  const value = parsed(file, await textOf(file, terminal));
  if (!isOfOurs(value)) throw new NoRollup(file, "no roll-up of chimneysweep, as batch writes in rollup.json");
  const { validated } = await import("../index.ts");
  const validation = await validated("rollup", value);
  if (validation.ok) return validation.value;
  const reason = `no roll-up as this version writes it: ${validation.faults.join("; ")}`;
  throw new NoRollup(file, reason);
}

async function textOf(file: string, { cwd, files }: Terminal): Promise<string> {
  try {
    const handle = await files.open(resolve(cwd, file), "r");
    try {
      return await handle.readFile("utf8");
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw new NoRollup(file, reasonOf(error));
  }
}

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    throw new NoRollup(file, "no JSON, or only a part of it");
  }
}

/** True for something of ours that has bundles: what is wrong in it then can be told by its place. */
function isOfOurs(value: unknown): value is { readonly bundles: unknown } {
  if (typeof value !== "object" || value === null || !("tool" in value) || !("bundles" in value)) return false;
  const { tool } = value;
  return typeof tool === "object" && tool !== null && "name" in tool && tool.name === "chimneysweep";
}
