import { basename, dirname, resolve } from "node:path";
import type { OnlyFile } from "../batch/index.ts";
import { type DatasetName, datasetNames, datasets, endingsOf, outputFormats } from "../datasets/index.ts";
import type { Rollup } from "../index.ts";
import { fleetText, printable } from "../reporters/index.ts";
import type { AnalyzeSettings } from "./analyze-settings.ts";
import { paintFor } from "./colour.ts";
import { UsageError } from "./command-line.ts";
import { namesDirectory } from "./outputs.ts";
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
  const isFileName = outputFormats.some((format) => endingsOf(format).some((one) => output.endsWith(one)));
  if (stats === undefined && isFileName) {
    throw new UsageError(
      `--output ${output}: ${command} writes a folder with every format; name one, such as -o report/`,
    );
  }
  return { path, name: output };
}

/** What batch and merge write, for people. */
export const ROLLUP_FILES = "summary.txt, report.html, rollup.json, bundles.csv";

/** Tells the summary on standard output, and on the error stream where everything was written: what, for a directory. */
export async function announce(
  rollup: Rollup,
  what: string | undefined,
  { output, messages, colour }: AnalyzeSettings,
  { stdout, stderr, env }: Terminal,
): Promise<void> {
  await stdout.write(await fleetText(rollup, columnsOf(stdout, env), await paintFor(stdout, colour, env)));
  if (messages === "none") return;
  const wrote = what === undefined ? "" : `/: ${what}`;
  await stderr.write(`Wrote ${printable((output ?? "").replace(/[\\/]+$/, ""))}${wrote}\n`);
}

/** Where a run over many bundles writes: a directory, or one file of typed tables in it and nothing else. */
export interface BatchOutput extends RollupOutput {
  readonly only?: OnlyFile;
}

/** The files that a directory gets of a format, for people. */
export function datasetsTold(format: DatasetName): string {
  const [ending = ""] = datasets[format].endings;
  return datasets[format].holds === "everyTable" ? `tables${ending}` : `every table as *${ending}`;
}

/** The output that batch is given. Throws a UsageError where it is none. */
export async function batchOutputOf(settings: AnalyzeSettings, terminal: Terminal): Promise<BatchOutput> {
  const { output, tables } = settings;
  const format = datasetNames.find((name) => datasets[name].endings.some((one) => output?.toLowerCase().endsWith(one)));
  const isFile = output !== undefined && format !== undefined && !(await namesDirectory(output, terminal));
  if (!isFile || datasets[format].holds === "oneTable") return outputOf("batch", settings, terminal);
  if (tables.length > 0) throw new UsageError("--tables goes with a directory: -o DIR/");
  const path = resolve(terminal.cwd, output);
  return { path: dirname(path), name: dirname(output), only: { format, file: basename(path) } };
}
