import { lineByLine, type Wrapping } from "./wrapping.ts";

/** The cells of a row or a heading of netstat; undefined for another line. */
function cellsOf(line: string): readonly string[] | undefined {
  if (!/^ {2}\S/.test(line)) return undefined;
  const cells = line.trim().split(/ {2,}|\t/);
  // A row of UDP has no state.
  if (cells[0] === "UDP") cells.splice(3, 0, "");
  return cells;
}

const partedBy = (separator: string, quote: string) => (line: string) =>
  cellsOf(line)
    ?.map((cell) => `${quote}${cell}${quote}`)
    .join(separator) ?? line;

/** Tables that a spreadsheet or a script saved. */
export const delimitedWrappings: readonly Wrapping[] = [
  lineByLine("commas", partedBy(",", "")),
  lineByLine("semicolons", partedBy(";", "")),
  lineByLine("quotation marks and commas", partedBy(",", '"')),
  lineByLine("quotation marks and semicolons", partedBy(";", '"')),
  lineByLine("single quotation marks and blanks", partedBy(" , ", "'")),
  lineByLine("an empty first column", (line) => (cellsOf(line) === undefined ? line : `,${partedBy(",", "")(line)}`)),
  lineByLine("empty cells behind", (line) => `${partedBy(",", "")(line)},,,,`),
  lineByLine("lists of cells", (line) => (cellsOf(line) === undefined ? line : `  [${partedBy(", ", '"')(line)}],`)),
];
