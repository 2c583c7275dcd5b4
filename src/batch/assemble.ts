import type { Thresholds } from "../facts/thresholds.ts";
import { type BundleEntry, gatherBundles, type Rollup } from "../fleet/index.ts";
import type { Bundle } from "./bundle.ts";
import { RefusedRun, StoppedRun, writing } from "./faults.ts";
import type { Journal, Output } from "./journal.ts";
import { type Section, sections } from "./part.ts";
import { type OutputOptions, type RollupFile, rollupFileNames, rollupFiles, tableRenderings } from "./renderings.ts";
import { openWhole, type WholeFiles } from "./whole-files.ts";

type OutputSection = Exclude<Section, "entry">;
type FileName = `${Exclude<OutputSection, "report">}.csv` | "report.json" | RollupFile;

/**
 * Writes the outputs from the parts of the bundles, in the order of the bundles, and gives the roll-up. Of the rows no
 * more than a chunk is held at a time. The outputs get their names when all of them are whole. Throws a StoppedRun when
 * the signal comes before.
 */
export async function assemble(
  bundles: readonly Bundle[],
  journal: Journal,
  output: Output,
  { thresholds, ...look }: OutputOptions & { readonly thresholds: Partial<Thresholds> },
  stop: AbortSignal,
): Promise<Rollup> {
  const names = sections.filter((section) => section !== "entry").map(fileOf);
  const outputs = await openWhole([...names, ...rollupFileNames], output, journal.folder);
  try {
    for (const [table, { opening }] of await tableRenderings(look)) await outputs.write(fileOf(table), opening);
    const gathered = gatherBundles();
    for (const bundle of bundles) {
      if (stop.aborted) throw new StoppedRun();
      gathered.add(await addPart(bundle, journal, output, outputs));
    }
    const rollup = gathered.rollup(thresholds);
    for await (const [name, piece] of rollupFiles(rollup, look)) await outputs.write(name, piece);
    await outputs.finish();
    return rollup;
  } catch (error) {
    await outputs.discard();
    throw error;
  }
}

function fileOf(section: OutputSection): FileName {
  return section === "report" ? "report.json" : `${section}.csv`;
}

/** Adds what a bundle contributes to the outputs, and gives its place in the roll-up. */
async function addPart(
  bundle: Bundle,
  journal: Journal,
  output: Output,
  outputs: WholeFiles<FileName>,
): Promise<BundleEntry> {
  const entry = new TextDecoder();
  let json = "";
  const copying = async (section: Section, bytes: Uint8Array) => {
    if (section === "entry") json += entry.decode(bytes, { stream: true });
    else await outputs.write(fileOf(section), bytes);
  };
  const isWhole = await writing(output.name, journal.read(bundle, copying));
  if (!isWhole) throw new RefusedRun(`the work in ${output.name} was changed meanwhile; run it again`);
  // Written by us, and its checksum is right.
  return JSON.parse(json) as BundleEntry;
}
