import { mkdir } from "node:fs/promises";
import type { Rollup } from "../fleet/index.ts";
import { bundleColumns } from "../report/tables/index.ts";
import { csvOf, fleetHtml, fleetText, jsonPieces, plain } from "../reporters/index.ts";
import { writing } from "./faults.ts";
import type { Output } from "./journal.ts";
import type { Look } from "./renderings.ts";
import { openWhole } from "./whole-files.ts";

/** The files that show a roll-up: what batch and merge have in common. */
export const rollupFileNames = ["rollup.json", "bundles.csv", "summary.txt", "report.html"] as const;

export type RollupFile = (typeof rollupFileNames)[number];

/** Width of the summary in a file. */
const SUMMARY_COLUMNS = 80;

/** The content of each of the files, in pieces. */
export async function* rollupFiles(rollup: Rollup, { csv }: Look): AsyncGenerator<readonly [RollupFile, string]> {
  for (const piece of jsonPieces(rollup, "indented")) yield ["rollup.json", piece];
  yield ["rollup.json", "\n"];
  for await (const piece of csvOf(bundleColumns, rollup.bundles, csv)) yield ["bundles.csv", piece];
  yield ["summary.txt", await fleetText(rollup, SUMMARY_COLUMNS, plain)];
  for (const piece of await fleetHtml(rollup)) yield ["report.html", piece];
}

/** Writes the files of a roll-up, all of them or none. Throws an UnwritableOutput. */
export async function writeRollup(rollup: Rollup, output: Output, look: Look): Promise<void> {
  await writing(output.name, mkdir(output.path, { recursive: true }));
  const outputs = await openWhole(rollupFileNames, output, output.path);
  try {
    for await (const [name, piece] of rollupFiles(rollup, look)) await outputs.write(name, piece);
    await outputs.finish();
  } catch (error) {
    await outputs.discard();
    throw error;
  }
}
