import { COMMON } from "./command-help.ts";
import { type OptionValues, UsageError } from "./command-line.ts";
import { type Command, commandTable } from "./command-table.ts";

/** Refuses options that would do nothing: those that the help of the command does not name. */
export function refuseOptions(command: Command, given: OptionValues): void {
  const own = commandTable[command].options;
  const useless = [...given.keys()].find((name) => !own.includes(name) && !COMMON.includes(name));
  if (useless === undefined) return;
  const taken = own.map((name) => `--${name}`).join(", ");
  throw new UsageError(`--${useless} can't be used with ${command}, which takes ${taken}`);
}
