import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sampleBundles } from "../support/bundles/sample-bundles.ts";

/** Where they lie in the folder of the project. */
export const SAMPLE_BUNDLES = "samples/bundles";

/** Writes the bundles among the samples, which no editor can write. */
export async function writeSampleBundles(root: string): Promise<void> {
  mkdirSync(join(root, SAMPLE_BUNDLES), { recursive: true });
  for (const [name, bytes] of await sampleBundles()) writeFileSync(join(root, SAMPLE_BUNDLES, name), bytes);
}
