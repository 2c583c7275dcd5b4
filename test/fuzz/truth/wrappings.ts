import { delimitedWrappings } from "../../support/wrappings/delimited.ts";
import { documentWrappings } from "../../support/wrappings/documents.ts";
import { prefixWrappings } from "../../support/wrappings/prefixes.ts";
import { quotedPrintableWrappings } from "../../support/wrappings/quoted-printable.ts";
import { stringWrappings } from "../../support/wrappings/strings.ts";
import { lineByLine, type Wrapping } from "../../support/wrappings/wrapping.ts";

/**
 * Wrappings that are cut off, or that begin or end in the middle of something, and logs that may name the host or not: of
 * all others it is known what is to be read.
 */
const undecided: ReadonlySet<string> = new Set([
  ...["a string cut off", "in the middle of a log", "one cell of a spreadsheet"],
  ...["syslog", "syslog of RFC 5424"],
]);

/** The hosts that wrappings name, beside what is captured. */
const named: ReadonlyMap<string, string> = new Map([
  ["Ansible in one line", "app7"],
  ["Ansible with its list of lines", "app7"],
  ["pdsh", "app-31"],
  ["knife", "app31.example.com"],
  ["Fabric", "app31.example.com"],
  ["a host and a bar", "app31"],
]);

const markup: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
]);
const escaped = (line: string) => line.replaceAll(/[&<>]/g, (sign) => markup.get(sign) ?? sign);
const around = (mark: string) => (line: string) => (line.trim() === "" ? line : `${mark}${line}${mark}`);

/** What people, terminals and other programs do to each line. */
const marked: readonly Wrapping[] = [
  lineByLine("none", (line) => line),
  lineByLine("mail", (line) => `> ${line}`),
  lineByLine("mail in mail", (line) => `>> ${line}`),
  lineByLine("bar", (line) => `| ${line}`),
  lineByLine("comment", (line) => `# ${line}`),
  lineByLine("slashes", (line) => `// ${line}`),
  lineByLine("fence", (line) => line, ["```"], ["```"]),
  lineByLine("indented", (line) => `        ${line}`),
  lineByLine("page", escaped, ["<pre>"], ["</pre>"]),
  lineByLine("lines of a page", (line) => `<div><span style="color: red">${escaped(line)}</span></div>`),
  lineByLine("bold", around("**")),
  lineByLine("code", around("`")),
  lineByLine("colours", (line) => `\u001b[32m${line}\u001b[0m`),
  lineByLine("a terminal that erases", (line) => `${line}\u001b[K`),
  lineByLine("blanks that do not break", (line) => line.replaceAll(" ", "\u00a0")),
  lineByLine("zero-width blanks", (line) => `\u200b${line}\u200b`),
  lineByLine("xp_cmdshell", (line) => (line.trim() === "" ? "NULL" : line)),
];

const cells = new Set(delimitedWrappings.map(({ name }) => name));
const prefixes = new Set(prefixWrappings.map(({ name }) => name));
const documents = new Set([...documentWrappings, ...quotedPrintableWrappings].map(({ name }) => name));

/** What programs and people put around the lines of a text. */
export const wrappings: readonly Wrapping[] = [
  ...marked,
  ...stringWrappings.filter(({ name }) => !undecided.has(name)),
  ...prefixWrappings.filter(({ name }) => !undecided.has(name)),
  ...delimitedWrappings,
  ...quotedPrintableWrappings,
  ...documentWrappings,
];

/** True for lines behind times and the like, and for cells: where they end is told by rows that stand whole on a line. */
export function needsWholeRows(name: string): boolean {
  return prefixes.has(name) || cells.has(name);
}

/** True where the lines have to be text of one kind: documents say their encoding, or hold none but ASCII. */
export function hasOwnEncoding(name: string): boolean {
  return documents.has(name);
}

/** Mail of Windows has the letters of its code page alone; Visual Basic writes a quotation mark twice. */
export function canHold(name: string, line: string): boolean {
  if (/Windows|headers/.test(name)) return !/[^\x00-\xff]/.test(line);
  return !name.includes("Visual Basic") || !line.includes('"');
}

/** The host that the wrapping names; undefined where it names none. */
export function hostNamedBy(name: string): string | undefined {
  return named.get(name);
}

export function wrappingOf(name: string): Wrapping | undefined {
  return wrappings.find((wrapping) => wrapping.name === name);
}
