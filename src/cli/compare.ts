import { join, resolve } from "node:path";
import type { Comparison, ReadCaptures, Side } from "../index.ts";
import {
  type ComparisonFormat,
  type ComparisonReporterOptions,
  comparisonFormats,
  comparisonReporters,
  printable,
  reporters,
} from "../reporters/index.ts";
import { openSources } from "../sources/index.ts";
import { type AnalyzeSettings, analyzeSettings, optionsNotOf } from "./analyze-settings.ts";
import { isFailing } from "./baseline.ts";
import { paintFor } from "./colour.ts";
import { type OptionValues, UsageError } from "./command-line.ts";
import { reportAt } from "./compared-report.ts";
import { configured } from "./configured.ts";
import { exitCodes } from "./exit-codes.ts";
import { interruptible, orInterrupted } from "./interruption.ts";
import { formatOf } from "./option-values.ts";
import { namesDirectory, sinkFor } from "./outputs.ts";
import type { Program } from "./program.ts";
import { InputError } from "./read-back.ts";
import { REDACTION } from "./redaction.ts";
import { columnsOf, DEFAULT_COLUMNS, OutputError, type Terminal } from "./terminal.ts";
import { whyNothing } from "./why-nothing.ts";

/** Options that compare would do nothing with, or that only one of its formats goes with. */
const WITHOUT = ["table", "show", "min-coverage", "force", "baseline", ...REDACTION, ...optionsNotOf("compare")];
const ONLY_WITH: ReadonlyMap<string, ComparisonFormat> = new Map([
  ["max-lines", "markdown"],
  ["excel", "csv"],
  ["delimiter", "csv"],
  ["csv-raw", "csv"],
]);

/** What a comparison is made with. */
interface CompareRun {
  readonly settings: AnalyzeSettings;
  readonly format: ComparisonFormat;
  readonly pairing: "asNamed" | "soleHosts";
  readonly terminal: Terminal;
  readonly program: Program;
}

/** Compares what two paths hold, or two moments of what one holds, and gives the exit code. Throws what main tells. */
export async function compareCommand(
  paths: readonly string[],
  typed: OptionValues,
  terminal: Terminal,
  program: Program,
): Promise<number> {
  const run = await runOf(paths, typed, terminal, program);
  let comparison: Comparison;
  try {
    comparison = await orInterrupted(compared(paths, run), terminal.interrupted);
    const nothing = whyNothing(comparison);
    if (nothing !== undefined) throw new InputError(nothing);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    await terminal.stderr.write(`chimneysweep: ${printable(error.message)}\n`);
    return exitCodes.input;
  }
  await write(comparison, run);
  for (const { name, reason } of unreadOf(comparison)) {
    await terminal.stderr.write(`chimneysweep: ${printable(name)}: ${printable(reason ?? "could not be read")}\n`);
  }
  return exitCodeOf(comparison, run.settings);
}

async function runOf(
  paths: readonly string[],
  typed: OptionValues,
  terminal: Terminal,
  program: Program,
): Promise<CompareRun> {
  const useless = WITHOUT.find((name) => typed.has(name));
  if (useless !== undefined) throw new UsageError(`--${useless} can't be used with compare`);
  const format = formatOf(typed, comparisonFormats, "text");
  const stray = [...ONLY_WITH].find(([name, only]) => typed.has(name) && format !== only);
  if (stray !== undefined) throw new UsageError(`--${stray[0]} only goes with --format ${stray[1]}`);
  if (paths.length === 0 || paths.length > 2) {
    throw new UsageError(
      "compare needs <before> <after> (or one bundle with both). Example: chimneysweep compare before.txt after.txt",
    );
  }
  if (paths.every((path) => path === "-")) throw new UsageError("compare reads its inputs more than once: save them");
  const given = await configured(typed, terminal, program);
  const settings = analyzeSettings(new Map([...given].filter(([name]) => name !== "format")), program);
  const absolute = (path: string) => resolve(terminal.cwd, path);
  if (settings.output !== undefined && paths.map(absolute).includes(absolute(settings.output))) {
    throw new UsageError(`--output ${settings.output} would overwrite what is to be read`);
  }
  const pairing = given.get("assume-same-host") === true ? "soleHosts" : "asNamed";
  return { settings, format, pairing, terminal, program };
}

async function compared([before = "", after]: readonly string[], run: CompareRun): Promise<Comparison> {
  const { program, pairing } = run;
  const report = await reportAt(before, run);
  if (after === undefined) {
    if (report === undefined) return program.compareMomentsOf(before, readingOf(before, run));
    throw new InputError(`${before} is a report, which holds one moment: name another one to compare it with`);
  }
  const one = report === undefined ? await sideOf(before, run) : program.reportedSide(before, report);
  const later = await reportAt(after, run);
  const other = later === undefined ? await sideOf(after, run) : program.reportedSide(after, later);
  return program.compareSides(one, other, pairing);
}

function sideOf(path: string, run: CompareRun): Promise<Side> {
  return run.program.capturedSide(path, readingOf(path, run));
}

function readingOf(path: string, run: CompareRun): ReadCaptures {
  return (along) => run.program.analyze(opened(path, run), { ...run.settings.analysis, ...along });
}

function opened(path: string, { settings, terminal }: CompareRun) {
  const { stdin, cwd, files, interrupted } = terminal;
  const options = { cwd, files, stdin: stdin.bytes, limits: settings.bundles.limits };
  return interruptible(openSources([path], options), interrupted);
}

async function write(comparison: Comparison, { settings, format, terminal }: CompareRun): Promise<void> {
  const { output, colour, csv, mostLines, messages } = settings;
  const isFile = output !== undefined;
  const options = {
    columns: isFile ? DEFAULT_COLUMNS : columnsOf(terminal.stdout, terminal.env),
    paint: await paintFor(terminal.stdout, isFile && colour === "auto" ? "never" : colour, terminal.env),
    csv,
    detail: settings.detail ?? (isFile || !terminal.stdout.isTerminal ? "full" : "brief"),
    ...(mostLines !== undefined && { mostLines }),
  };
  if (output !== undefined && (await namesDirectory(output, terminal))) {
    await attemptFolder(output, terminal);
    const names: string[] = [];
    for (const name of comparisonFormats) {
      const file = `comparison${reporters[name].endings[0] ?? ""}`;
      names.push(file);
      await writeOne(comparison, name, join(output, file), options, terminal);
    }
    if (messages !== "none") await terminal.stderr.write(`Wrote ${printable(output)}: ${names.join(", ")}\n`);
    return;
  }
  await writeOne(comparison, format, output, options, terminal);
  if (isFile && messages !== "none") await terminal.stderr.write(`Wrote ${printable(output)} (${format})\n`);
}

async function writeOne(
  comparison: Comparison,
  format: ComparisonFormat,
  output: string | undefined,
  options: ComparisonReporterOptions,
  terminal: Terminal,
): Promise<void> {
  const sink = await sinkFor(output, terminal);
  try {
    for await (const text of comparisonReporters[format].render(comparison, options)) await sink.write(text);
    await sink.finish();
  } catch (error) {
    await sink.discard();
    throw error;
  }
}

async function attemptFolder(output: string, { cwd, files }: Terminal): Promise<void> {
  try {
    await files.mkdir(resolve(cwd, output), { recursive: true });
  } catch (error) {
    throw new OutputError(output, error);
  }
}

/** What could not be read on either side, once. */
function unreadOf({ before, after }: Comparison): Comparison["before"]["unread"] {
  return [...new Map([...before.unread, ...after.unread].map((one) => [one.name, one])).values()];
}

/** Only what was not there before counts: what is new, and what shows for the first time. */
function exitCodeOf(comparison: Comparison, settings: AnalyzeSettings): number {
  if (unreadOf(comparison).length > 0) return exitCodes.input;
  const fresh = comparison.hosts
    .flatMap(({ findings }) => findings)
    .flatMap(({ change, after }) => (change === "new" || change === "visibilityGained" ? (after ?? []) : []));
  return isFailing(
    fresh.filter(({ kind }) => kind === "fail"),
    settings,
  )
    ? exitCodes.findings
    : exitCodes.done;
}
