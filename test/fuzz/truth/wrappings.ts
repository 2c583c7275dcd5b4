import { prefixWrappings } from "../../support/wrappings/prefixes.ts";
import { stringWrappings } from "../../support/wrappings/strings.ts";
import { lineByLine, type Wrapping } from "../../support/wrappings/wrapping.ts";

/** These name a host of their own, or a file. */
const NAMING = /^(?:Ansible|findstr|Select-String|grep|pdsh|knife|syslog)/;

/** Of these not every mixture with broken lines is read: members behind the text, single rows, joined strings. */
const PARTLY_READ = /Python|^a list in one line|^strings joined|^PowerShell/;

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
  ...[...stringWrappings, ...prefixWrappings].filter(({ name }) => !NAMING.test(name) && !PARTLY_READ.test(name)),
];

export function wrappingOf(name: string): Wrapping | undefined {
  return wrappings.find((wrapping) => wrapping.name === name);
}
