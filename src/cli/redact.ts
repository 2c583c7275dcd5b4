import { dirname, join, resolve } from "node:path";
import type { LeftOut, Redaction, Replacement } from "../index.ts";
import { openNew } from "../outputs/index.ts";
import { csvOf, defaultCsvOptions, printable } from "../reporters/index.ts";
import { analyzeSettings } from "./analyze-settings.ts";
import { type OptionValues, UsageError } from "./command-line.ts";
import { exitCodes } from "./exit-codes.ts";
import { orInterrupted } from "./interruption.ts";
import { textOf } from "./option-values.ts";
import type { Program } from "./program.ts";
import { keyIn, redactOptions, reopenable } from "./redaction.ts";
import { refuseOptions } from "./refused-options.ts";
import { OutputError, type Terminal } from "./terminal.ts";

/** Differences that are told one by one. */
const MOST_TOLD = 10;

/**
 * Writes captures anew without names and addresses, into a new folder. What stands for what goes into a file beside the
 * folder, as do the key and a list of what was left out: these stay with whoever redacts. Throws what main tells.
 */
export async function redactCommand(
  paths: readonly string[],
  given: OptionValues,
  terminal: Terminal,
  program: Program,
): Promise<number> {
  refuseOptions("redact", given);
  const folder = (textOf(given, "output") ?? "").replace(/(?<=.)[\\/]+$/, "");
  if (paths.length === 0) throw new UsageError("redact what? name files, folders or archives, or - for standard input");
  if (folder === "" || folder === "-") throw new UsageError("redact where to? name a new folder with -o DIR");
  await refuseUsed(folder, terminal);
  const settings = analyzeSettings(new Map([...given].filter(([name]) => name !== "output")), program);
  const open = await reopenable(paths, settings, terminal);
  const keyFile = textOf(given, "key") ?? `${folder}.key`;
  const options = redactOptions(given, settings, await keyIn(keyFile, terminal));
  const redaction = await orInterrupted(program.redact(open, options), terminal.interrupted);
  if (redaction.sources.length > 0) await write(folder, redaction, terminal);
  return told({ folder, keyFile, isQuiet: given.get("quiet") === true }, redaction, terminal);
}

/** Nothing is overwritten or mixed with what is handed on: the folder must be new, or empty. */
async function refuseUsed(folder: string, { files, cwd }: Terminal): Promise<void> {
  const entries = await files.readdir(resolve(cwd, folder)).catch(() => undefined);
  const stats = await files.lstat(resolve(cwd, folder)).catch(() => undefined);
  if (stats?.isSymbolicLink() === true) throw new UsageError(`--output ${folder} is a link: name a folder of its own`);
  if (entries === undefined ? stats !== undefined : entries.length > 0) {
    throw new UsageError(`--output ${folder} is there already and not empty: name a new folder`);
  }
}

async function write(folder: string, { sources, mapping, leftOut }: Redaction, terminal: Terminal): Promise<void> {
  const { files, cwd } = terminal;
  try {
    const { redactedFiles } = await import("./redacted-files.ts");
    for (const [path, bytes] of redactedFiles(sources)) {
      const place = join(resolve(cwd, folder), path);
      await files.mkdir(dirname(place), { recursive: true });
      const handle = await files.open(place, "wx");
      await handle.appendFile(bytes).finally(() => handle.close());
    }
    await writePrivate(`${folder}.mapping.csv`, csvOf(mappingColumns, mapping, defaultCsvOptions), terminal);
    await writePrivate(`${folder}.left-out.csv`, csvOf(leftOutColumns, leftOut, defaultCsvOptions), terminal);
  } catch (error) {
    throw new OutputError(folder, error);
  }
}

/** A file for its owner alone. */
async function writePrivate(name: string, pieces: AsyncIterable<string>, { files, cwd }: Terminal): Promise<void> {
  const path = resolve(cwd, name);
  const { handle, path: working } = await openNew(path, files);
  try {
    await handle.chmod(0o600);
    for await (const piece of pieces) await handle.appendFile(piece);
    await handle.close();
    await files.rename(working, path);
  } catch (error) {
    await handle.close().catch(() => undefined);
    await files.rm(working, { force: true }).catch(() => undefined);
    throw error;
  }
}

const mappingColumns = [
  { name: "kind", type: "text", cell: ({ kind }: Replacement) => kind },
  { name: "original", type: "text", cell: ({ original }: Replacement) => original },
  { name: "replacement", type: "text", cell: ({ replacement }: Replacement) => replacement },
] as const;

const leftOutColumns = [
  { name: "source", type: "text", cell: ({ source }: LeftOut) => source },
  { name: "lines", type: "text", cell: ({ lines }: LeftOut) => lines ?? "all" },
  { name: "reason", type: "text", cell: ({ reason }: LeftOut) => reason },
] as const;

interface Told {
  readonly folder: string;
  readonly keyFile: string;
  readonly isQuiet: boolean;
}

async function told({ folder, keyFile, isQuiet }: Told, redaction: Redaction, { stderr }: Terminal): Promise<number> {
  const { sources, leftOut, differences } = redaction;
  const say = (text: string) => stderr.write(`chimneysweep: ${printable(text)}\n`);
  if (sources.length === 0) {
    await say("nothing was recognised, so nothing is handed on");
    return exitCodes.input;
  }
  for (const difference of differences.slice(0, MOST_TOLD)) await say(`not the same as before: ${difference}`);
  if (!isQuiet) {
    const lines = leftOut.reduce((sum, { lines: some }) => sum + (some ?? 0), 0);
    const whole = leftOut.filter(({ lines: some }) => some === null).length;
    await stderr.write(`${count(sources.length, "source")} written to ${printable(folder)}`);
    await stderr.write(
      differences.length === 0 ? "; findings, verdicts and counts are those of the originals\n" : "\n",
    );
    await stderr.write(
      `Left out: ${count(whole, "source")} and ${count(lines, "line")} (${printable(folder)}.left-out.csv)\n`,
    );
    await stderr.write(
      `Keep to yourself: ${printable(folder)}.mapping.csv (what stands for what) and ${printable(keyFile)}\n`,
    );
  }
  return differences.length === 0 ? exitCodes.done : exitCodes.input;
}

function count(number: number, noun: string): string {
  return number === 1 ? `1 ${noun}` : `${number} ${noun}s`;
}
