import P from "parsimmon";
import { commandBlanks, inCommand } from "./command-line.ts";
import { escaped } from "./lexemes.ts";

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

const bare = P.regexp(/[^\s"'|;&<>(){}-][^\s"'|;&<>(){}]*/).desc("a value");
const doubleQuoted = P.regexp(/[^"]{0,256}/).wrap(P.string('"'), P.string('"'));
const singleQuoted = P.regexp(/[^']{0,256}/).wrap(P.string("'"), P.string("'"));

/** What stands behind the name of a cmdlet, up to the pipe or the end of the command. */
const language = P.createLanguage<Spec>({
  // -Name "Ethernet 2" -IncludeHidden
  arguments: ({ argument }) => commandBlanks.then(argument.skip(commandBlanks).many()),

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
  return P.regexp(new RegExp(`(?:${names.map(escaped).join("|")})(?![\\w-])`, "i"));
}

/** Makes the reader of a command line: what it calls the cmdlet with, by itself or among others. */
export function cmdletCall(...names: readonly string[]): (command: string) => CmdletCall | undefined {
  return inCommand(
    cmdletName(...names)
      .then(language.arguments)
      .map(callOf),
  );
}

/** Makes the question whether a command line calls the cmdlet. */
export function callsCmdlet(...names: readonly string[]): (command: string) => boolean {
  const call = inCommand(cmdletName(...names));
  return (command) => call(command) !== undefined;
}

function callOf(given: readonly Argument[]): CmdletCall {
  return {
    parameters: new Map(given.flatMap((own) => ("parameter" in own ? [[own.parameter, own.value] as const] : []))),
    words: given.flatMap((own) => ("word" in own ? [own.word] : [])),
  };
}
