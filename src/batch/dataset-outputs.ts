import { join } from "node:path";
import {
  type DatasetFile,
  type DatasetName,
  datasetFiles,
  datasets,
  shapesOf,
  type TableShape,
} from "../datasets/index.ts";
import type { BundleEntry } from "../fleet/index.ts";
import { bundleColumns, type Cell, type TableName, tableNames } from "../report/index.ts";
import type { Bundle } from "./bundle.ts";
import { RefusedRun, StoppedRun, writing } from "./faults.ts";
import type { Journal, Output } from "./journal.ts";
import type { OnlyFile } from "./renderings.ts";
import { recordReader } from "./table-records.ts";
import type { WholeFiles } from "./whole-files.ts";

/** A file of typed tables of all bundles. */
export interface DatasetOutput {
  readonly format: DatasetName;
  readonly file: string;
  readonly tables: readonly TableShape[];
}

interface Begun extends DatasetOutput {
  readonly dataset: DatasetFile;
}

/** Where the rows are, and where they go. */
export interface DatasetWork {
  readonly bundles: readonly Bundle[];
  readonly journal: Journal;
  readonly output: Output;
  readonly outputs: WholeFiles<string>;
  readonly stop: AbortSignal;
}

const bundleTable: TableShape = { name: "bundles", columns: bundleColumns };

/** The files that a run writes: those of the formats, or the one that stands alone. */
export function datasetOutputs(formats: readonly DatasetName[], only: OnlyFile | undefined): readonly DatasetOutput[] {
  if (only !== undefined) return [{ ...only, tables: [...shapesOf(tableNames), bundleTable] }];
  return formats.flatMap((format) => {
    const files = datasetFiles(format).map(({ file, tables }) => ({ format, file, tables: shapesOf(tables) }));
    const [ending = ""] = datasets[format].endings;
    if (datasets[format].holds === "oneTable")
      return [...files, { format, file: `${bundleTable.name}${ending}`, tables: [bundleTable] }];
    return files.map((one) => ({ ...one, tables: [...one.tables, bundleTable] }));
  });
}

/**
 * Writes the files, table by table: the parts are read once for each table, as a workbook has its sheets one behind the
 * other. Gives what is to be told of the files.
 */
export async function writeDatasets(
  files: readonly DatasetOutput[],
  entries: Iterable<BundleEntry>,
  work: DatasetWork,
): Promise<readonly string[]> {
  if (files.length === 0) return [];
  const begun: Begun[] = [];
  try {
    for (const one of files) begun.push({ ...one, dataset: await opened(one, work) });
    for (const table of tableNames) await addTable(table, begun, work);
    for (const entry of entries) {
      await add(bundleTable.name, [bundleColumns.map((column) => column.cell(entry))], begun, work);
    }
    for (const one of begun) await put(one, () => one.dataset.end(), work);
  } catch (error) {
    for (const { dataset } of begun) dataset.giveUp();
    throw error;
  }
  return begun.flatMap(({ dataset }) => dataset.remarks());
}

async function opened({ format, file, tables }: DatasetOutput, { output, outputs }: DatasetWork): Promise<DatasetFile> {
  return writing(join(output.name, file), datasets[format].open(tables, outputs.pathOf(file) ?? ""));
}

async function addTable(table: TableName, begun: readonly Begun[], work: DatasetWork): Promise<void> {
  for (const bundle of work.bundles) {
    if (work.stop.aborted) throw new StoppedRun();
    const read = recordReader();
    const taking = async (section: string, bytes: Uint8Array) => {
      if (section === table) await add(table, read(bytes), begun, work);
    };
    const isWhole = await writing(work.output.name, work.journal.read(bundle, taking));
    if (!isWhole) throw new RefusedRun(`the work in ${work.output.name} was changed meanwhile; run it again`);
  }
}

/** Gives rows to every file that holds the table. */
async function add(
  table: string,
  rows: readonly (readonly Cell[])[],
  begun: readonly Begun[],
  work: DatasetWork,
): Promise<void> {
  for (const one of begun) {
    if (one.tables.some(({ name }) => name === table)) await put(one, () => one.dataset.add(table, rows), work);
  }
}

async function put(
  { file }: Begun,
  pieces: () => Iterable<Uint8Array>,
  { output, outputs }: DatasetWork,
): Promise<void> {
  const writingAll = async () => {
    for (const piece of pieces()) await outputs.write(file, piece);
  };
  await writing(join(output.name, file), writingAll());
}
