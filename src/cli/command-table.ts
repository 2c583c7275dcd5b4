import { COMING, type CommandHelp, CSV, PATHS, READING } from "./command-help.ts";

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
  "worker",
  "queue",
] as const;

export type Command = (typeof commands)[number];

/** The commands in the order of the help. */
export const commandTable: { readonly [C in Command]: CommandHelp } = {
  analyze: {
    usage: "[analyze] [paths…] [options]",
    about: "Report on captures: what is offloaded, why not, what to do",
    text: `Reads captured output and reports on each host. ${PATHS} Without a path it reads standard input. A terminal gets a brief report, files and pipes the whole one.`,
    options: [
      "format",
      "output",
      "full",
      "brief",
      "table",
      "tables",
      "show",
      "max-lines",
      "fail-on",
      "baseline",
      "min-coverage",
      "redact",
      "key",
      "keep-unknown",
      "explain-hosts",
      "force",
      ...READING,
      ...CSV,
    ],
    examples: [
      { line: "chimneysweep global.txt netstat.txt", does: "files of one server" },
      { line: "chimneysweep captures -o report.html", does: "everything below a folder, as one page to mail" },
      { line: "netstat -nato | chimneysweep", does: "what a command prints" },
    ],
  },
  batch: {
    usage: "batch <paths…> -o DIR [options]",
    about: "Report on many bundles: one line a host, tables, a page",
    text: `Analyses each bundle on its own and writes summary.txt, report.html, report.json, rollup.json and every table as CSV to a folder. ${PATHS} A run that was stopped goes on with the same command.`,
    options: [
      "output",
      "tables",
      "workers",
      "shard",
      "queue",
      ...COMING,
      "force",
      "fail-on",
      "baseline",
      "show",
      ...READING,
      ...CSV,
    ],
    formats: "text (default), html or json, of the reports in --reports DIR",
    examples: [
      { line: "chimneysweep batch bundles -o report/", does: "every bundle in a folder" },
      { line: "chimneysweep batch *.zip -o report/ --fail-on error", does: "exit with 1 where a host has an error" },
      { line: "chimneysweep batch drop -o report/ --follow --reports reports/", does: "bundles as they are uploaded" },
    ],
  },
  merge: {
    usage: "merge <rollup.json…> -o DIR [options]",
    about: "Put several batches together as if they had been one",
    text: "Reads the rollup.json of batches and writes rollup.json, bundles.csv, summary.txt and report.html of all their bundles. Findings and tables stay with each batch: a rollup.json holds none.",
    options: ["output", "force", "fail-on", "baseline", "threshold", ...CSV],
    examples: [
      { line: "chimneysweep merge north/rollup.json south/rollup.json -o all/", does: "two batches" },
      { line: "chimneysweep merge */rollup.json -o all/", does: "every batch below a folder" },
    ],
  },
  compare: {
    usage: "compare <before> [after] [options]",
    about: "Say what changed between two captures, fleets or moments",
    text: "Compares settings, shares, connections and findings, host by host. Either side may be captures or an earlier report (report.json, report.html, rollup.json, the folder of a batch). With one path its first moment is compared with its last.",
    options: [
      "format",
      "output",
      "full",
      "brief",
      "fail-on",
      "max-lines",
      "assume-same-host",
      "force",
      ...READING,
      ...CSV,
    ],
    formats: "text (default), json, csv, markdown or html",
    examples: [
      { line: "chimneysweep compare before.txt after.txt", does: "one server, before and after a change" },
      {
        line: "chimneysweep compare october/report.json november/report.json",
        does: "last month's fleet against this one",
      },
    ],
  },
  redact: {
    usage: "redact <paths…> -o DIR [options]",
    about: "Write captures anew without names and addresses",
    text: `Replaces each address and name consistently; findings stay the same. Originals are never touched. ${PATHS}`,
    options: ["output", "key", "keep-unknown", "host", "computer-name", "as", "encoding", "limit"],
    examples: [
      { line: "chimneysweep redact bundle.zip -o redacted/", does: "a bundle to hand on" },
      { line: "chimneysweep redact captures -o redacted/ --key key.txt", does: "with a key that you keep" },
    ],
  },
  rules: {
    usage: "rules [options]",
    about: "List the rules",
    text: "Lists every rule with its severity and the versions of Windows it is for.",
    options: ["format", "output", "grounding"],
    formats: "text (default) or json",
    examples: [
      { line: "chimneysweep rules", does: "every rule in a line or two" },
      { line: "chimneysweep rules -o rules.json", does: "all that is known of each rule, for scripts" },
    ],
  },
  explain: {
    usage: "explain <name> [--os VERSION]",
    about: "Explain a rule, a verdict, a term, a KB number or a service",
    text: "Explains the names in brackets in a report, and the terms of the field. For a service or feature it says whether it works with Chimney, on each Windows or on that of --os. It works offline.",
    options: ["os", "output"],
    examples: [
      { line: "chimneysweep explain rss-disabled", does: "a rule: why, what to do, sources, an example" },
      { line: "chimneysweep explain nlb --os 2008R2", does: "whether Network Load Balancing works with Chimney" },
    ],
  },
  "capture-script": {
    usage: "capture-script [options]",
    about: "Print the script that collects what the rules need",
    text: "A script for the customer. It changes nothing and sends nothing.",
    options: ["output", "powershell"],
    examples: [
      { line: "chimneysweep capture-script -o capture.cmd", does: "for a command prompt" },
      { line: "chimneysweep capture-script --powershell -o capture.ps1", does: "for PowerShell" },
    ],
  },
  schema: {
    usage: "schema [name]",
    about: "Print the JSON Schema of an output",
    text: "Without a name it lists the schemas, and writes all of them to a folder.",
    options: ["output"],
    examples: [
      { line: "chimneysweep schema", does: "which there are" },
      { line: "chimneysweep schema report -o report.schema.json", does: "that of report.json" },
    ],
  },
  serve: {
    usage: "serve [options]",
    about: "Serve the page to paste captures into, on this computer only",
    text: "The page reads captures in the browser; nothing leaves the computer. Ctrl+C ends it.",
    options: ["port"],
    examples: [
      { line: "chimneysweep serve", does: "at a free port, which is printed" },
      { line: "chimneysweep serve --port 8080", does: "at a port of your choice" },
    ],
  },
  worker: {
    usage: "worker --queue URL [options]",
    about: "Read bundles for a batch on another computer",
    text: "Takes bundles that batch --queue hands out, until Ctrl+C. Bundles and output are on a disk that both see, at the same path or the one given by --root.",
    options: ["queue", "workers", "root"],
    examples: [
      {
        line: "chimneysweep worker --queue redis://queue:6379",
        does: "as many bundles at a time as processors",
      },
      {
        line: "chimneysweep worker --queue redis://queue:6379 --root /share=/mnt/share",
        does: "if the share is mounted elsewhere",
      },
    ],
  },
  queue: {
    usage: "queue status --queue URL",
    about: "Show how far a queue of bundles is",
    text: "Prints how many bundles wait, which ones are at work, and the workers.",
    options: ["queue"],
    examples: [
      { line: "chimneysweep queue status --queue redis://queue:6379", does: "once" },
      { line: "chimneysweep queue status --queue rediss://queue:6380", does: "over TLS" },
    ],
  },
};
