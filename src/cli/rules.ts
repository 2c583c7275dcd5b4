import { VERSION } from "../report/index.ts";
import { groundingList, ruleList, ruleListJson } from "../reporters/index.ts";
import { colourModes, paintFor } from "./colour.ts";
import { type OptionValues, UsageError } from "./command-line.ts";
import { exitCodes } from "./exit-codes.ts";
import { oneOf } from "./option-values.ts";
import type { Program } from "./program.ts";
import { columnsOf, type Terminal } from "./terminal.ts";

/** What the commands that explain the rules take; they read no captures. */
export const COMMON_OPTIONS = ["color", "no-color", "no-progress", "quiet"];

/** Lists the rules. */
export async function rulesCommand(
  words: readonly string[],
  given: OptionValues,
  terminal: Terminal,
  program: Program,
): Promise<number> {
  refuseOptions("rules", given, [...COMMON_OPTIONS, "format", "grounding"]);
  if (words.length > 0)
    throw new UsageError(`rules takes no arguments; did you mean chimneysweep explain ${words[0]}?`);
  const { stdout, env } = terminal;
  const format = oneOf(given, "format", ["text", "json"]) ?? "text";
  const rules = program.catalogue();
  if (given.get("grounding") === true) {
    if (format === "json")
      throw new UsageError("--grounding prints text; --format json has the references of each rule");
    await stdout.write(await groundingList(rules, columnsOf(stdout, env), await paint(given, terminal)));
    return exitCodes.done;
  }
  const text =
    format === "json"
      ? ruleListJson(rules, VERSION)
      : await ruleList(rules, columnsOf(stdout, env), await paint(given, terminal));
  await stdout.write(text);
  return exitCodes.done;
}

/** Decoration for the terminal, as the options have it. */
export function paint(given: OptionValues, { stdout, env }: Terminal): ReturnType<typeof paintFor> {
  const mode = given.get("no-color") === true ? "never" : (oneOf(given, "color", colourModes) ?? "auto");
  return paintFor(stdout, mode, env);
}

/** Refuses options that would do nothing. */
export function refuseOptions(command: string, given: OptionValues, allowed: readonly string[] = COMMON_OPTIONS): void {
  const useless = [...given.keys()].find((name) => !allowed.includes(name));
  if (useless !== undefined) throw new UsageError(`--${useless} can't be used with ${command}`);
}
