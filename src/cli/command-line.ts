import type { Argv } from "yargs";
import { optionTable } from "./option-table.ts";
import { nearest } from "./suggest.ts";

/** A usage error: one line that says what is wrong and, where we know it, what was meant. */
export class UsageError extends Error {}

/** What a command line asks for: a text to print (help, version), or paths and options to work with. */
export type CommandLine =
  | { readonly kind: "print"; readonly text: string }
  | {
      readonly kind: Command;
      /** What stands behind the command: the paths of analyze, the word to explain. */
      readonly words: readonly string[];
      readonly options: OptionValues;
    };

/** Options as they were given, the last one where one was given twice; the value of a switch is true or false. */
export type OptionValues = ReadonlyMap<string, string | boolean>;

/** The words that name a command when they stand first; without one it is analyze. */
export const commands = [
  "analyze",
  "batch",
  "merge",
  "compare",
  "redact",
  "rules",
  "explain",
  "capture-script",
  "schema",
  "serve",
] as const;

export type Command = (typeof commands)[number];

/** Stands before the options in the help; yargs would take the blanks before the examples away. */
const USAGE = `Usage: chimneysweep [analyze] [paths…]
       chimneysweep batch <paths…> -o DIR
       chimneysweep merge <rollup.json…> -o DIR
       chimneysweep compare <before> [after]
       chimneysweep redact <paths…> -o DIR [--key FILE]
       chimneysweep rules [--grounding] [--format text|json]
       chimneysweep explain <rule or term>
       chimneysweep capture-script [--powershell] [-o FILE]
       chimneysweep schema [name]
       chimneysweep serve [--port N]

Says which TCP connections Windows offloads to the network adapter, how many,
and why not.

Examples:
  netstat -nato | chimneysweep
  chimneysweep netstat.txt global.txt
  chimneysweep captures --format json
  chimneysweep captures --format csv --table connections > connections.csv
  chimneysweep captures -o tables/
  chimneysweep batch bundles -o report/

Paths are files, directories (read with all that is below), patterns such as
*.txt, or - for standard input. Without a path standard input is read.

`;

const EPILOG = `Exit codes: 0 done, 1 a finding at or above --fail-on, 2 wrong usage,
3 nothing recognised or some input not read, 4 --min-coverage not reached,
130 interrupted (143 by SIGTERM).`;

/** Options that are lists: given twice, they have the values of both. */
const LISTS = ["context", "limit", "show", "threshold"];

/** yargs' habits that would change what the user wrote. */
const PARSING = {
  "boolean-negation": false,
  "camel-case-expansion": false,
  "dot-notation": false,
  "parse-numbers": false,
  "parse-positional-numbers": false,
};

/** Reads a command line. Throws a UsageError for one that can't be meant. */
export async function readCommandLine(argv: readonly string[], columns: number, version: string): Promise<CommandLine> {
  const end = argv.indexOf("--");
  const before = end < 0 ? argv : argv.slice(0, end);
  const after = end < 0 ? [] : argv.slice(end + 1);
  refuseUnknown(before);
  const { default: yargs } = await import("yargs");
  const parser = yargs()
    .scriptName("chimneysweep")
    .locale("en")
    .exitProcess(false)
    .parserConfiguration(PARSING)
    .options(optionTable)
    .strictOptions()
    .version(`chimneysweep ${version}`)
    .alias({ version: "V", help: "h" })
    .epilog(EPILOG)
    .wrap(columns);
  const { failure, values, printed } = parsed(
    parser,
    before.map((word) => (word === "/?" ? "--help" : word)),
  );
  if (failure !== undefined) throw new UsageError(failure);
  if (printed !== "") return { kind: "print", text: `${values["help"] === true ? USAGE : ""}${printed}\n` };
  const words = values._.map(String);
  const command = commands.find((name) => name === words[0]);
  const rest = command === undefined ? words : words.slice(1);
  return { kind: command ?? "analyze", words: [...rest, ...after], options: givenOptions(values) };
}

/** What yargs made of the words. */
interface Parsed {
  readonly failure: string | undefined;
  readonly values: { readonly _: readonly unknown[]; readonly [name: string]: unknown };
  /** Help or version, when they were asked for. */
  readonly printed: string;
}

/** Long options are looked up here and not by yargs, which knows no suggestions and fails on `--constructor`. */
function refuseUnknown(words: readonly string[]): void {
  const known = [...Object.keys(optionTable), "help", "version"];
  for (const word of words) {
    const name = /^--([^=]+)/.exec(word)?.[1];
    if (name === undefined || known.includes(name)) continue;
    const meant = nearest(name, known);
    throw new UsageError(`there is no option --${name}${meant === undefined ? "" : `; did you mean --${meant}?`}`);
  }
}

function parsed(parser: Argv, words: readonly string[]): Parsed {
  let result: Parsed = { failure: undefined, values: { _: [] }, printed: "" };
  parser.parse(words, {}, (error, values, printed) => {
    result = { failure: error?.message, values: values as Parsed["values"], printed }; // no promise: nothing is async
  });
  return result;
}

function givenOptions(values: Parsed["values"]): OptionValues {
  const given = new Map<string, string | boolean>();
  for (const name of Object.keys(optionTable)) {
    const all: readonly unknown[] = Array.isArray(values[name]) ? values[name] : [values[name]];
    if (all.includes("")) throw new UsageError(`--${name} needs a value`);
    const option = LISTS.includes(name) && all.length > 1 ? all.join(",") : all.at(-1);
    if (typeof option === "string" || typeof option === "boolean") given.set(name, option);
  }
  return given;
}
