import { printable } from "../reporters/index.ts";
import { type OptionValues, UsageError } from "./command-line.ts";
import { exitCodes } from "./exit-codes.ts";
import { textOf } from "./option-values.ts";
import { sinkFor } from "./outputs.ts";
import type { Program } from "./program.ts";
import { refuseOptions } from "./refused-options.ts";
import type { Terminal } from "./terminal.ts";

/**
 * Writes the script that collects what the rules need. To a file best by `--output`: what PowerShell redirects to one is
 * UTF-16, which cmd can't run.
 */
export async function captureScriptCommand(
  words: readonly string[],
  given: OptionValues,
  terminal: Terminal,
  program: Program,
): Promise<number> {
  refuseOptions("capture-script", given);
  if (words.length > 0) throw new UsageError("capture-script takes no arguments");
  const output = textOf(given, "output");
  const sink = await sinkFor(output, terminal);
  try {
    await sink.write(given.get("powershell") === true ? program.powershellScript() : program.batchFile());
    await sink.finish();
  } catch (error) {
    await sink.discard();
    throw error;
  }
  if (output !== undefined && given.get("quiet") !== true) await terminal.stderr.write(`Wrote ${printable(output)}\n`);
  return exitCodes.done;
}
