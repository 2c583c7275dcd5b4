import { resolve } from "node:path";
import type { Report, Source, SourceReport, UnreadSource } from "../index.ts";
import { VERSION } from "../report/index.ts";
import { coverageOf, printable } from "../reporters/index.ts";
import { openSources } from "../sources/index.ts";
import { type AnalyzeSettings, analyzeSettings, checkTogether } from "./analyze-settings.ts";
import { baselineOf, type Failing, failingIn, isFailing, sinceBaseline, sinceText } from "./baseline.ts";
import { paintFor } from "./colour.ts";
import { type OptionValues, UsageError } from "./command-line.ts";
import { configured } from "./configured.ts";
import { exitCodes } from "./exit-codes.ts";
import { interruptible, orInterrupted } from "./interruption.ts";
import { refuseOtherRun } from "./other-run.ts";
import { namesDirectory, type Outputs, openDirectory, openOutput } from "./outputs.ts";
import type { Program } from "./program.ts";
import { noProgress, type Progress, progressOn } from "./progress.ts";
import { LoneRollup, readBack } from "./read-back.ts";
import { redactedCaptures, reopenable } from "./redaction.ts";
import { columnsOf, DEFAULT_COLUMNS, type Terminal } from "./terminal.ts";
import { withinSeconds } from "./time-limit.ts";

/** Inputs that could not be read are named one by one on the error stream up to so many; the report has them all. */
const MAX_NAMED = 10;

/** Diagnostics that say what a source is that was not read: then no list of what would have been is needed. */
const NAMED: readonly string[] = ["other-output", "source-binary", "source-own-report"];

const PASTE = "Paste the captured output, then press Ctrl+Z and Enter (Windows) or Ctrl+D";

/** Reads the paths, reports where the options say, and gives the exit code. Throws what main tells. */
export async function analyzeCommand(
  paths: readonly string[],
  typed: OptionValues,
  terminal: Terminal,
  program: Program,
): Promise<number> {
  const given = await configured(typed, terminal, program);
  const settings = analyzeSettings(given, program);
  return withinSeconds(settings.bundles.seconds, terminal, (limited) =>
    reported(paths, { typed, given, settings }, limited, program),
  );
}

/** The options as typed, together with those of the configuration file, and checked. */
interface Asked {
  readonly typed: OptionValues;
  readonly given: OptionValues;
  readonly settings: AnalyzeSettings;
}

async function reported(
  paths: readonly string[],
  { typed, given, settings }: Asked,
  terminal: Terminal,
  program: Program,
): Promise<number> {
  const earlier = await readBack(paths, typed, settings, terminal, program).catch((error: unknown) => {
    if (error instanceof LoneRollup) return error;
    throw error;
  });
  if (earlier instanceof LoneRollup)
    return (await import("./overview.ts")).overviewCommand(
      paths[0] ?? "",
      earlier,
      { typed, settings },
      terminal,
      program,
    );
  const baseline = await baselineOf(given, terminal, program);
  const outputs = await openOutputs(paths, given, settings, terminal, program);
  const progress = progressFor(settings, outputs, terminal);
  try {
    const captures = async () => {
      if (given.get("redact") !== true)
        return { input: await openInputs(paths, settings, outputs, terminal), options: settings.analysis };
      const open = await reopenable(paths, settings, terminal, new Set(outputs.paths));
      return redactedCaptures(open, given, settings, terminal, program);
    };
    const analyzed = async () => {
      const { input, options } = await captures();
      const { connections: onConnections } = outputs;
      return program.analyze(progress.watch(input), { ...options, ...(onConnections && { onConnections }) });
    };
    const report = earlier ?? (await orInterrupted(analyzed(), terminal.interrupted));
    await progress.clear();
    // To whoever looks at a terminal the messages say all there is; what reads a file or a pipe gets its document.
    if (isNothingRead(report) && settings.format === "text" && settings.output === undefined) await outputs.discard();
    else await outputs.finish(report);
    await sayWhatIsMissing(report, terminal);
    if (settings.output !== undefined && settings.messages !== "none") {
      await terminal.stderr.write(`Wrote ${printable(settings.output)}${outputs.what}\n`);
    }
    for (const remark of outputs.remarks()) await terminal.stderr.write(`chimneysweep: ${remark}\n`);
    const since = baseline === undefined ? undefined : sinceBaseline(failingIn(report), baseline);
    if (since !== undefined && settings.messages !== "none") await terminal.stderr.write(`${sinceText(since)}\n`);
    return exitCodeOf(report, settings, since?.fresh);
  } catch (error) {
    await progress.clear();
    await outputs.discard();
    throw error;
  }
}

async function openOutputs(
  paths: readonly string[],
  given: OptionValues,
  settings: AnalyzeSettings,
  terminal: Terminal,
  program: Program,
): Promise<Outputs> {
  const { output, table, csv, colour, mostLines } = settings;
  const toDirectory = output !== undefined && (await namesDirectory(output, terminal));
  checkTogether(given, settings, toDirectory ? "directory" : "file");
  const absolute = (path: string) => resolve(terminal.cwd, path);
  if (output !== undefined && !toDirectory && paths.map(absolute).includes(absolute(output))) {
    throw new UsageError(`--output ${output} would overwrite what is to be read`);
  }
  if (toDirectory && given.get("force") !== true)
    await refuseOtherRun(output, ["report.json"], paths.length === 0 ? ["-"] : paths, terminal);
  const isFile = output !== undefined;
  const options = {
    version: VERSION,
    columns: isFile ? DEFAULT_COLUMNS : columnsOf(terminal.stdout, terminal.env),
    paint: await paintFor(terminal.stdout, isFile && colour === "auto" ? "never" : colour, terminal.env),
    detail: settings.detail ?? (isFile || !terminal.stdout.isTerminal ? "full" : "brief"),
    table: table ?? "connections",
    csv,
    ...(mostLines !== undefined && { mostLines }),
    ...(settings.show !== undefined && { show: settings.show }),
    ...((toDirectory || settings.format === "sarif") && { catalogue: program.catalogue() }),
  };
  return toDirectory
    ? openDirectory(output, options, settings.tables, terminal)
    : openOutput(settings, options, terminal);
}

async function openInputs(
  paths: readonly string[],
  { messages, bundles }: AnalyzeSettings,
  outputs: Outputs,
  { stdin, stderr, cwd, files, interrupted }: Terminal,
): Promise<AsyncIterable<Source | UnreadSource>> {
  const named = paths.length === 0 ? ["-"] : paths;
  if (named.includes("-") && stdin.isTerminal && messages !== "none") await stderr.write(`${PASTE}\n`);
  const except = new Set(outputs.paths);
  return interruptible(
    openSources(named, { cwd, files, stdin: stdin.bytes, except, limits: bundles.limits }),
    interrupted,
  );
}

/** Progress is for somebody who waits: at a terminal, and not where the results themselves run over it. */
function progressFor({ messages, output }: AnalyzeSettings, outputs: Outputs, terminal: Terminal): Progress {
  const isOverrun = terminal.stdout.isTerminal && output === undefined && outputs.connections !== undefined;
  return messages === "all" && terminal.stderr.isTerminal && !isOverrun ? progressOn(terminal) : noProgress;
}

/** Says on the error stream what the exit code means, for those who see no report or read it later. */
async function sayWhatIsMissing(report: Report, { stderr }: Terminal): Promise<void> {
  const failed = report.sources.filter(isUnread);
  for (const { name, reason } of failed.slice(0, MAX_NAMED)) {
    await stderr.write(`chimneysweep: ${printable(name)}: ${printable(reason ?? "could not be read")}\n`);
  }
  if (failed.length > MAX_NAMED) {
    await stderr.write(`chimneysweep: and ${failed.length - MAX_NAMED} more that could not be read\n`);
  }
  if (report.hosts.length > 0 || isNothingRead(report)) return;
  const named = report.diagnostics.filter(({ code }) => NAMED.includes(code));
  for (const { source, message } of named.slice(0, MAX_NAMED)) {
    await stderr.write(`chimneysweep: ${printable(source)}: ${printable(message)}\n`);
  }
  if (named.length > 0) return;
  await stderr.write(
    "chimneysweep: nothing recognised, such as netstat -nato or netsh int tcp show global prints (--help captures lists all). If it is one of these anyway, use --as KIND\n",
  );
}

/** True where nothing that was named could be read at all: then there is nothing to report on. */
function isNothingRead({ sources }: Report): boolean {
  return sources.length > 0 && sources.every(({ status }) => status === "failed");
}

/** With a baseline only what is new counts. */
function exitCodeOf(
  report: Report,
  { minCoverage, failOn }: AnalyzeSettings,
  counting: readonly Failing[] = failingIn(report),
): number {
  if (report.hosts.length === 0 || report.sources.some(isUnread)) return exitCodes.input;
  if (isFailing(counting, { failOn })) return exitCodes.findings;
  const { share } = coverageOf(report);
  return minCoverage !== undefined && share !== null && share < minCoverage ? exitCodes.coverage : exitCodes.done;
}

/** True when something that was named could not be read, or not to its end; what is not for us is no failure. */
function isUnread({ status }: SourceReport): boolean {
  return status === "failed" || status === "partial";
}
