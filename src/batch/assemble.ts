import type { Thresholds } from "../facts/thresholds.ts";
import { type BundleEntry, gatherBundles, type Rollup } from "../fleet/index.ts";
import { tableNames } from "../report/index.ts";
import { csvLines } from "../reporters/index.ts";
import type { Bundle } from "./bundle.ts";
import type { BundleReports } from "./bundle-report.ts";
import { datasetOutputs, writeDatasets } from "./dataset-outputs.ts";
import { RefusedRun, StoppedRun, writing } from "./faults.ts";
import type { Journal, Output } from "./journal.ts";
import { type Section, sections } from "./part.ts";
import {
  type OnlyFile,
  type OutputOptions,
  type RollupFile,
  rollupFileNames,
  rollupFiles,
  tableRenderings,
} from "./renderings.ts";
import { reportLinks } from "./report-links.ts";
import { isKeptAsRecords, recordReader } from "./table-records.ts";
import { openWhole, type WholeFiles } from "./whole-files.ts";

/** What decides the outputs, beside what the parts hold. */
export interface AssembleOptions extends OutputOptions {
  readonly thresholds: Partial<Thresholds>;
  /** One file of typed tables is written, and nothing else. */
  readonly only?: OnlyFile | undefined;
  readonly remarked?: ((remark: string) => Promise<void>) | undefined;
  /** Where each bundle has a report of its own: the page links to them. */
  readonly reports?: BundleReports | undefined;
}

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
  { thresholds, only, remarked, reports, ...look }: AssembleOptions,
  stop: AbortSignal,
): Promise<Rollup> {
  const datasets = datasetOutputs(look.tables ?? [], only);
  const usual = [...sections.filter((section) => section !== "entry").map(fileOf), ...rollupFileNames];
  const typed = datasets.map(({ file }) => file);
  const outputs = await openWhole<string>(only === undefined ? [...usual, ...typed] : typed, output, journal.folder);
  try {
    for (const [table, { opening }] of await tableRenderings(look)) await outputs.write(fileOf(table), opening);
    const write = await sectionWriter(look, outputs);
    const gathered = gatherBundles();
    for (const bundle of bundles) {
      if (stop.aborted) throw new StoppedRun();
      gathered.add(await addPart(bundle, journal, output, write()));
    }
    const rollup = gathered.rollup(thresholds);
    const linkOf = reports && reportLinks(reports, output.path);
    for await (const [name, piece] of rollupFiles(rollup, look, linkOf)) await outputs.write(name, piece);
    const remarks = await writeDatasets(datasets, rollup.bundles, { bundles, journal, output, outputs, stop });
    await outputs.finish();
    for (const remark of remarks) await remarked?.(remark);
    return rollup;
  } catch (error) {
    await outputs.discard();
    throw error;
  }
}

function fileOf(section: OutputSection): FileName {
  return section === "report" ? "report.json" : `${section}.csv`;
}

type WriteSection = (section: OutputSection, bytes: Uint8Array) => Promise<void>;

/** Gives, for each part, what puts its sections into the files: as they are, or as CSV where they hold records. */
async function sectionWriter(look: OutputOptions, outputs: WholeFiles<string>): Promise<() => WriteSection> {
  if (!isKeptAsRecords(look)) return () => (section, bytes) => outputs.write(fileOf(section), bytes);
  const print = await csvLines(look.csv);
  return () => {
    const readers = new Map(tableNames.map((table) => [table, recordReader()]));
    return async (section, bytes) => {
      const read = section === "report" ? undefined : readers.get(section);
      if (read === undefined) return outputs.write(fileOf(section), bytes);
      for (const piece of print(read(bytes))) await outputs.write(fileOf(section), piece);
    };
  };
}

/** Adds what a bundle contributes to the outputs, and gives its place in the roll-up. */
async function addPart(bundle: Bundle, journal: Journal, output: Output, write: WriteSection): Promise<BundleEntry> {
  const entry = new TextDecoder();
  let json = "";
  const copying = async (section: Section, bytes: Uint8Array) => {
    if (section === "entry") json += entry.decode(bytes, { stream: true });
    else await write(section, bytes);
  };
  const isWhole = await writing(output.name, journal.read(bundle, copying));
  if (!isWhole) throw new RefusedRun(`the work in ${output.name} was changed meanwhile; run it again`);
  // Written by us, and its checksum is right.
  return JSON.parse(json) as BundleEntry;
}
