import { type OptionValues, UsageError } from "./command-line.ts";
import { exitCodes } from "./exit-codes.ts";
import type { Program } from "./program.ts";
import { COMMON_OPTIONS, refuseOptions } from "./rules.ts";
import type { Terminal } from "./terminal.ts";

/** Prints the script that collects what the rules need. */
export async function captureScriptCommand(
  words: readonly string[],
  given: OptionValues,
  { stdout }: Terminal,
  program: Program,
): Promise<number> {
  refuseOptions("capture-script", given, [...COMMON_OPTIONS, "powershell"]);
  if (words.length > 0) throw new UsageError("capture-script takes no arguments");
  await stdout.write(given.get("powershell") === true ? program.powershellScript() : program.batchFile());
  return exitCodes.done;
}
