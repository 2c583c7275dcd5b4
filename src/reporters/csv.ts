import type { stringify as Stringify } from "csv-stringify/sync";
import { type Cell, type Column, connections, recordOf, tables } from "../report/index.ts";
import type { ConnectionRow } from "../summary/index.ts";
import { withoutControls } from "./printable.ts";
import type { CsvOptions, Reporter } from "./reporter.ts";
import { shownInTable } from "./shown.ts";

/** Records made into text at a time. */
const RECORDS_A_PIECE = 1000;

/** Cells remembered as they are printed: all that rules say of hosts that are alike. */
const MOST_KNOWN = 2000;

const BYTE_ORDER_MARK = "\ufeff";
const LINE_END = "\r\n";

/** Characters that begin a formula, in all their widths. */
const FORMULA_SIGNS = "=+\\-@\uff1d\uff0b\uff0d\uff20\ufe62\ufe63\ufe66\ufe6b";

/** What spreadsheets pass over before the first character of a cell that counts. */
const PASSED_OVER = "\\s\\p{Cc}\\p{Cf}\\p{Z}\"'`\u2018\u2019\u201c\u201d";

const FORMULA = new RegExp(`^(?:[\\t\\r\\n\\0]|[${PASSED_OVER}]*[${FORMULA_SIGNS}])`, "u");

/** What begins most cells: signs that neither begin a formula nor are passed over before one. */
const HARMLESS_SIGN = "!#-&()*,./0-9:;<>?A-Z[\\\\\\]^_a-z{|}~";

/** What most cells are: no formula, and nothing that could be one or needs an escape. */
const HARMLESS = new RegExp(`^[${HARMLESS_SIGN}][\\x20-\\x7e]*$`);

/** One table, RFC 4180: the same columns whatever the rows. */
export const csv: Reporter = {
  name: "csv",
  description: "one table (--table), or all of them into a directory (--output)",
  endings: [".csv"],
  async open({ table, csv, show }) {
    const { stringify } = await import("csv-stringify/sync");
    const printed = tables.find(({ name }) => name === table);
    const print = printer(csv, stringify);
    const mark = csv.byteOrderMark === "utf-8" ? BYTE_ORDER_MARK : "";
    const heading = printed?.columns.map(({ name }) => name) ?? [];
    return {
      opening: mark + [...print([heading], identity)].join(""),
      ...(table === "connections" && {
        connections: (rows) => print(rows, (row: ConnectionRow) => recordOf(connections, row)),
      }),
      report: (report) => print(printed?.records(shownInTable(report, table, show)) ?? [], identity),
    };
  },
};

/** Rows that are of no report as a table: RFC 4180 in the same manner, heading first. */
export async function* csvOf<Row>(
  columns: readonly Column<Row>[],
  rows: Iterable<Row>,
  options: CsvOptions,
): AsyncGenerator<string> {
  const { stringify } = await import("csv-stringify/sync");
  const print = printer(options, stringify);
  if (options.byteOrderMark === "utf-8") yield BYTE_ORDER_MARK;
  yield* print([columns.map(({ name }) => name)], identity);
  yield* print(rows, (row) => columns.map((column) => column.cell(row)));
}

/** Rows as lines of CSV, for a table whose heading is printed already. */
export async function csvLines(options: CsvOptions): Promise<(records: Iterable<readonly Cell[]>) => Iterable<string>> {
  const { stringify } = await import("csv-stringify/sync");
  const print = printer(options, stringify);
  return (records) => print(records, identity);
}

/**
 * The cell as a spreadsheet can't take it for a formula: text that might be one gets an apostrophe before it, and
 * controls are shown as escapes. A number is no text and stays as it is, whatever its sign.
 */
export function neutralised<C extends Cell>(cell: C): C | string {
  if (typeof cell !== "string" || HARMLESS.test(cell)) return cell;
  const text = withoutControls(cell);
  return FORMULA.test(cell) ? `'${text}` : text;
}

/** Prints rows, of which the cells are made one row at a time: those of all would take more memory than the rows. */
type Print = <Row>(rows: Iterable<Row>, cellsOf: (row: Row) => readonly Cell[]) => Iterable<string>;

const identity = (record: readonly Cell[]): readonly Cell[] => record;

function printer({ delimiter, cells }: CsvOptions, stringify: typeof Stringify): Print {
  // A lone CR or LF ends no record here, so by identity the library would not quote it; readers do end a record there.
  const options = { delimiter, record_delimiter: LINE_END, quoted_match: /[\r\n]/ };
  const quoted = new RegExp(`["\\r\\n${hexOf(delimiter)}]`);
  const known = new Map<string, string>();
  // Quoting is the library's business, cell by cell: the same messages stand beside thousands of hosts, and most cells
  // have nothing to quote.
  const quote = (text: string): string =>
    quoted.test(text) ? stringify([[text]], options).slice(0, -LINE_END.length) : text;
  const printed = (cell: Cell): Cell => {
    if (typeof cell !== "string" || (HARMLESS.test(cell) && !quoted.test(cell))) return cell;
    const before = known.get(cell);
    if (before !== undefined) return before;
    const text = quote(cells === "raw" ? cell : neutralised(cell));
    if (known.size < MOST_KNOWN) known.set(cell, text);
    return text;
  };
  let isPlain = /(?!)/;
  let columns = 0;
  const line = (record: readonly Cell[]): string => {
    if (record.length !== columns) {
      columns = record.length;
      isPlain = plainLine(delimiter, columns);
    }
    const plain = record.join(delimiter);
    if (isPlain.test(plain)) return plain + LINE_END;
    return record.map(printed).join(delimiter) + LINE_END;
  };
  return function* print(rows, cellsOf) {
    let piece = "";
    let count = 0;
    for (const row of rows) {
      piece += line(cellsOf(row));
      count += 1;
      if (count % RECORDS_A_PIECE !== 0) continue;
      yield piece;
      piece = "";
    }
    if (piece !== "") yield piece;
  };
}

/**
 * What a line looks like of which no cell needs anything done to it, as with most rows of a large table: every cell is
 * empty, or begins harmlessly and has nothing in it but plain signs. One with a delimiter in it makes a cell too many.
 */
function plainLine(delimiter: string, cells: number): RegExp {
  const plain = Array.from({ length: 0x7f - 0x20 }, (_, at) => String.fromCharCode(0x20 + at))
    .filter((sign) => sign !== delimiter && sign !== '"')
    .map(hexOf)
    .join("");
  const cell = `(?:(?!${hexOf(delimiter)})[${HARMLESS_SIGN}][${plain}]*)?`;
  return new RegExp(`^${cell}(?:${hexOf(delimiter)}${cell}){${cells - 1}}$`);
}

/** A character as it may stand anywhere in a regular expression. */
function hexOf(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
