import {
  type DatasetName,
  datasetNames,
  datasets,
  isDataset,
  type OutputFormat,
  outputFormats,
} from "../datasets/index.ts";
import type { AnalyzeOptions, FindingKind } from "../index.ts";
import { severities, type TableName, tableNames } from "../report/index.ts";
import type { CsvOptions } from "../reporters/index.ts";
import { type ColourMode, colourModes } from "./colour.ts";
import { type OptionValues, UsageError } from "./command-line.ts";
import { declarationsOf, shownOf } from "./declarations.ts";
import { type BundleLimits, formatOf, limitsOf, listOf, oneOf, textOf, unknownValue } from "./option-values.ts";
import type { Program } from "./program.ts";

/** The options of analyze, checked. */
export interface AnalyzeSettings {
  readonly format: OutputFormat;
  /** Formats of typed tables that a directory gets besides. */
  readonly tables: readonly DatasetName[];
  /** Undefined when no table was named. */
  readonly table: TableName | undefined;
  /** File or directory to write to; undefined for standard output. */
  readonly output: string | undefined;
  readonly csv: CsvOptions;
  /** Undefined for as many as there are. */
  readonly mostLines: number | undefined;
  readonly analysis: AnalyzeOptions;
  readonly bundles: BundleLimits;
  /** Undefined when any coverage will do. */
  readonly minCoverage: number | undefined;
  readonly failOn: FailOn;
  /** Kinds of findings to show; undefined for those that the format usually shows. */
  readonly show: readonly FindingKind[] | undefined;
  readonly colour: ColourMode;
  /** How much the text says; undefined where it depends on what the text is written to. */
  readonly detail: "brief" | "full" | undefined;
  /** True to say why captures are of their hosts instead of what they show. */
  readonly explainHosts: boolean;
  /** What is said on stderr besides errors. */
  readonly messages: "all" | "noProgress" | "none";
}

export const failOnLevels = [...severities, "never"] as const;

export type FailOn = (typeof failOnLevels)[number];

/** Options that only make sense where tables are written as CSV. */
const CSV_ONLY = ["table", "excel", "delimiter", "csv-raw"];

/** Options of one command alone, and whose they are. */
const OF_OTHERS: ReadonlyMap<string, string> = new Map([
  ["workers", "batch"],
  ["shard", "batch"],
  ["queue", "batch"],
  ["root", "worker"],
  ["follow", "batch"],
  ["every", "batch"],
  ["rest", "batch"],
  ["reports", "batch"],
  ["assume-same-host", "compare"],
  ["powershell", "capture-script"],
  ["port", "serve"],
]);

/** Options of other commands that are not for this one. */
export function optionsNotOf(command: string): readonly string[] {
  return [...OF_OTHERS].flatMap(([name, owner]) => (owner === command ? [] : [name]));
}

/** The options of analyze as given, checked. Throws a UsageError for a value that is none of its option's. */
export function analyzeSettings(given: OptionValues, program: Program): AnalyzeSettings {
  const output = textOf(given, "output");
  return {
    format: formatOf(given, outputFormats, "text"),
    tables: listOf(given, "tables", datasetNames) ?? [],
    table: oneOf(given, "table", tableNames),
    output: output === "-" ? undefined : output,
    csv: {
      delimiter: delimiterOf(given),
      byteOrderMark: given.get("excel") === true ? "utf-8" : "none",
      cells: given.get("csv-raw") === true ? "raw" : "neutralised",
    },
    mostLines: mostLinesOf(given),
    analysis: analysisOf(given, program),
    bundles: limitsOf(given),
    minCoverage: coverageOf(given),
    failOn: oneOf(given, "fail-on", failOnLevels) ?? "never",
    show: shownOf(given),
    colour: given.get("no-color") === true ? "never" : (oneOf(given, "color", colourModes) ?? "auto"),
    detail: detailOf(given),
    explainHosts: given.get("explain-hosts") === true,
    messages: messagesOf(given),
  };
}

/** Refuses options that would do nothing, or that contradict where the output goes. */
export function checkTogether(
  given: OptionValues,
  { format, output, table }: AnalyzeSettings,
  toDirectory: "directory" | "file",
) {
  const other = [...OF_OTHERS].find(([name]) => given.has(name));
  if (other !== undefined) throw new UsageError(`--${other[0]} only goes with ${other[1]}`);
  const ofRedaction = ["key", "keep-unknown"].find((name) => given.has(name) && !given.has("redact"));
  if (ofRedaction !== undefined) throw new UsageError(`--${ofRedaction} only goes with redact, or --redact`);
  if (toDirectory === "directory") {
    if (table !== undefined) throw new UsageError("--table can't be used with a directory, which gets every table");
    if (given.has("format") && format !== "csv" && format !== "json") {
      throw new UsageError(`a directory gets every format; --format ${format} needs a file`);
    }
  }
  if (given.has("explain-hosts") && (given.has("format") || toDirectory === "directory")) {
    throw new UsageError("--explain-hosts prints text of its own: it needs neither --format nor a directory");
  }
  const ofText = ["brief", "full"].find((name) => given.has(name));
  if (ofText !== undefined && (format !== "text" || toDirectory === "directory"))
    throw new UsageError(`--${ofText} only goes with --format text`);
  if (format !== "markdown" && given.has("max-lines"))
    throw new UsageError("--max-lines only goes with --format markdown");
  if (toDirectory === "file" && given.has("tables"))
    throw new UsageError("--tables goes with a directory: -o DIR/ (one file gets its format by its ending)");
  if (isDataset(format) && output === undefined)
    throw new UsageError(`--format ${format} needs a file: -o tables${datasets[format].endings[0]}`);
  if (toDirectory === "file" && format !== "csv") {
    const holdsOne = isDataset(format) && datasets[format].holds === "oneTable";
    const useless = CSV_ONLY.find((name) => given.has(name) && !(holdsOne && name === "table"));
    if (useless !== undefined) throw new UsageError(`--${useless} only goes with --format csv`);
  }
}

function analysisOf(given: OptionValues, program: Program): AnalyzeOptions {
  const host = textOf(given, "host");
  const computerName = textOf(given, "computer-name");
  const spelling = textOf(given, "encoding");
  const encoding = spelling === undefined ? undefined : program.encodingNamed(spelling);
  if (spelling !== undefined && encoding === undefined)
    throw unknownValue("encoding", spelling, program.supportedEncodings);
  const kinds = program.grammars.map(({ kind }) => kind);
  const kind = oneOf(given, "as", kinds);
  return {
    ...(host !== undefined && { host }),
    ...(computerName !== undefined && { computerName }),
    ...(encoding !== undefined && { encoding }),
    ...(kind !== undefined && { as: kind }),
    ...declarationsOf(given, program),
  };
}

function delimiterOf(given: OptionValues): string {
  const delimiter = textOf(given, "delimiter") ?? ",";
  if (delimiter === "tab" || delimiter === "\\t") return "\t";
  if (delimiter.length === 1 && !/["\r\n\0]/.test(delimiter)) return delimiter;
  throw new UsageError(`--delimiter ${delimiter}: it has to be one character, other than a quote, or the word tab`);
}

function mostLinesOf(given: OptionValues): number | undefined {
  const text = textOf(given, "max-lines");
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new UsageError(`--max-lines ${text}: it has to be a number of lines`);
  return Number(text);
}

function coverageOf(given: OptionValues): number | undefined {
  const text = textOf(given, "min-coverage");
  if (text === undefined) return undefined;
  const share = Number(text);
  if (share >= 0 && share <= 1) return share;
  throw new UsageError(`--min-coverage ${text}: it has to be a number from 0 to 1, such as 0.95`);
}

function detailOf(given: OptionValues): AnalyzeSettings["detail"] {
  if (given.get("brief") === true && given.get("full") === true)
    throw new UsageError("--brief and --full contradict each other");
  if (given.get("full") === true) return "full";
  return given.get("brief") === true ? "brief" : undefined;
}

function messagesOf(given: OptionValues): AnalyzeSettings["messages"] {
  if (given.get("quiet") === true) return "none";
  return given.get("no-progress") === true ? "noProgress" : "all";
}
