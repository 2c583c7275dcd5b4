import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parquetMetadataAsync, parquetReadObjects } from "hyparquet";
import { root, runProcess } from "./built.ts";

/** A cell as a reader hands it out. */
export type ReadCell = string | number | null;

/** The tables of a file, by their names: rows of cells, the heading first. */
export type ReadTables = Readonly<Record<string, readonly (readonly ReadCell[])[]>>;

/** True where Python is, whose libraries read SQLite and workbooks. */
export const hasPython = spawnSync("python3", ["--version"]).status === 0;

/** What Python reads of SQLite files and workbooks, by their paths. */
export async function readByPython(paths: readonly string[]): Promise<Readonly<Record<string, ReadTables>>> {
  const script = join(root, "test/support/read-tables.py");
  const { code, out, err } = await runProcess("python3", [script, ...paths]);
  if (code !== 0) throw new Error(err);
  return JSON.parse(out);
}

/** What Python gets for queries to a SQLite file, by the queries. */
export async function askedByPython(path: string, queries: readonly string[]): Promise<ReadTables> {
  const answers = await readByPython([path, "--", ...queries]);
  return answers[path] ?? {};
}

/** What hyparquet reads of a file of one table. */
export async function readParquet(path: string): Promise<readonly (readonly ReadCell[])[]> {
  const { buffer, byteOffset, byteLength } = await readFile(path);
  const file = buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
  const { schema } = await parquetMetadataAsync(file);
  const names = schema.slice(1).map(({ name }) => name);
  const rows = await parquetReadObjects({ file });
  return [names, ...rows.map((row) => names.map((name) => plain(row[name])))];
}

function plain(cell: unknown): ReadCell {
  if (typeof cell === "bigint") return Number(cell);
  return typeof cell === "string" || typeof cell === "number" ? cell : null;
}
