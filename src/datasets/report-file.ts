import {
  connections,
  type FindingKind,
  type Report,
  recordOf,
  type TableName,
  tableNames,
  tables,
} from "../report/index.ts";
import { shownInTable } from "../reporters/index.ts";
import type { ConnectionRow } from "../summary/index.ts";
import type { DatasetFile, DatasetName, TableShape } from "./dataset.ts";
import { datasets } from "./registry.ts";

/** What of a report goes into a file. */
export interface DatasetChoice {
  readonly tables: readonly TableName[];
  /** Kinds of findings; all of them when it is missing. */
  readonly show?: readonly FindingKind[] | undefined;
}

/** A report on its way into a file: connections as they are read, then all that the report holds. */
export interface DatasetRendering {
  readonly connections: (rows: readonly ConnectionRow[]) => Iterable<Uint8Array>;
  readonly report: (report: Report) => Iterable<Uint8Array>;
  readonly file: DatasetFile;
}

/** The files that a directory gets of a format. */
export function datasetFiles(format: DatasetName): readonly DatasetFileName[] {
  const { holds, endings } = datasets[format];
  const [ending = ""] = endings;
  if (holds === "everyTable") return [{ format, file: `tables${ending}`, tables: tableNames }];
  return tableNames.map((table) => ({ format, file: `${table}${ending}`, tables: [table] }));
}

export interface DatasetFileName {
  readonly format: DatasetName;
  readonly file: string;
  readonly tables: readonly TableName[];
}

/** Begins a file of tables of one report. */
export async function openDataset(
  format: DatasetName,
  { tables: chosen, show }: DatasetChoice,
  path = "",
): Promise<DatasetRendering> {
  const file = await datasets[format].open(shapesOf(chosen), path);
  return {
    file,
    connections: (rows) => file.add(connections.name, cellsOf(rows)),
    *report(report) {
      for (const { name, records } of tables) {
        if (chosen.includes(name)) yield* file.add(name, records(shownInTable(report, name, show)));
      }
      yield* file.end();
    },
  };
}

/** Names and typed columns of tables. */
export function shapesOf(chosen: readonly TableName[]): readonly TableShape[] {
  return tables.filter(({ name }) => chosen.includes(name));
}

function* cellsOf(rows: readonly ConnectionRow[]) {
  for (const row of rows) yield recordOf(connections, row);
}
