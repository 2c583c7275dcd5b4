import { appendFile, writeFile } from "node:fs/promises";
import type { Dataset, TableShape } from "../../src/datasets/index.ts";
import type { Cell } from "../../src/report/index.ts";

/** Writes rows to a file of a format, and gives what is to be told of it. */
export async function collected(
  dataset: Dataset,
  tables: readonly TableShape[],
  rows: Readonly<Record<string, Iterable<readonly Cell[]>>>,
  path: string,
): Promise<readonly string[]> {
  await writeFile(path, "");
  const file = await dataset.open(tables, path);
  for (const [name, records] of Object.entries(rows)) {
    for (const bytes of file.add(name, records)) await appendFile(path, bytes);
  }
  for (const bytes of file.end()) await appendFile(path, bytes);
  return file.remarks();
}
