import type { Finding } from "../../report/report.ts";
import { counted } from "../figures.ts";
import { commandsOf } from "../finding-words.ts";
import { type Block, ranks } from "./blocks.ts";
import { codeSpan } from "./escape.ts";

/** Commands listed; those that supply most come first. */
const MOST_COMMANDS = 8;

/** What could not be checked, and the commands that would supply what is missing. */
export function uncheckedBlocks(findings: readonly Finding[]): readonly Block[] {
  const unchecked = findings.filter(({ kind }) => kind === "notEvaluated");
  const commands = commandsOf(unchecked).slice(0, MOST_COMMANDS);
  if (commands.length === 0) return [];
  const lines = [
    "### Not checked",
    "",
    `${counted(unchecked.length, "rule")} could not be checked with what was captured. To have more checked, add`,
    `(\`chimneysweep capture-script\` prints a script that collects all of it):`,
    "",
    ...commands.map(([command, count]) => `- ${codeSpan(command)} (${counted(count, "rule")})`),
  ];
  return [{ rank: ranks.unchecked, lines }];
}
