import P from "parsimmon";
import { escaped } from "./lexemes.ts";

/** cmd.exe takes no longer command line; PowerShell's limit is far away from any that people type. */
const LONGEST_COMMAND = 8191;

/** What a word may stand behind: `cmd /c "sc query"`, `C:\Windows\System32\sc.exe`, `(Get-Service)`, `$all=Get-Service`. */
const boundary = P.regexp(/[\s|&;=({\\"']/).desc("the end of a word");
const otherWord = P.regexp(/[^\s|&;=({\\"']+/).desc("another word");

/** Blanks between two words, also none. */
export const commandBlanks: P.Parser<string> = P.regexp(/\s*/);

/** Looks ahead: the command goes on with its output's way, another command, or not at all. */
export const commandEnd: P.Parser<string> = P.lookahead(/\s*(?:$|[>|&])/).desc("the end of a command");

/** A program by its name, as a file or not, with what stands between it and its arguments. */
export function program(name: string): P.Parser<string> {
  return P.regexp(new RegExp(`${escaped(name)}(?:\\.exe)?["']?\\s+`, "i")).desc(name);
}

/** Makes the reader of command lines that hold the production at the beginning of a word, wherever that is. */
export function inCommand<V>(production: P.Parser<V>): (command: string) => V | undefined {
  const before = P.seq(P.notFollowedBy(production), boundary.or(otherWord)).many();
  const call = before.then(production).skip(P.all);
  return (command) => {
    const result = call.parse(command.length <= LONGEST_COMMAND ? command : "");
    return result.status ? result.value : undefined;
  };
}

/** Makes the question whether a whole command line is such a production. */
export function isCommand(production: P.Parser<unknown>): (command: string) => boolean {
  const whole = production.trim(commandBlanks);
  return (command) => command.length <= LONGEST_COMMAND && whole.parse(command).status;
}
