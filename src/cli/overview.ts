import type { Rollup } from "../index.ts";
import { fleetHtml, fleetText, jsonPieces } from "../reporters/index.ts";
import type { AnalyzeSettings } from "./analyze-settings.ts";
import { baselineOf, failingInRollup, isFailing, toldSince } from "./baseline.ts";
import { COMMON } from "./command-help.ts";
import { type OptionValues, UsageError } from "./command-line.ts";
import { writeDocument } from "./documents.ts";
import { exitCodes } from "./exit-codes.ts";
import type { Program } from "./program.ts";
import type { LoneRollup } from "./read-back.ts";
import { rollupAt } from "./read-rollup.ts";
import type { Terminal } from "./terminal.ts";

/** Options that an overview can obey. */
const TAKEN: readonly string[] = [...COMMON, "format", "output", "fail-on", "baseline", "config", "no-config"];

/** Prints the overview of a batch again, from its rollup.json alone, and gives the exit code. */
export async function overviewCommand(
  path: string,
  { message }: LoneRollup,
  { typed, settings }: { readonly typed: OptionValues; readonly settings: AnalyzeSettings },
  terminal: Terminal,
  program: Program,
): Promise<number> {
  const rollup = await rollupAt(path, terminal, program);
  if (rollup === undefined) throw new UsageError(`${message}; open it in a browser, or name the rollup.json`);
  const useless = [...typed.keys()].find((name) => !TAKEN.includes(name));
  if (useless !== undefined) throw new UsageError(`${message}, which --${useless} needs`);
  const baseline = await baselineOf(typed, terminal, program);
  await writeDocument({ name: "overview", formats: formatsOf(rollup) }, typed, terminal);
  const fresh = await toldSince(rollup, baseline, settings, terminal);
  return isFailing(fresh ?? failingInRollup(rollup), settings) ? exitCodes.findings : exitCodes.done;
}

function formatsOf(rollup: Rollup): Parameters<typeof writeDocument>[0]["formats"] {
  return [
    { format: "text", print: ({ columns, paint }) => fleetText(rollup, columns, paint) },
    { format: "html", print: async () => [...(await fleetHtml(rollup))].join("") },
    { format: "json", print: () => `${[...jsonPieces(rollup, "indented")].join("")}\n` },
  ];
}
