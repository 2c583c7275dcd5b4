import { prefixWrappings } from "../../support/wrappings/prefixes.ts";
import { stringWrappings } from "../../support/wrappings/strings.ts";
import { lineByLine, type Wrapping } from "../../support/wrappings/wrapping.ts";

/** Wrappings that name a host, or that are cut off: of all others everything that was printed is read. */
const others: ReadonlySet<string> = new Set([
  ...["YAML", "Ansible in one line", "Ansible with its list of lines", "Ansible in one line of JSON"],
  ...["a string cut off", "in the middle of a log", "one cell of a spreadsheet"],
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
  ...stringWrappings.filter(({ name }) => !others.has(name)),
  ...prefixWrappings.filter(({ name }) => stamps.has(name)),
];

/** True for lines behind times: where they end is told by rows that stand whole on a line, gaps and all. */
export function needsWholeRows(name: string): boolean {
  return stamps.has(name);
}

export function wrappingOf(name: string): Wrapping | undefined {
  return wrappings.find((wrapping) => wrapping.name === name);
}
