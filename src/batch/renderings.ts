import { mkdir } from "node:fs/promises";
import type { DatasetName } from "../datasets/index.ts";
import type { Rollup } from "../fleet/index.ts";
import { bundleColumns, type FindingKind, type Report, type TableName, tableNames, VERSION } from "../report/index.ts";
import {
  type CsvOptions,
  csvOf,
  fleetHtml,
  fleetText,
  jsonPieces,
  plain,
  type Rendering,
  reporters,
  withShown,
} from "../reporters/index.ts";
import { StoppedRun, writing } from "./faults.ts";
import type { Output } from "./journal.ts";
import { openWhole } from "./whole-files.ts";

/** How outputs are to look. */
export interface OutputOptions {
  readonly csv: CsvOptions;
  /** Kinds of findings to print; all of them when it is missing. */
  readonly show?: readonly FindingKind[];
  /** Formats of typed tables to write besides; then parts hold records, of which all formats are made. */
  readonly tables?: readonly DatasetName[];
}

/** One file of typed tables that stands alone. */
export interface OnlyFile {
  readonly format: DatasetName;
  readonly file: string;
}

export type RollupFile = (typeof rollupFileNames)[number];

/** The files that show a roll-up: what batch and merge have in common. */
export const rollupFileNames = ["rollup.json", "bundles.csv", "summary.txt", "report.html"] as const;

/** Width of the summary in a file. */
const SUMMARY_COLUMNS = 80;

/** Each table as CSV, exactly as analyze writes it. */
export async function tableRenderings({ csv, show }: OutputOptions): Promise<ReadonlyMap<TableName, Rendering>> {
  const options = { version: VERSION, columns: 80, paint: plain, csv, ...(show !== undefined && { show }) };
  const all = new Map<TableName, Rendering>();
  for (const table of tableNames) all.set(table, await reporters.csv.open({ ...options, table }));
  return all;
}

/** The line of each host of a bundle in the report of all bundles. */
export function* hostLines(bundle: string, report: Report, { show }: OutputOptions): Generator<string> {
  for (const host of withShown(report, show).hosts) {
    yield* jsonPieces({ bundle, ...host }, "compact");
    yield "\n";
  }
}

/** The content of each of the files, in pieces. `linkOf` leads to the report of a bundle, where each has one. */
export async function* rollupFiles(
  rollup: Rollup,
  { csv }: OutputOptions,
  linkOf?: (bundle: string) => string,
): AsyncGenerator<readonly [RollupFile, string]> {
  for (const piece of jsonPieces(rollup, "indented")) yield ["rollup.json", piece];
  yield ["rollup.json", "\n"];
  for await (const piece of csvOf(bundleColumns, rollup.bundles, csv)) yield ["bundles.csv", piece];
  yield ["summary.txt", await fleetText(rollup, SUMMARY_COLUMNS, plain)];
  for (const piece of await fleetHtml(rollup, linkOf)) yield ["report.html", piece];
}

/** Writes the files of a roll-up, all of them or none. Throws an UnwritableOutput, or a StoppedRun when the signal comes. */
export async function writeRollup(
  rollup: Rollup,
  output: Output,
  look: OutputOptions,
  stop: AbortSignal,
): Promise<void> {
  await writing(output.name, mkdir(output.path, { recursive: true }));
  const outputs = await openWhole(rollupFileNames, output, output.path);
  try {
    for await (const [name, piece] of rollupFiles(rollup, look)) {
      if (stop.aborted) throw new StoppedRun();
      await outputs.write(name, piece);
    }
    await outputs.finish();
  } catch (error) {
    await outputs.discard();
    throw error;
  }
}
