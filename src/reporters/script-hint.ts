import { scriptCommands } from "../capture-script/index.ts";
import type { HostReport } from "../report/index.ts";
import { commandsOf } from "./words.ts";

/** Who has run so many commands of the script has run the script, or as good as: it would print the same again. */
const AS_GOOD_AS_RUN = 10;

/** As a heading of the script names it: without what PowerShell does with the output. */
const typed: readonly string[] = scriptCommands.map(({ command }) => command.split(" | ")[0] ?? command);

/** True for a command that the script runs: as it is, or with more behind it that only adds to the answer. */
export function isCollected(command: string): boolean {
  return typed.some((one) => one === command || one.startsWith(`${command} `));
}

/**
 * That the capture script runs what is asked for: all of it or how much of it. Nothing where it runs none of it, and
 * nothing about a host whose captures are the script's own.
 */
export function scriptHint({ captures, findings }: Pick<HostReport, "captures" | "findings">): string | undefined {
  const ran = new Set(captures.flatMap(({ command }) => (command !== null && isCollected(command) ? [command] : [])));
  if (ran.size >= AS_GOOD_AS_RUN) return undefined;
  const asked = commandsOf(findings.filter(({ kind }) => kind === "notEvaluated")).map(([command]) => command);
  const collected = asked.filter((command) => isCollected(command) && !ran.has(command));
  if (collected.length === 0) return undefined;
  return collected.length === asked.length ? "all of it" : `${collected.length} of these ${asked.length}`;
}
