import { type Edit, type Mend, mendWhere, replacing, untouched } from "./mend.ts";

const fence = "```";
const any = /[`|+]|~~~/;
/** A fence with the name of a language or nothing behind it. Longer rows of tildes are somebody's rule. */
const fenceLine = /^(?:`{3,}|~{3,5})[ \t]?[\w+#.-]{0,20}$/;
/** "|---|:--:|", also without the outer bars, also the "+----+" of database clients. */
const separator = /^[-|+: \t]{3,}$/;
/** A cell of it may be one dash between colons. */
const shortCell = /\|:?-:?\|/;
/** A row with outer bars, or one without that is no pipeline because it begins with a protocol. */
const tableRow = /^(?:\||(?:TCP|UDP)[ \t]*\|)/;
/** A row without blanks around its bars is one as well. */
const bars = /[ \t]*\|[ \t]*|`+/g;
/** A TAB parts cells that have blanks in them, too. */
const gap = "\t";

/**
 * Markdown: a fence becomes a line "```" of its own, inline backticks go, the bars within a table become TABs and the line
 * under its heading a rule.
 */
export const markdown: Mend = mendWhere(any, (text) => {
  const line = text.trim();
  if (fenceLine.test(line)) return line === fence ? untouched : [whole(text, line, fence)];
  if (separator.test(line) && /[|+]/.test(line) && (line.includes("--") || shortCell.test(line))) {
    return [whole(text, line, "-".repeat(line.length))];
  }
  const isRow = tableRow.test(line) && line.lastIndexOf("|") > 0;
  const start = text.indexOf(line);
  const end = start + line.length;
  return replacing(text, isRow ? bars : /`+/g, (match) => {
    const [found] = match;
    if (found.includes("|")) return match.index <= start || match.index + found.length >= end ? "" : gap;
    if (found.length < fence.length) return "";
    return match.index === start ? `${fence}\n` : `\n${fence}\n`;
  });
});

function whole(text: string, line: string, by: string): Edit {
  const from = text.indexOf(line);
  return { from, to: from + line.length, text: by };
}
