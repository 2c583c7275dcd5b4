import type { Rollup } from "../index.ts";
import { printable } from "../reporters/index.ts";
import { analyzeSettings } from "./analyze-settings.ts";
import { type OptionValues, UsageError } from "./command-line.ts";
import { exitCodes } from "./exit-codes.ts";
import type { Program } from "./program.ts";
import { announce, NoRollup, outputOf, ROLLUP_FILES, readRollups } from "./rollup-files.ts";
import { refuseOptions } from "./rules.ts";
import { ExpectedError, type Terminal } from "./terminal.ts";

const OPTIONS = ["output", "threshold", "excel", "delimiter", "csv-raw", "color", "no-color", "no-progress", "quiet"];

/** Makes one roll-up of several, as one run over everything would have made it, and gives the exit code. */
export async function mergeCommand(
  paths: readonly string[],
  given: OptionValues,
  terminal: Terminal,
  program: Program,
): Promise<number> {
  refuseOptions("merge", given, OPTIONS);
  if (paths.length === 0) throw new UsageError("merge what? name the rollup.json of each batch");
  const settings = analyzeSettings(given, program);
  const output = await outputOf("merge", settings, terminal);
  let rollup: Rollup;
  try {
    const { mergeRollups } = await import("../index.ts");
    rollup = mergeRollups(await readRollups(paths, terminal), settings.analysis.thresholds);
  } catch (error) {
    if (!(error instanceof NoRollup)) throw error;
    const said = `${printable(error.file)}: ${printable(error.message)}; nothing was written`;
    await terminal.stderr.write(`chimneysweep: ${said}\n`);
    return exitCodes.input;
  }
  const { UnwritableOutput, writeRollup } = await import("../batch/index.ts");
  try {
    await writeRollup(rollup, output, { csv: settings.csv });
  } catch (error) {
    throw error instanceof UnwritableOutput ? new ExpectedError(error.message) : error;
  }
  await announce(rollup, `${ROLLUP_FILES}; roll-ups hold no tables and no report.json`, settings, terminal);
  return exitCodes.done;
}
