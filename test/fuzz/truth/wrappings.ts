import { prefixWrappings } from "../../support/wrappings/prefixes.ts";
import { stringWrappings } from "../../support/wrappings/strings.ts";
import { lineByLine, type Wrapping } from "../../support/wrappings/wrapping.ts";

/** Of all wrappings those that name no host, and that are read whatever else became of the lines. */
const strings: ReadonlySet<string> = new Set([
  ...["AWS Systems Manager", "AWS Systems Manager, one line", "Azure run-command", "a string by itself"],
  ...[
    "ConvertTo-Json of 5.1",
    "ASCII only, slashes escaped",
    "JSON in JSON",
    "a list of lines",
    "a list of PowerShell",
  ],
  ...["an array of JavaScript", "quoted rows", "a list of YAML", "a log of Docker", "a log that is an object a line"],
]);
const stamps: ReadonlySet<string> = new Set(["a log", "a log with levels", "a log in brackets", "a log of a German"]);

const markup: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
]);

/** What programs and people put around the lines of a text. */
export const wrappings: readonly Wrapping[] = [
  lineByLine("none", (line) => line),
  lineByLine("mail", (line) => `> ${line}`),
  lineByLine("mail in mail", (line) => `>> ${line}`),
  lineByLine("bar", (line) => `| ${line}`),
  lineByLine("comment", (line) => `# ${line}`),
  lineByLine("slashes", (line) => `// ${line}`),
  lineByLine("fence", (line) => line, ["```"], ["```"]),
  lineByLine("indented", (line) => `        ${line}`),
  lineByLine("page", (line) => line.replaceAll(/[&<>]/g, (sign) => markup.get(sign) ?? sign), ["<pre>"], ["</pre>"]),
  ...stringWrappings.filter(({ name }) => strings.has(name)),
  ...prefixWrappings.filter(({ name }) => stamps.has(name)),
];

/** True for lines behind times: where they end is told by rows that stand whole on a line, gaps and all. */
export function needsWholeRows(name: string): boolean {
  return stamps.has(name);
}

export function wrappingOf(name: string): Wrapping | undefined {
  return wrappings.find((wrapping) => wrapping.name === name);
}
