import type { Options as Declaration } from "yargs";
import { datasetNames, outputFormats } from "../datasets/index.ts";
import { tableNames } from "../report/index.ts";

const value = { type: "string", requiresArg: true } as const;
const onOff = { type: "boolean" } as const;

/** Every option, most used first: the order is that of the help. */
export const optionTable: { readonly [name: string]: Declaration } = {
  format: {
    ...value,
    describe: outputFormats
      .join(", ")
      .replace("text", "text (default)")
      .replace(/, (\w+)$/, " or $1"),
  },
  table: {
    ...value,
    describe: `Table for csv and parquet: ${tableNames.join(", ").replace("connections", "connections (default)")}`,
  },
  tables: { ...value, describe: `Formats of typed tables that a folder gets besides CSV: ${datasetNames.join(",")}` },
  output: { ...value, alias: "o", describe: "File to write to, in the format it ends like; directories get all" },
  host: { ...value, describe: "Name of the host that the captures come from" },
  "explain-hosts": { ...onOff, describe: "Say why each capture belongs to its host, instead of the report" },
  "computer-name": { ...value, describe: "Computer name of the host, to tell its connections to itself" },
  os: {
    ...value,
    describe: "Windows version, if the captures do not say: 2003, 2008, 2008R2, 2012, 2012R2, 2016, 1709+",
  },
  context: { ...value, describe: "Features in use, if the captures do not say, such as nlb,no-ipsec" },
  full: { ...onOff, alias: "v", describe: "text: the whole report (only a terminal gets a brief one)" },
  brief: { ...onOff, describe: "text: the brief report, also in a file or a pipe" },
  "max-lines": { ...value, describe: "markdown: shorten to so many lines" },
  show: {
    ...value,
    describe: "Findings to show: fail,review (default), notEvaluated, pass, notApplicable or all",
  },
  threshold: { ...value, describe: "Limit of the rules, such as leastConnections=10" },
  limit: { ...value, describe: "Limit of what is read of a bundle, such as bundleMegabytes=2048 or depth=6" },
  config: { ...value, describe: "JSON file with os, context, thresholds, show, failOn; else .chimneysweeprc.json" },
  "no-config": { ...onOff, describe: "Read no configuration from the working directory" },
  "assume-same-host": { ...onOff, describe: "compare: the hosts are the same, whatever they are called" },
  redact: { ...onOff, describe: "analyze: report on the captures as redact writes them, without names and addresses" },
  key: { ...value, describe: "redact: file of the key that decides what replaces what; created if missing" },
  "keep-unknown": { ...onOff, describe: "redact: keep lines that are no part of a capture, redacted word by word" },
  workers: { ...value, describe: "batch: threads at work (as many as processors, at most 8)" },
  shard: { ...value, describe: "batch: only this part of the bundles, such as 2/8; merge puts the parts together" },
  queue: { ...value, describe: "batch, worker: Redis that hands out the bundles, such as redis://HOST:6379/0" },
  root: { ...value, describe: "worker: where a path of the computer that runs batch is mounted here, FROM=TO" },
  follow: { ...onOff, describe: "batch: keep running, and take new bundles once they are complete" },
  every: { ...value, describe: "batch --follow: minutes between two outputs, at least (5)" },
  rest: { ...value, describe: "batch --follow: seconds for which a complete bundle has not changed (10)" },
  reports: { ...value, describe: "batch: folder for a report of each bundle; --format text (default), html or json" },
  force: { ...onOff, describe: "Replace what another run left in the output folder; batch: start over" },
  port: { ...value, describe: "serve: port to serve the page at (any that is free)" },
  powershell: { ...onOff, describe: "capture-script: for PowerShell instead of cmd" },
  encoding: { ...value, describe: "Encoding of text that is not clearly UTF-8 or UTF-16, such as cp850" },
  as: { ...value, describe: "Read the input as this kind of capture, such as netstat or tcpGlobal" },
  "min-coverage": { ...value, describe: "Exit with 4 when a smaller share of captured lines was understood (0 to 1)" },
  "fail-on": { ...value, describe: "Exit with 1 for findings of error, warning, info or never (default)" },
  baseline: { ...value, describe: "Earlier report or roll-up: only findings that it lacks count for --fail-on" },
  grounding: { ...onOff, describe: "rules: list what rests only on captures or on our conclusions" },
  excel: { ...onOff, describe: "csv: begin with a byte order mark" },
  delimiter: { ...value, describe: "csv: character between cells, or tab" },
  "csv-raw": { ...onOff, describe: "csv: cells exactly as captured, even if a spreadsheet takes them for formulas" },
  color: { ...value, describe: "auto (default), always or never" },
  "no-color": { ...onOff, describe: "The same as --color=never" },
  "no-progress": { ...onOff, describe: "Hide progress" },
  quiet: { ...onOff, alias: "q", describe: "Results and errors only: no messages, no progress" },
};
