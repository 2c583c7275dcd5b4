import type { Argv, Options as Declaration } from "yargs";
import { reporterNames } from "../reporters/index.ts";
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
  "rules",
  "explain",
  "capture-script",
  "schema",
  "serve",
] as const;

export type Command = (typeof commands)[number];

const value = { type: "string", requiresArg: true } as const;
const onOff = { type: "boolean" } as const;

/** Every option, most used first: the order is that of the help. */
const declarations: { readonly [name: string]: Declaration } = {
  format: {
    ...value,
    describe: reporterNames
      .join(", ")
      .replace("text", "text (default)")
      .replace(/, (\w+)$/, " or $1"),
  },
  table: {
    ...value,
    describe: "Table for csv: connections (default), settings, chimneystats, summary, findings, sources",
  },
  output: { ...value, alias: "o", describe: "File to write to, in the format it ends like; directories get all" },
  host: { ...value, describe: "Name of the host that the captures are of" },
  "explain-hosts": { ...onOff, describe: "Say why captures are of their hosts, instead of the report" },
  "computer-name": { ...value, describe: "Computer name of the host, to tell its connections to itself" },
  os: {
    ...value,
    describe: "Windows of hosts whose captures do not tell: 2003, 2008, 2008R2, 2012, 2012R2, 2016, 1709+",
  },
  context: { ...value, describe: "What hosts run where their captures do not tell, such as nlb,no-ipsec" },
  full: { ...onOff, alias: "v", describe: "text: the whole report (a terminal gets a brief one, all else the whole)" },
  brief: { ...onOff, describe: "text: the brief report, also in a file or a pipe" },
  "max-lines": { ...value, describe: "markdown: leave the least important out beyond so many lines" },
  show: {
    ...value,
    describe: "Findings to show: fail,review (default), notEvaluated, pass, notApplicable or all",
  },
  threshold: { ...value, describe: "Limit of the rules, such as leastConnections=10" },
  limit: { ...value, describe: "Limit of what is read of a bundle, such as bundleMegabytes=2048 or depth=6" },
  config: { ...value, describe: "JSON file with os, context, thresholds, show, failOn; else .chimneysweeprc.json" },
  "no-config": { ...onOff, describe: "Read no configuration from the working directory" },
  "assume-same-host": { ...onOff, describe: "compare: the hosts are the same, whatever they are called" },
  workers: { ...value, describe: "batch: threads at work (as many as processors, at most 8)" },
  force: { ...onOff, describe: "batch: start over where a run was left unfinished" },
  port: { ...value, describe: "serve: port to serve the page at (any that is free)" },
  powershell: { ...onOff, describe: "capture-script: for PowerShell instead of cmd" },
  encoding: { ...value, describe: "Encoding of text that is not evidently UTF-8 or UTF-16, such as cp850" },
  as: { ...value, describe: "Read the input as this kind of capture, such as netstat or tcpGlobal" },
  "min-coverage": { ...value, describe: "Exit with 4 when a smaller share of captured lines was understood (0 to 1)" },
  "fail-on": { ...value, describe: "Exit with 1 for findings of error, warning, info or never (default)" },
  grounding: { ...onOff, describe: "rules: list what rests on our conclusions or on captures alone" },
  excel: { ...onOff, describe: "csv: begin with a byte order mark" },
  delimiter: { ...value, describe: "csv: character between cells, or tab" },
  "csv-raw": { ...onOff, describe: "csv: cells exactly as captured, even if a spreadsheet takes them for formulas" },
  color: { ...value, describe: "auto (default), always or never" },
  "no-color": { ...onOff, describe: "The same as --color=never" },
  "no-progress": { ...onOff, describe: "Do not say on stderr how far it is" },
  quiet: { ...onOff, alias: "q", describe: "Only results and errors" },
};

/** Stands before the options in the help; yargs would take the blanks before the examples away. */
const USAGE = `Usage: chimneysweep [analyze] [paths…]
       chimneysweep batch <paths…> -o DIR
       chimneysweep merge <rollup.json…> -o DIR
       chimneysweep compare <before> [after]
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
    .options(declarations)
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
  const known = [...Object.keys(declarations), "help", "version"];
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
  for (const name of Object.keys(declarations)) {
    const all: readonly unknown[] = Array.isArray(values[name]) ? values[name] : [values[name]];
    if (all.includes("")) throw new UsageError(`--${name} needs a value`);
    const option = LISTS.includes(name) && all.length > 1 ? all.join(",") : all.at(-1);
    if (typeof option === "string" || typeof option === "boolean") given.set(name, option);
  }
  return given;
}
