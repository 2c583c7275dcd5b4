import { printable } from "../printable.ts";

/** Characters that Markdown, in one dialect or another, takes for markup. */
const MARKUP = /[\\`*_{}[\]<>|~^$&]/g;

/** What is markup at the beginning of a line only: of a list, a heading, an underlined heading. */
const OPENING = /^(?:[-+#=]|\d{1,9}(?=[.)](?:\s|$)))/;

/** Words that ticket systems turn into links, mentions or pictures on their own: only a code span keeps them from it. */
const ACTIVE = /@|:\/\/|(?:^|[^a-z0-9])www\.|[#!]\d|\bGH-\d|:[a-z0-9_+-]{1,40}:|^[0-9a-f]{7,64}$/i;

/** Captured text as part of a sentence: nothing in it is markup, a link, a mention or an emoji. */
export function inline(text: string): string {
  return words(text)
    .map((word) => (ACTIVE.test(word) ? codeSpan(word) : word.replace(MARKUP, "\\$&")))
    .join(" ")
    .replace(OPENING, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`));
}

/** Text as it is to be typed or was printed. */
export function codeSpan(text: string): string {
  const content = words(text).join(" ");
  if (content === "") return "";
  const delimiter = "`".repeat(longestRun(content, "`") + 1);
  const padding = content.startsWith("`") || content.endsWith("`") ? " " : "";
  return `${delimiter}${padding}${content}${padding}${delimiter}`;
}

/** Lines in a fence that none of them can close. */
export function fence(lines: readonly string[]): readonly string[] {
  const texts = lines.map(printable);
  const marks = "`".repeat(Math.max(3, longestRun(texts.join("\n"), "`") + 1));
  return [`${marks}text`, ...texts, marks];
}

/** A cell of a table; a bar in it would begin the next one, also within a code span. */
export function cell(text: string): string {
  return inline(text).replaceAll(/(?<!\\)\|/g, "\\|");
}

/** A table: the first row is the heading, `align` has one letter for each column, l or r. */
export function table(rows: readonly (readonly string[])[], align: string): readonly string[] {
  const [heading = [], ...others] = rows.map((row) => `| ${row.map(cell).join(" | ")} |`);
  const rule = `| ${[...align].map((side) => (side === "r" ? "---:" : "---")).join(" | ")} |`;
  return [String(heading), rule, ...others.map(String)];
}

function words(text: string): string[] {
  return printable(text)
    .split(/\s+/)
    .filter((word) => word !== "");
}

function longestRun(text: string, character: string): number {
  let longest = 0;
  let run = 0;
  for (const one of text) {
    run = one === character ? run + 1 : 0;
    if (run > longest) longest = run;
  }
  return longest;
}
