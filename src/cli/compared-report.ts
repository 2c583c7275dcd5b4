import type { Report } from "../index.ts";
import { printable } from "../reporters/index.ts";
import type { AnalyzeSettings } from "./analyze-settings.ts";
import { UsageError } from "./command-line.ts";
import type { Program } from "./program.ts";
import { earlierReport, InputError, LoneRollup } from "./read-back.ts";
import { rollupAt } from "./read-rollup.ts";
import type { Terminal } from "./terminal.ts";

/** How a side of a comparison is read. */
interface Reading {
  readonly settings: AnalyzeSettings;
  readonly terminal: Terminal;
  readonly program: Program;
}

/** The earlier report that a path names; standard input is read for captures. */
export async function reportAt(path: string, run: Reading): Promise<Report | undefined> {
  if (path === "-") return undefined;
  const { terminal, program } = run;
  return earlierReport(path, terminal, program).catch((error: unknown) => {
    if (error instanceof LoneRollup) return overviewAt(path, error, run);
    throw error;
  });
}

/** What an overview knows of its hosts; it is said that it is not all. */
async function overviewAt(path: string, { message }: LoneRollup, { settings, terminal, program }: Reading) {
  const rollup = await rollupAt(path, terminal, program);
  if (rollup === undefined) throw new InputError(`${message}: a page holds too little, so name its rollup.json`);
  if (settings.failOn !== "never")
    throw new UsageError(`${message}: it holds no findings, so --fail-on can't be obeyed; name the report.json`);
  if (settings.messages !== "none")
    await terminal.stderr.write(
      `chimneysweep: ${printable(message)}: Windows, settings, shares and verdicts are compared, findings are not\n`,
    );
  return program.rollupReport(rollup);
}
