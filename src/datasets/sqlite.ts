import type { ColumnType } from "../report/index.ts";
import type { Dataset, DatasetFile, TableShape } from "./dataset.ts";
import { type Database, loadSqlite } from "./sqlite-package.ts";
import { indexes, views } from "./sqlite-views.ts";
import { typedCell } from "./typed-cell.ts";

/** Rows put in by one statement: each takes a turn into WebAssembly and back. */
const ROWS_A_STATEMENT = 20;

/**
 * Nothing lies beside the file, no journal and no temporary one, as the file is nobody's until it is whole. What is not
 * yet on the disk takes at most so much memory (a negative number is one of KiB).
 */
const MANNER = [
  "page_size=4096",
  "journal_mode=OFF",
  "synchronous=OFF",
  "locking_mode=EXCLUSIVE",
  "temp_store=MEMORY",
  "cache_size=-65536",
];

const stored: { readonly [T in ColumnType]: string } = { text: "TEXT", integer: "INTEGER", real: "REAL" };

export const sqlite: Dataset = {
  name: "sqlite",
  description: "one database of every table, with views, for SQL",
  endings: [".sqlite", ".sqlite3", ".db"],
  holds: "everyTable",
  comesAs: "file",
  async open(tables, path) {
    const database = await loadSqlite(path);
    try {
      for (const pragma of MANNER) database.exec(`PRAGMA ${pragma}`);
      database.exec("BEGIN");
      for (const table of tables) database.exec(tableOf(table));
      // Made before there are rows: sorting all of them behind would take as much memory as there are rows.
      const isHeld = (name: string) => tables.some((table) => table.name === name);
      for (const { of, sql } of indexes) if (isHeld(of)) database.exec(sql);
      for (const { of, sql } of views) if (isHeld(of)) database.exec(sql);
      return fileOf(database, tables);
    } catch (error) {
      database.close();
      throw error;
    }
  },
};

function fileOf(database: Database, tables: readonly TableShape[]): DatasetFile {
  return {
    add(name, rows) {
      const table = tables.find((one) => one.name === name);
      if (table !== undefined) insert(database, table, rows);
      return [];
    },
    end() {
      database.exec("COMMIT");
      database.close();
      return [];
    },
    remarks: () => [],
    giveUp: () => {
      if (database.isOpen) database.close();
    },
  };
}

function insert(
  database: Database,
  { name, columns }: TableShape,
  rows: Iterable<readonly Parameters<typeof typedCell>[0][]>,
): void {
  const places = `(${columns.map(() => "?").join(",")})`;
  const statement = (count: number) =>
    database.prepare(`INSERT INTO ${quoted(name)} VALUES ${Array.from({ length: count }, () => places).join(",")}`);
  const full = statement(ROWS_A_STATEMENT);
  let held: (string | number | null)[] = [];
  try {
    for (const row of rows) {
      for (const [at, column] of columns.entries()) held.push(typedCell(row[at], column.type));
      if (held.length < ROWS_A_STATEMENT * columns.length) continue;
      full.run(held);
      held = [];
    }
    if (held.length > 0) {
      const rest = statement(held.length / columns.length);
      rest.run(held);
      rest.finalize();
    }
  } finally {
    full.finalize();
  }
}

function tableOf({ name, columns }: TableShape): string {
  const list = columns.map((column) => `  ${quoted(column.name)} ${stored[column.type]}`);
  return `CREATE TABLE ${quoted(name)} (\n${list.join(",\n")}\n)`;
}

/** Names of ours are plain words, some of them SQL's as well. */
function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
