import { nearest } from "./suggest.ts";

/** What people call an option elsewhere, and how it is spelt here. */
const optionMeanings: ReadonlyMap<string, readonly string[]> = new Map([
  ["format json", ["json", "as-json"]],
  ["format csv", ["csv"]],
  ["format html", ["html", "page"]],
  ["format markdown", ["markdown", "md"]],
  ["format sarif", ["sarif"]],
  ["format junit", ["junit", "xml"]],
  ["format ndjson", ["ndjson", "jsonl", "json-lines"]],
  ["format text", ["text", "txt", "plain"]],
  ["full", ["verbose", "details", "detailed", "long", "everything", "all"]],
  ["brief", ["short", "summary", "compact", "terse"]],
  [
    "output",
    [
      "out",
      "outfile",
      "out-file",
      "output-file",
      "file",
      "dest",
      "destination",
      "save",
      "write",
      "out-dir",
      "outdir",
      "directory",
    ],
  ],
  ["host", ["hostname", "host-name", "server", "machine", "node"]],
  ["computer-name", ["computername", "computer", "name"]],
  ["os", ["windows", "platform", "os-version", "windows-version", "winver"]],
  ["context", ["feature", "features", "role", "roles", "with"]],
  ["as", ["type", "kind", "input-format", "parser", "from"]],
  ["encoding", ["charset", "codepage", "code-page", "input-encoding"]],
  ["follow", ["watch", "daemon", "poll", "monitor"]],
  ["workers", ["threads", "jobs", "parallel", "concurrency", "processes"]],
  ["force", ["overwrite", "restart", "clobber", "yes", "replace"]],
  ["delimiter", ["separator", "sep", "delim"]],
  ["excel", ["bom"]],
  ["fail-on", ["severity", "level", "exit-code", "error-on", "max-warnings", "threshold-severity"]],
  ["quiet", ["silent", "no-messages", "no-stderr"]],
  ["color", ["colour", "colors", "colours"]],
  ["no-color", ["no-colour", "no-colors", "monochrome"]],
  ["max-lines", ["lines", "limit-lines", "max-length", "truncate", "head"]],
  ["baseline", ["previous", "since", "only-new", "new-only", "earlier"]],
  ["redact", ["anonymize", "anonymise", "obfuscate", "mask", "sanitize", "scrub"]],
  ["powershell", ["ps", "ps1", "pwsh"]],
  ["show", ["include", "kinds", "filter", "only"]],
  ["config", ["configuration", "settings", "rc"]],
  ["worker", ["agent", "slave", "runner", "consumer"]],
  ["help", ["usage", "man", "manual"]],
]);

/** What people call a command elsewhere. */
const commandMeanings: ReadonlyMap<string, readonly string[]> = new Map([
  ["analyze", ["parse", "read", "check", "report", "scan", "run", "test", "lint", "inspect", "diagnose"]],
  ["batch", ["fleet", "bulk", "many", "all", "bundles"]],
  ["merge", ["combine", "join", "rollup", "concat"]],
  ["compare", ["diff", "delta", "changes", "versus", "vs"]],
  ["rules", ["list", "catalog", "catalogue", "checks", "ls"]],
  ["explain", ["why", "describe", "what", "info", "define", "glossary"]],
  ["serve", ["web", "gui", "ui", "browser", "open", "server", "page"]],
  ["capture-script", ["script", "collect", "capture", "collector"]],
  ["redact", ["anonymize", "anonymise", "obfuscate", "mask", "scrub", "sanitize"]],
  ["schema", ["schemas", "jsonschema", "json-schema"]],
  ["completion", ["completions", "complete", "autocomplete"]],
  ["help", ["usage", "man", "manual"]],
  ["--version", ["version"]],
]);

/** The option that somebody means: by its meaning first, then by its spelling. */
export function meantOption(name: string, known: readonly string[]): string | undefined {
  return (
    byMeaning(name, optionMeanings, (option) => known.includes(option.split(" ")[0] ?? "")) ?? nearest(name, known)
  );
}

/** The command that somebody means: by its meaning first, then by its spelling. */
export function meantCommand(word: string, known: readonly string[]): string | undefined {
  return (
    byMeaning(word, commandMeanings, (command) => command.startsWith("--") || known.includes(command)) ??
    nearest(word, known)
  );
}

function byMeaning(
  word: string,
  meanings: ReadonlyMap<string, readonly string[]>,
  isThere: (name: string) => boolean,
): string | undefined {
  const folded = word.toLowerCase();
  for (const [name, words] of meanings) if (words.includes(folded) && isThere(name)) return name;
  return undefined;
}
