import type { Report } from "../report.ts";

/** The tables there are, in the order in which they are listed; each is a file of its own here. */
export const tableNames = [
  "connections",
  "settings",
  "chimneystats",
  "adapters",
  "summary",
  "findings",
  "sources",
] as const;

export type TableName = (typeof tableNames)[number];

/** A cell: null and undefined both mean that there is nothing to say, and print as an empty cell. */
export type Cell = string | number | null | undefined;

/** Mostly text: a port is a number where it is one, and a service name where netstat printed one. */
export interface TextColumn<Row> {
  readonly name: string;
  readonly type: "text";
  readonly cell: (row: Row) => Cell;
}

export interface NumberColumn<Row> {
  readonly name: string;
  readonly type: "integer" | "real";
  readonly cell: (row: Row) => number | null | undefined;
}

/** What the cells of a column are, where there is anything in them: formats that know types write it beside the names. */
export type ColumnType = "text" | "integer" | "real";

export type Column<Row> = TextColumn<Row> | NumberColumn<Row>;

/** Columns × rows: what every format that prints tables shares. Names are snake_case but for names of settings. */
export interface Table<Row> {
  readonly name: TableName;
  readonly columns: readonly Column<Row>[];
}

/** What printing a table needs: its heading, and its cells in the order of the heading. */
export interface PrintableTable {
  readonly name: TableName;
  readonly columns: readonly { readonly name: string; readonly type: ColumnType }[];
  readonly records: (report: Report) => Iterable<readonly Cell[]>;
}

/** A table whose rows all come from the report. */
export function reportTable<Row>(table: Table<Row>, rows: (report: Report) => Iterable<Row>): PrintableTable {
  return {
    name: table.name,
    columns: table.columns,
    *records(report) {
      for (const row of rows(report)) yield recordOf(table, row);
    },
  };
}

/** The cells of one row, in the order of the columns. */
export function recordOf<Row>(table: Table<Row>, row: Row): readonly Cell[] {
  return table.columns.map((column) => column.cell(row));
}
