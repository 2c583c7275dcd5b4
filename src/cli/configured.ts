import { analyzeSettings } from "./analyze-settings.ts";
import { type OptionValues, UsageError } from "./command-line.ts";
import { readConfig, withConfig } from "./config.ts";
import type { Program } from "./program.ts";
import type { Terminal } from "./terminal.ts";

/** The options as given, and where none were given those of the configuration file; its faults are told by their line. */
export async function configured(typed: OptionValues, terminal: Terminal, program: Program): Promise<OptionValues> {
  const config = await readConfig(typed, terminal);
  if (config === undefined) return typed;
  for (const { line, option, value } of config.entries) {
    try {
      analyzeSettings(new Map([[option, value]]), program);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      throw new UsageError(`${config.name}:${line}: ${error.message}`);
    }
  }
  return withConfig(typed, config);
}
