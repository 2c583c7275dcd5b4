import type { Argv } from "yargs";
import { type Command, commands } from "./command-table.ts";
import { optionTable } from "./option-table.ts";
import { meantOption } from "./suggest-meaning.ts";

/** A usage error: one line that says what is wrong and, where we know it, what was meant. */
export class UsageError extends Error {}

/** What a command line asks for: the version, a page of help, or paths and options to work with. */
export type CommandLine =
  | { readonly kind: "version" }
  | { readonly kind: "help"; readonly words: readonly string[] }
  | { readonly kind: "completion"; readonly words: readonly string[] }
  | {
      readonly kind: Command;
      /** What stands behind the command: the paths of analyze, the word to explain. */
      readonly words: readonly string[];
      readonly options: OptionValues;
    };

/** Options as they were given, the last one where one was given twice; the value of a switch is true or false. */
export type OptionValues = ReadonlyMap<string, string | boolean>;

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
export async function readCommandLine(argv: readonly string[]): Promise<CommandLine> {
  const end = argv.indexOf("--");
  const before = end < 0 ? argv : argv.slice(0, end);
  const after = end < 0 ? [] : argv.slice(end + 1);
  // Before yargs, which takes the word for an option of its own.
  if (before[0] === "help") return { kind: "help", words: [...before.slice(1), ...after] };
  refuseUnknown(before);
  const { default: yargs } = await import("yargs");
  const parser = yargs()
    .scriptName("chimneysweep")
    .locale("en")
    .exitProcess(false)
    .parserConfiguration(PARSING)
    .options(optionTable)
    .strictOptions()
    .alias({ version: "V", help: "h" });
  const { failure, values } = parsed(
    parser,
    before.map((word) => (word === "/?" ? "--help" : word)),
  );
  if (failure !== undefined) throw new UsageError(failure);
  const words = values._.map(String);
  if (values["help"] === true) return { kind: "help", words };
  if (values["version"] === true) return { kind: "version" };
  const [first, ...others] = words;
  if (first === "completion") return { kind: "completion", words: [...others, ...after] };
  const command = commands.find((name) => name === words[0]);
  const rest = command === undefined ? words : words.slice(1);
  return { kind: command ?? "analyze", words: [...rest, ...after], options: givenOptions(values) };
}

/** What yargs made of the words. */
interface Parsed {
  readonly failure: string | undefined;
  readonly values: { readonly _: readonly unknown[]; readonly [name: string]: unknown };
}

/** Long options are looked up here and not by yargs, which knows no suggestions and fails on `--constructor`. */
function refuseUnknown(words: readonly string[]): void {
  const known = [...Object.keys(optionTable), "help", "version"];
  for (const word of words) {
    const name = /^--([^=]+)/.exec(word)?.[1];
    if (name === undefined || known.includes(name)) continue;
    const meant = meantOption(name, known);
    throw new UsageError(`there is no option --${name}${meant === undefined ? "" : `; did you mean --${meant}?`}`);
  }
}

function parsed(parser: Argv, words: readonly string[]): Parsed {
  let result: Parsed = { failure: undefined, values: { _: [] } };
  parser.parse(words, {}, (error, values) => {
    result = { failure: error?.message, values: values as Parsed["values"] }; // no promise: nothing is async
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
