import type { ParquetWriter } from "hyparquet-writer/src/parquet-writer.js";
import type { Cell, ColumnType } from "../report/index.ts";
import type { Dataset, DatasetFile, TableShape } from "./dataset.ts";
import { typedCell } from "./typed-cell.ts";

type SchemaElement = ConstructorParameters<typeof ParquetWriter>[0]["schema"][number];

/** Rows of a group: so many are held at a time, and readers pass over a group by its least and greatest cells. */
const ROWS_A_GROUP = 20_000;

const stored: { readonly [T in ColumnType]: Omit<SchemaElement, "name"> } = {
  text: { type: "BYTE_ARRAY", converted_type: "UTF8", logical_type: { type: "STRING" } },
  integer: { type: "INT64" },
  real: { type: "DOUBLE" },
};

export const parquet: Dataset = {
  name: "parquet",
  description: "one table (--table), or all of them into a directory, for DuckDB, pandas and Spark",
  endings: [".parquet"],
  holds: "oneTable",
  comesAs: "bytes",
  async open([table]) {
    if (table === undefined) throw new Error("a Parquet file without a table");
    const { ByteWriter } = await import("hyparquet-writer/src/bytewriter.js");
    const { ParquetWriter } = await import("hyparquet-writer/src/parquet-writer.js");
    const bytes = new ByteWriter();
    const writer = new ParquetWriter({ writer: bytes, schema: schemaOf(table), createdBy: "chimneysweep" });
    return fileOf(table, {
      group: (columnData) => writer.write({ columnData, rowGroupSize: ROWS_A_GROUP }),
      finish: () => writer.finish(),
      taken() {
        const ready = bytes.getBytes().slice();
        bytes.index = 0;
        return ready;
      },
    });
  },
};

interface Writing {
  readonly group: (columns: { name: string; data: (string | number | bigint | null)[] }[]) => unknown;
  readonly finish: () => unknown;
  /** The bytes that were written since they were taken last. */
  readonly taken: () => Uint8Array;
}

function fileOf({ name, columns }: TableShape, { group, finish, taken }: Writing): DatasetFile {
  const held: (readonly Cell[])[] = [];
  const flush = () => {
    if (held.length > 0)
      group(columns.map((column, at) => ({ name: column.name, data: cellsOf(held, at, column.type) })));
    held.length = 0;
    return taken();
  };
  return {
    *add(table, rows) {
      if (table !== name) return;
      for (const row of rows) {
        held.push(row);
        if (held.length === ROWS_A_GROUP) yield flush();
      }
    },
    *end() {
      yield flush();
      finish();
      yield taken();
    },
    remarks: () => [],
    giveUp: () => undefined,
  };
}

function schemaOf({ name, columns }: TableShape): SchemaElement[] {
  const elements = columns.map((column) => ({
    name: column.name,
    repetition_type: "OPTIONAL" as const,
    ...stored[column.type],
  }));
  return [{ name, num_children: columns.length }, ...elements];
}

function cellsOf(
  rows: readonly (readonly Cell[])[],
  at: number,
  type: ColumnType,
): (string | number | bigint | null)[] {
  return rows.map((row) => {
    const cell = typedCell(row[at], type);
    return type === "integer" && typeof cell === "number" ? BigInt(Math.trunc(cell)) : cell;
  });
}
