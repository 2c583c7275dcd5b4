import type { BatchOptions, OnlyFile, Shard, Watch } from "../batch/index.ts";
import type { Rollup } from "../index.ts";
import { printable } from "../reporters/index.ts";
import { type AnalyzeSettings, analyzeSettings, optionsNotOf } from "./analyze-settings.ts";
import { baselineOf, type Failing, failingInRollup, isFailing, toldSince } from "./baseline.ts";
import { type OptionValues, UsageError } from "./command-line.ts";
import { configured } from "./configured.ts";
import { bundleReportsOf, followingOf } from "./drop-folder.ts";
import { exitCodes } from "./exit-codes.ts";
import { Interrupted } from "./interruption.ts";
import { textOf } from "./option-values.ts";
import { refuseOtherRun } from "./other-run.ts";
import type { Program } from "./program.ts";
import { addressOf, sayingTo } from "./queue.ts";
import { REDACTION } from "./redaction.ts";
import { announce, type BatchOutput, batchOutputOf, datasetsTold, ROLLUP_FILES } from "./rollup-files.ts";
import { columnsOf, ExpectedError, type Terminal } from "./terminal.ts";
import { workersOf } from "./workers.ts";

/** Options that batch would do nothing with: it writes every table, and its text is one. */
const WITHOUT = ["table", "min-coverage", "max-lines", ...REDACTION, ...optionsNotOf("batch")];

/** The longest a bundle takes where nobody says how long: hundreds of times what one usually takes. */
const USUAL_SECONDS = 120;

/** Bundles that could not be read are named one by one on the error stream up to so many; the summary has them all. */
const MAX_NAMED = 10;

/** Analyses many bundles into a directory, tells the summary, and gives the exit code. Throws what main tells. */
export async function batchCommand(
  paths: readonly string[],
  typed: OptionValues,
  terminal: Terminal,
  program: Program,
): Promise<number> {
  const useless = WITHOUT.find((name) => typed.has(name));
  if (useless !== undefined)
    throw new UsageError(`--${useless} can't be used with batch (it writes text, HTML, CSV and JSON to -o DIR)`);
  if (paths.length === 0) throw new UsageError("batch what? name bundles, or a directory that holds them");
  const given = await configured(typed, terminal, program);
  const settings = analyzeSettings(given, program);
  const { only, ...output } = await batchOutputOf(settings, terminal);
  if (given.get("force") !== true && only === undefined)
    await refuseOtherRun(output.name, ["rollup.json"], paths, terminal);
  const baseline = await baselineOf(given, terminal, program);
  const rollup = await analyzed(paths, given, settings, { ...output, ...(only && { only }) }, terminal);
  const written = [ROLLUP_FILES, "report.json and every table as CSV", ...settings.tables.map(datasetsTold)];
  await announce(rollup, only === undefined ? written.join(", ") : undefined, settings, terminal);
  // The others have all there is: of few bundles a shard may get none.
  if (rollup.bundles.length === 0 && given.has("shard")) return exitCodes.done;
  await sayWhatIsMissing(rollup, terminal);
  return exitCodeOf(rollup, settings, await toldSince(rollup, baseline, settings, terminal));
}

async function analyzed(
  paths: readonly string[],
  given: OptionValues,
  settings: AnalyzeSettings,
  { only, ...output }: BatchOutput,
  terminal: Terminal,
): Promise<Rollup> {
  const queue = given.has("queue") && {
    queue: { address: await addressOf("batch", given, terminal), say: sayingTo(given, terminal) },
  };
  if (queue !== false && given.has("workers"))
    throw new UsageError("--workers can't be used with --queue: each worker says how many bundles it reads at a time");
  // Loaded now: threads are for this command alone.
  const batch = await import("../batch/index.ts");
  const { stderr, env, now } = terminal;
  const isWatched = settings.messages === "all" && stderr.isTerminal;
  const screen = { columns: columnsOf(stderr, env), write: stderr.write, now };
  const progress = isWatched ? batch.progressBar(screen) : batch.noProgress;
  const watch: Watch = {
    async planned(all, done, damaged) {
      if (damaged > 0 && settings.messages !== "none") {
        await stderr.write(
          `The work of the unfinished run is damaged in ${damaged} place${damaged === 1 ? "" : "s"}: what is missing is read again\n`,
        );
      }
      if (done.length > 0 && settings.messages !== "none") {
        await stderr.write(`Going on: ${done.length} of ${all.length} bundles are done\n`);
      }
      await progress.planned(all, done, damaged);
    },
    ended: progress.ended,
    remarked: (remark) => stderr.write(`chimneysweep: ${remark}\n`),
  };
  try {
    const options = { ...optionsOf(paths, given, settings, only, terminal), ...queue, output, watch };
    const following = followingOf(given, settings, terminal);
    return await (following === undefined
      ? batch.runBatch(paths, options)
      : batch.followBundles(paths, { ...options, ...following }));
  } catch (error) {
    if (error instanceof batch.RefusedRun) throw new UsageError(error.message);
    if (error instanceof batch.UnwritableOutput) throw new ExpectedError(error.message);
    if (error instanceof batch.StoppedRun) throw new Interrupted("the same command goes on where this one ended");
    throw error;
  } finally {
    await progress.clear();
  }
}

function optionsOf(
  paths: readonly string[],
  given: OptionValues,
  settings: AnalyzeSettings,
  only: OnlyFile | undefined,
  terminal: Terminal,
): Omit<BatchOptions, "output" | "watch"> {
  const { analysis, csv, show, bundles, tables } = settings;
  const { cwd, interrupted } = terminal;
  const shard = shardOf(given);
  const reports = bundleReportsOf(paths, given, settings, terminal);
  const formats = only === undefined ? tables : [only.format];
  return {
    cwd,
    ...(shard !== undefined && { shard }),
    ...(only !== undefined && { only }),
    manner: {
      analysis,
      csv,
      limits: bundles.limits,
      ...(show !== undefined && { show }),
      ...(reports !== undefined && { reports }),
      ...(formats.length > 0 && { tables: formats }),
    },
    workers: workersOf(given),
    seconds: bundles.seconds ?? USUAL_SECONDS,
    start: given.get("force") === true ? "afresh" : "resume",
    stop: interrupted,
  };
}

/** As test runners and job arrays have it: `2/8` is the second of eight. */
function shardOf(given: OptionValues): Shard | undefined {
  const text = textOf(given, "shard");
  if (text === undefined) return undefined;
  const [, part = 0, of = 0] = (/^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? []).map(Number);
  if (part >= 1 && part <= of) return { part, of };
  throw new UsageError(`--shard ${text}: expects a part and how many there are, from 1/1 to 999999/999999`);
}

/** Says on the error stream what the exit code means, for those who see no summary or read it later. */
async function sayWhatIsMissing({ bundles }: Rollup, { stderr }: Terminal): Promise<void> {
  const unread = bundles.filter(isUnread);
  for (const { name, reason } of unread.slice(0, MAX_NAMED)) {
    await stderr.write(`chimneysweep: ${printable(name)}: ${printable(reason ?? "could not be read")}\n`);
  }
  if (unread.length > MAX_NAMED) {
    await stderr.write(`chimneysweep: and ${unread.length - MAX_NAMED} more that could not be read\n`);
  }
  if (bundles.every(({ hosts }) => hosts.length === 0)) {
    await stderr.write(
      "chimneysweep: nothing recognised in any bundle; chimneysweep --help says what captures it reads\n",
    );
  }
}

function exitCodeOf(rollup: Rollup, settings: AnalyzeSettings, fresh: readonly Failing[] | undefined): number {
  const { bundles } = rollup;
  if (bundles.every(({ hosts }) => hosts.length === 0) || bundles.some(isUnread)) return exitCodes.input;
  return isFailing(fresh ?? failingInRollup(rollup), settings) ? exitCodes.findings : exitCodes.done;
}

function isUnread({ status }: Rollup["bundles"][number]): boolean {
  return status === "failed" || status === "partial";
}
