import { setFlagsFromString } from "node:v8";
import type { Rollup } from "../index.ts";
import { analyzeSettings } from "./analyze-settings.ts";
import { baselineOf, failingInRollup, isFailing, toldSince } from "./baseline.ts";
import { type OptionValues, UsageError } from "./command-line.ts";
import { exitCodes } from "./exit-codes.ts";
import { Interrupted } from "./interruption.ts";
import { refuseOtherRun } from "./other-run.ts";
import type { Program } from "./program.ts";
import { InputError } from "./read-back.ts";
import { refuseOptions } from "./refused-options.ts";
import { announce, outputOf, ROLLUP_FILES } from "./rollup-files.ts";
import { ExpectedError, type Terminal } from "./terminal.ts";

/** V8 lets garbage grow to several times what is kept, where the machine has the memory; here it is collected sooner. */
const LESS_GARBAGE = "--heap-growing-percent=60";

/** Makes one roll-up of several, as one run over everything would have made it, and gives the exit code. */
export async function mergeCommand(
  paths: readonly string[],
  given: OptionValues,
  terminal: Terminal,
  program: Program,
): Promise<number> {
  refuseOptions("merge", given);
  if (paths.length === 0) throw new UsageError("merge what? name the rollup.json of each batch");
  const settings = analyzeSettings(given, program);
  const output = await outputOf("merge", settings, terminal);
  const baseline = await baselineOf(given, terminal, program);
  setFlagsFromString(LESS_GARBAGE);
  const { mergeFiles, NoRollup, StoppedRun, UnwritableOutput, writeRollup } = await import("../batch/index.ts");
  const { cwd, files, interrupted } = terminal;
  let rollup: Rollup;
  try {
    rollup = await mergeFiles(paths, { cwd, files, stop: interrupted }, settings.analysis.thresholds);
    if (given.get("force") !== true) {
      const bundles = rollup.bundles.map(({ name }) => name);
      await refuseOtherRun(output.name, ["rollup.json"], bundles, terminal);
    }
    await writeRollup(rollup, output, { csv: settings.csv }, interrupted);
  } catch (error) {
    if (error instanceof StoppedRun) throw new Interrupted();
    if (error instanceof UnwritableOutput) throw new ExpectedError(error.message);
    if (!(error instanceof NoRollup)) throw error;
    throw new InputError(`${error.file}: ${error.message}; nothing was written`);
  }
  await announce(
    rollup,
    `${ROLLUP_FILES}; findings and tables stay with each batch, as its rollup.json holds none`,
    settings,
    terminal,
  );
  const fresh = await toldSince(rollup, baseline, settings, terminal);
  return isFailing(fresh ?? failingInRollup(rollup), settings) ? exitCodes.findings : exitCodes.done;
}
