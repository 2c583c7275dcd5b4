import { type ReporterName, reporterNames, reporters } from "../reporters/index.ts";
import { type Dataset, type DatasetName, datasetNames } from "./dataset.ts";
import { parquet } from "./parquet.ts";
import { sqlite } from "./sqlite.ts";
import { xlsx } from "./xlsx.ts";

/** Every format of typed tables by its name. */
export const datasets: { readonly [K in DatasetName]: Dataset } = { sqlite, parquet, xlsx };

/** Every format that an output can have: text of reporters, then typed tables. */
export const outputFormats = [...reporterNames, ...datasetNames] as const;

export type OutputFormat = ReporterName | DatasetName;

/** How files of a format end, in lower case, the usual ending first. */
export function endingsOf(format: OutputFormat): readonly string[] {
  return isDataset(format) ? datasets[format].endings : reporters[format].endings;
}

export function isDataset(format: OutputFormat): format is DatasetName {
  return datasetNames.some((name) => name === format);
}
