import { dirname, join, resolve } from "node:path";
import type { Report } from "../index.ts";
import { reasonOf } from "../sources/index.ts";
import type { AnalyzeSettings } from "./analyze-settings.ts";
import { type OptionValues, UsageError } from "./command-line.ts";
import { namesDirectory } from "./outputs.ts";
import type { Program } from "./program.ts";
import { ExpectedError, type Terminal } from "./terminal.ts";

/** Options that say how captures are to be read: a report has been made with its own. */
const OF_CAPTURES = ["host", "computer-name", "encoding", "as", "os", "context", "threshold", "limit", "redact"];

/** Bytes by which a report is known. */
const HEAD = 4096;

/**
 * The report to print again, where a single path names one; undefined where captures are to be read. Throws a UsageError
 * for what a report does not hold, and an InputError for one that is damaged.
 */
export async function readBack(
  paths: readonly string[],
  typed: OptionValues,
  { format, table = "connections", output }: AnalyzeSettings,
  terminal: Terminal,
  program: Program,
): Promise<Report | undefined> {
  const [path, ...others] = paths;
  if (path === undefined || path === "-" || others.length > 0) return undefined;
  const report = await earlierReport(path, terminal, program);
  if (report === undefined) return undefined;
  const useless = OF_CAPTURES.find((name) => typed.has(name));
  if (useless !== undefined) throw new UsageError(`--${useless} only goes with captures, and ${path} is a report`);
  const toDirectory = output !== undefined && (await namesDirectory(output, terminal));
  if (format === "ndjson" || (format === "csv" && table === "connections") || toDirectory) {
    throw new UsageError(`${path} is a report, which holds no list of connections: only its captures can give one`);
  }
  return report;
}

/** An input that is of no use for what was asked; the message says which one and why. */
export class InputError extends ExpectedError {}

/** The overview of a batch without its report: it holds which rules fail, and no findings. */
export class LoneRollup extends InputError {}

/**
 * The report that a file holds, when it is a JSON or HTML report of this program; undefined for anything else, which is
 * then read as a capture. Throws an InputError for what only begins like a report.
 */
export async function earlierReport(
  path: string,
  terminal: Terminal,
  program: Pick<Program, "looksLikeReport" | "looksLikeRollup" | "readReport">,
): Promise<Report | undefined> {
  const { cwd, files } = terminal;
  const { looksLikeReport, looksLikeRollup, readReport } = program;
  const place = resolve(cwd, path);
  // What can't be opened is told where captures are read.
  const stats = await files.stat(place).catch(() => undefined);
  if (stats?.isDirectory() === true) return batchReport(path, terminal, program);
  const handle = stats?.isFile() === true ? await files.open(place, "r").catch(() => undefined) : undefined;
  if (handle === undefined) return undefined;
  try {
    const head = new Uint8Array(HEAD);
    const { bytesRead } = await handle.read(head, 0, head.length, 0);
    if (looksLikeRollup(head.subarray(0, bytesRead))) {
      const beside = await batchReport(dirname(path), terminal, program);
      if (beside !== undefined) return beside;
      throw new LoneRollup(`${path} is the overview of a batch, and the report.json of the batch is not beside it`);
    }
    if (!looksLikeReport(head.subarray(0, bytesRead))) return undefined;
    // What was read of the head is read again: a read at a place does not move on.
    const result = await readReport(await handle.readFile());
    if (result.ok) return result.value;
    throw new InputError(`${path} can't be read back: ${result.faults.join("; ")}`);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`${path}: ${reasonOf(error)}`);
  } finally {
    await handle.close();
  }
}

/** The report in the folder that a batch has written; undefined for any other folder. */
async function batchReport(
  folder: string,
  terminal: Terminal,
  program: Pick<Program, "looksLikeReport" | "looksLikeRollup" | "readReport">,
): Promise<Report | undefined> {
  const isThere = async (name: string) => {
    const stats = await terminal.files.stat(resolve(terminal.cwd, folder, name)).catch(() => undefined);
    return stats?.isFile() === true;
  };
  const isBatch = (await isThere("rollup.json")) && (await isThere("report.json"));
  return isBatch ? earlierReport(join(folder, "report.json"), terminal, program) : undefined;
}
