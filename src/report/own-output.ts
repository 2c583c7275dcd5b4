import { bundleColumns, tables } from "./tables/index.ts";

/** The report itself, as JSON or as a page that holds it: what can be read back. */
const reports: readonly RegExp[] = [
  /^\{\s{0,20}"schemaVersion":\s?\d{1,4},\s{0,20}"tool":\s?\{[^{}]{0,200}"chimneysweep"[^{}]{0,200}\},\s{0,20}"sources":/,
  /^<!DOCTYPE html>\n<html lang="en">\n<head>\n(?:<meta [^>]{0,1000}>\n){0,9}<meta name="generator" content="chimneysweep \d/i,
];

/** The report of a batch: a line for each host. */
const BATCH = /^\{"bundle":"(?:[^"\\]|\\.){0,1000}","host":(?:null|"[^\n]{0,300}),"(?:identity|os)":/;

/** What a batch writes beside its report: it holds too little to be read back. */
const rollups: readonly RegExp[] = [
  /^\{\s{0,20}"schemaVersion":\s?\d{1,4},\s{0,20}"tool":\s?\{[^{}]{0,200}"chimneysweep"[^{}]{0,200}\},\s{0,20}"bundles":/,
  /^<!DOCTYPE html>\n<html lang="en">\n<head>\n[\s\S]{0,1900}<title>(?:TCP Chimney Offload: \d+ bundles|\d+ bundles?: TCP Chimney)/i,
];

/** First lines of what this program writes itself, so that a report lying among the captures is not read as one. */
const signatures: readonly RegExp[] = [
  ...reports,
  BATCH,
  /^chimneysweep \d/,
  // A brief text, of one host and of several.
  /^[^\n]{1,300} · [^\n]{1,300} · [^\n]{1,300}\n[\s\S]{1,1500}·\sChimney\s[a-z\s]{1,40}·\sRSS\s/,
  /^Host +Windows +Chimney +Offloaded +Verdict +Worst/,
  // Markdown, of one host and of several, and of a comparison.
  /^## [^\n]{1,300}\n\n(?:\*\*[^\n]{1,1200}\*\*\n\n)?[^\n]{1,300}\. From [^\n]{1,400}(?:named by|nothing names the host)/,
  /^\| Host \| Windows \| Chimney \| Offloaded \| Verdict \| Worst finding \|/,
  /^## Comparison\n\n- /,
  /^\{\s{0,20}"\$schema":\s?"https:\/\/docs\.oasis-open\.org\/sarif\/[\s\S]{0,400}"name":\s?"chimneysweep"/,
  /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="chimneysweep \d/,
  /^\{\s{0,20}"schemaVersion":\s?\d{1,4},\s{0,20}"tool":\s?\{\s{0,20}"name":\s?"chimneysweep"/,
  /^\{"type":"tool","name":"chimneysweep"/,
  /^\ufeff?host[^\w]area[^\w]change[^\w]what[^\w]before[^\w]after\b/,
];

/** Headings of our tables; put together once, because every source is held against them. */
let headings: ReadonlySet<string> | undefined;

/** True when the text begins like a report that can be read back. */
export function isReport(text: string): boolean {
  const start = startOf(text);
  return !isRollup(text) && (BATCH.test(start) || reports.some((signature) => signature.test(start)));
}

/** True when the text begins like the report of a batch, which has a line for each host. */
export function isBatchReport(text: string): boolean {
  return BATCH.test(startOf(text));
}

/** True when the text begins like the roll-up of a batch, or like its page. */
export function isRollup(text: string): boolean {
  const start = startOf(text);
  return rollups.some((signature) => signature.test(start));
}

/** What somebody's editor saved may have other line ends. */
function startOf(text: string): string {
  return text
    .slice(0, 2_000)
    .replace(/^\ufeff/, "")
    .replaceAll("\r\n", "\n");
}

/** True when the text begins like a report or table of this program. */
export function isOwnOutput(text: string): boolean {
  const start = text.slice(0, 2_000).replaceAll("\r\n", "\n");
  if (signatures.some((signature) => signature.test(start))) return true;
  const firstLine = start.slice(0, Math.max(0, start.indexOf("\n")));
  // A table may have been written with another delimiter or with a byte order mark for Excel.
  const names = firstLine.replace(/^\ufeff/, "").replace(/[^\w,]/g, ",");
  headings ??= new Set(
    [...tables.map(({ columns }) => columns), bundleColumns].map((columns) =>
      columns.map(({ name }) => name).join(","),
    ),
  );
  return headings.has(names);
}
