import { VERSION } from "../report/index.ts";
import { UsageError } from "./command-line.ts";
import { commands } from "./command-table.ts";
import { completion, shells } from "./completion.ts";
import { exitCodes } from "./exit-codes.ts";
import { capturesHelp, commandHelp, generalHelp, manualPage, optionReference } from "./help.ts";
import type { Program } from "./program.ts";
import { nearest } from "./suggest.ts";
import { meantCommand } from "./suggest-meaning.ts";
import { columnsOf, type Terminal } from "./terminal.ts";

/** Pages of the help beside those of the commands. */
const topics = ["captures", "options", "man"];

/** Prints help: of all, of one command, or of a topic. */
export async function helpCommand(
  [topic, ...more]: readonly string[],
  terminal: Terminal,
  load: () => Promise<Pick<Program, "grammars">>,
): Promise<number> {
  if (more.length > 0) throw new UsageError(`help on what? name one command, or one of ${topics.join(", ")}`);
  await terminal.stdout.write(await helpText(topic, columnsOf(terminal.stdout, terminal.env), load));
  return exitCodes.done;
}

/** Prints the completion of a shell. */
export async function completionCommand(words: readonly string[], { stdout }: Terminal): Promise<number> {
  const [asked = ""] = words;
  const shell = shells.find((one) => one === asked.toLowerCase().replace(/^pwsh$/, "powershell"));
  if (shell === undefined || words.length > 1) {
    const meant = nearest(asked, shells);
    const question = meant === undefined ? "" : `; did you mean ${meant}?`;
    throw new UsageError(`completion needs a shell, one of ${shells.join(", ")}${question}`);
  }
  await stdout.write(completion(shell));
  return exitCodes.done;
}

async function helpText(
  topic: string | undefined,
  columns: number,
  load: () => Promise<Pick<Program, "grammars">>,
): Promise<string> {
  if (topic === undefined) return generalHelp(columns);
  const command = commands.find((name) => name === topic);
  if (command !== undefined) return commandHelp(command, columns);
  if (topic === "captures") return capturesHelp((await load()).grammars);
  if (topic === "options") return optionReference();
  if (topic === "man") return manualPage(VERSION);
  const meant = meantCommand(topic, [...commands, ...topics]);
  const question = meant === undefined ? `there is ${[...commands, ...topics].join(", ")}` : `did you mean ${meant}?`;
  throw new UsageError(`there is no help on ${topic}; ${question}`);
}
