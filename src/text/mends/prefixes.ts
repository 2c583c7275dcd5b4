import { type Mend, mendWhere, untouched } from "./mend.ts";

/**
 * One mark that mail programs and scripts put in front of a line, with one blank behind it. Prompts are none of these,
 * nor are lines drawn of such marks and headings that begin with several of them.
 */
const prefix = new RegExp(
  "[ \\t]*(?:>|\\|(?=[ \\t]|$)|@?rem(?=[ \\t]|$)" +
    // Line numbers of `findstr /n` and `grep -n`, in front of rows only.
    "|\\d{1,6}:(?=[ \\t]*(?:TCP|UDP)[ \\t])" +
    // Bullets and numbers of lists, in front of rows only.
    "|(?:[-+•]|\\d{1,4}[.)])(?=[ \\t]+(?:TCP|UDP)(?:v6)?[ \\t])" +
    // "#$ netstat -nt": a comment that kept the prompt of its command.
    "|(?<mark>#(?!#|[ \\t]?\\d{1,3}[.:)]?[ \\t])(?:\\$(?=[ \\t]))?|;{1,2}(?!;)|//(?=[ \\t]|$)" +
    // "::" begins an IPv6 address too; "*" and a process id end a row of UDP that was wrapped in "*:*".
    "|::(?![\\da-f]{0,4}[:%.\\]/]|[\\da-f]{1,4}(?:[ \\t]|$))|\\*(?=[ \\t]+[^\\s*])(?![ \\t]+\\d{1,10}[ \\t]*$)|--(?=[ \\t]+[^\\s-])))[ \\t]?",
  "iy",
);
const any = /^[ \t]*(?:[>|#;*•+-]|\d{1,4}[.)]|\/\/|::|--|@?rem|\d{1,6}:)/i;

/** Deeper nested than any mail anybody still reads. */
const DEEPEST = 32;

/** Mail quoting (`> `, `>> `, `| `), comment marks (`#`, `//`, `;`, `REM`, `::`, `--`), bullets and line numbers. */
export const prefixes: Mend = mendWhere(any, (text) => {
  let end = 0;
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    prefix.lastIndex = end;
    const match = prefix.exec(text);
    if (match === null || isTableRow(text, match[0], end) || isFrame(text, match.groups?.["mark"], end)) break;
    end += match[0].length;
  }
  return end === 0 ? untouched : [{ from: 0, to: end, text: "" }];
});

/** A bar quotes the line only when no other bar stands behind its text: else it is the edge of a Markdown table. */
function isTableRow(text: string, found: string, from: number): boolean {
  if (!found.includes("|")) return false;
  const behind = text.slice(from).replace(/^[ \t|]*/, "");
  return behind.includes("|");
}

/** "# netstat -nt #": the mark frames a heading when it ends the line as well. */
function isFrame(text: string, mark: string | undefined, from: number): boolean {
  if (mark === undefined) return false;
  const line = text.slice(from).trimEnd();
  return line.endsWith(` ${mark}`) && line.trimStart().length > mark.length;
}
