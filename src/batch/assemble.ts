import { open } from "node:fs/promises";
import { join } from "node:path";
import { type BundleEntry, type Rollup, rollupOf } from "../fleet/index.ts";
import type { Bundle } from "./bundle.ts";
import { RefusedRun, StoppedRun, writing } from "./faults.ts";
import type { Journal, Output } from "./journal.ts";
import { type Part, type Section, sections } from "./part.ts";
import { type Look, tableRenderings } from "./renderings.ts";
import { type RollupFile, rollupFileNames, rollupFiles } from "./rollup-files.ts";
import { openWhole } from "./whole-files.ts";

type FileName = `${Section}.csv` | "report.json" | RollupFile;

/** Bytes copied at a time. */
const CHUNK = 256 * 1024;

/**
 * Writes the outputs from the parts of the bundles, in the order of the bundles, and gives the roll-up. Of the rows no
 * more than a chunk is held at a time. The outputs get their names when all of them are whole. Throws a StoppedRun when
 * the signal comes before.
 */
export async function assemble(
  bundles: readonly Bundle[],
  journal: Journal,
  output: Output,
  look: Look,
  stop: AbortSignal,
): Promise<Rollup> {
  const outputs = await openWhole([...sections.map(fileOf), ...rollupFileNames], output, journal.folder);
  try {
    for (const [table, { opening }] of await tableRenderings(look)) await outputs.write(fileOf(table), opening);
    const entries: BundleEntry[] = [];
    for (const bundle of bundles) {
      if (stop.aborted) throw new StoppedRun();
      const part = await journal.part(bundle);
      if (part === undefined) throw new RefusedRun(`the work in ${output.name} was changed meanwhile; run it again`);
      await copySections(part, journal.folder, output, (section, bytes) => outputs.write(fileOf(section), bytes));
      entries.push(part.entry);
    }
    const rollup = rollupOf(entries);
    for await (const [name, piece] of rollupFiles(rollup, look)) await outputs.write(name, piece);
    await outputs.finish();
    return rollup;
  } catch (error) {
    await outputs.discard();
    throw error;
  }
}

function fileOf(section: Section): FileName {
  return section === "report" ? "report.json" : `${section}.csv`;
}

async function copySections(
  { file, lengths }: Part,
  folder: string,
  output: Output,
  write: (section: Section, bytes: Uint8Array) => Promise<void>,
): Promise<void> {
  const handle = await writing(output.name, open(join(folder, file), "r"));
  const buffer = new Uint8Array(CHUNK);
  try {
    for (const [at, section] of sections.entries()) {
      for (let left = lengths[at] ?? 0; left > 0; ) {
        const { bytesRead } = await writing(output.name, handle.read(buffer, 0, Math.min(left, CHUNK), null));
        if (bytesRead === 0) throw new RefusedRun(`the work in ${output.name} was changed meanwhile; run it again`);
        await write(section, buffer.subarray(0, bytesRead));
        left -= bytesRead;
      }
    }
  } finally {
    await handle.close();
  }
}
