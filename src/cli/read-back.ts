import type { Report } from "../index.ts";
import type { AnalyzeSettings } from "./analyze-settings.ts";
import { type OptionValues, UsageError } from "./command-line.ts";
import { earlierReport } from "./earlier-report.ts";
import { namesDirectory } from "./outputs.ts";
import type { Program } from "./program.ts";
import type { Terminal } from "./terminal.ts";

/** Options that say how captures are to be read: a report has been made with its own. */
const OF_CAPTURES = ["host", "computer-name", "encoding", "as", "os", "context", "threshold", "limit"];

/**
 * The report to print again, where a single path names one; undefined where captures are to be read. Throws a UsageError
 * for what a report does not hold, and an UnusableInput for one that is damaged.
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
