/** What programs put around the lines of a text. */
const wrappings = {
  none: (lines: readonly string[]) => lines,
  mail: (lines: readonly string[]) => lines.map((line) => `> ${line}`),
  "mail in mail": (lines: readonly string[]) => lines.map((line) => `>> ${line}`),
  bar: (lines: readonly string[]) => lines.map((line) => `| ${line}`),
  comment: (lines: readonly string[]) => lines.map((line) => `# ${line}`),
  slashes: (lines: readonly string[]) => lines.map((line) => `// ${line}`),
  fence: (lines: readonly string[]) => ["```", ...lines, "```"],
  indented: (lines: readonly string[]) => lines.map((line) => `        ${line}`),
  page: (lines: readonly string[]) => ["<pre>", ...lines.map(escaped), "</pre>"],
  // What AWS, Azure, Ansible and ConvertTo-Json make of a text.
  string: (lines: readonly string[]) => [JSON.stringify({ output: lines.map((line) => `${line}\r\n`).join("") })],
  strings: (lines: readonly string[]) => JSON.stringify({ stdout_lines: lines }, null, 2).split("\n"),
  log: (lines: readonly string[]) => lines.map((line) => `2024-01-15 10:22:33 ${line}`),
} as const satisfies Record<string, (lines: readonly string[]) => readonly string[]>;

export type WrapperName = keyof typeof wrappings;
// The names are the keys of the table.
export const wrapperNames = Object.keys(wrappings) as readonly WrapperName[];

export function wrapped(lines: readonly string[], name: WrapperName): readonly string[] {
  return wrappings[name](lines);
}

/** Lines that the wrapper puts above the first one; undefined where lines are no lines any more. */
export function linesAbove(name: WrapperName): number | undefined {
  if (name === "string" || name === "strings") return undefined;
  return name === "fence" || name === "page" ? 1 : 0;
}

function escaped(line: string): string {
  return line.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
