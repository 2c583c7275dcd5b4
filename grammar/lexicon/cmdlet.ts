import P from "parsimmon";
import { readText } from "../contract/lines.ts";
import { escaped, token } from "./lexemes.ts";

/** A cmdlet as a command line calls it. */
export interface CmdletCall {
  /** Values by the names of their parameters in lower case, without the dash. */
  readonly parameters: ReadonlyMap<string, string>;
  /** Words that belong to no parameter. */
  readonly words: readonly string[];
}

type Argument = { readonly parameter: string; readonly value: string } | { readonly word: string };

interface Spec {
  arguments: readonly Argument[];
  argument: Argument;
  parameter: string;
  value: string;
}

/** PowerShell's own limit is far away from any command line that people type. */
const LONGEST_COMMAND = 8191;

const blanks = token(/\s*/);
/** What a word may stand behind: `(Get-NetAdapterRss)`, `$rss=Get-NetAdapterRss`, `NetAdapter\Get-NetAdapterRss`. */
const boundary = token(/[\s|&;=({\\"']/).desc("the end of a word");
const otherWord = token(/[^\s|&;=({\\"']+/).desc("another word");
const bare = token(/[^\s"'|;&<>(){}-][^\s"'|;&<>(){}]*/).desc("a value");
const doubleQuoted = token(/[^"]{0,256}/).wrap(P.string('"'), P.string('"'));
const singleQuoted = token(/[^']{0,256}/).wrap(P.string("'"), P.string("'"));

/** What stands behind the name of a cmdlet, up to the pipe or the end of the command. */
const language = P.createLanguage<Spec>({
  // -Name "Ethernet 2" -IncludeHidden
  arguments: ({ argument }) => blanks.then(argument.skip(blanks).many()),

  argument: ({ parameter, value }) =>
    P.alt<Argument>(
      P.seqMap(parameter, P.regexp(/:?\s*/).then(value).or(P.of("")), (name, given) => ({
        parameter: name,
        value: given,
      })),
      value.map((word) => ({ word })),
    ),

  parameter: () => P.regexp(/-[A-Za-z]{1,40}/).map((name) => name.toLowerCase().replace("-", "")),

  value: () => P.alt(doubleQuoted, singleQuoted, bare),
});

/** The name of a cmdlet or one of its aliases. */
export function cmdletName(...names: readonly string[]): P.Parser<string> {
  return P.lazy(() => P.regexp(new RegExp(`(?:${names.map(escaped).join("|")})(?![\\w-])`, "i")));
}

/** Makes the reader of a command line: what it calls the cmdlet with, by itself or among others. */
export function cmdletCall(...names: readonly string[]): (command: string) => CmdletCall | undefined {
  return inCommand(
    cmdletName(...names)
      .then(language.arguments)
      .map(callWith),
  );
}

/** Makes the question whether a command line calls the cmdlet. */
export function callsCmdlet(...names: readonly string[]): (command: string) => boolean {
  const call = inCommand(cmdletName(...names));
  return (command) => call(command) !== undefined;
}

/** Reads what begins at the first word that the production takes. */
function inCommand<V>(production: P.Parser<V>): (command: string) => V | undefined {
  const before = P.seq(P.notFollowedBy(production), boundary.or(otherWord)).many();
  const call = before.then(production).skip(P.all);
  return (command) => (command.length <= LONGEST_COMMAND ? readText(call, command) : undefined);
}

function callWith(given: readonly Argument[]): CmdletCall {
  return {
    parameters: new Map(given.flatMap((own) => ("parameter" in own ? [[own.parameter, own.value] as const] : []))),
    words: given.flatMap((own) => ("word" in own ? [own.word] : [])),
  };
}
