import { resolve } from "node:path";
import type { Rollup } from "../index.ts";
import { fleetText, printable, reporters } from "../reporters/index.ts";
import type { AnalyzeSettings } from "./analyze-settings.ts";
import { paintFor } from "./colour.ts";
import { UsageError } from "./command-line.ts";
import { columnsOf, type Terminal } from "./terminal.ts";

/** The directory that a roll-up is written to, by its absolute path and as the user named it. */
export interface RollupOutput {
  readonly path: string;
  readonly name: string;
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
