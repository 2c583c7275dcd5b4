import { type Mend, mendWhere, untouched } from "./mend.ts";

const MARK = '"';
/** An odd number of marks. */
const oddMarks = /^[^"]*"(?:[^"]*"[^"]*")*[^"]*$/;
const separator = /^[ \t]*[,;]/;
const separated = /(?:^|[,;])[ \t]*$/;

/**
 * The mark that begins or ends a text of several lines, such as a cell of a spreadsheet, when nothing else is quoted;
 * with other cells in front of it or behind it, the line ends there.
 */
export const strayQuotes: Mend = mendWhere(oddMarks, (text) => {
  const first = text.indexOf(MARK);
  const last = text.lastIndexOf(MARK);
  const [before, behind] = [text.slice(0, first), text.slice(last + 1)];
  if (first === last && (before.trim() === "" || behind.trim() === ""))
    return [{ from: first, to: first + 1, text: "" }];
  if (before.trim() !== "" && separator.test(text.slice(first + 1)))
    return [{ from: first, to: first + 1, text: "\n" }];
  if (first < last && behind.trim() !== "" && separated.test(text.slice(0, last))) {
    return [{ from: last, to: last + 1, text: "\n" }];
  }
  return untouched;
});
