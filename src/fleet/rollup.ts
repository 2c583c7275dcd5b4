import { SCHEMA_VERSION } from "../report.ts";
import { VERSION } from "../version.ts";
import type { BundleEntry } from "./entry.ts";
import { type Fleet, fleetOf } from "./fleet.ts";
import { compareTexts } from "./listed.ts";

/** Many bundles in one document: an entry each, and what they say together. Roll-ups can be merged. */
export interface Rollup {
  readonly schemaVersion: typeof SCHEMA_VERSION;
  readonly tool: { readonly name: "chimneysweep"; readonly version: string };
  /** By name, then by fingerprint. */
  readonly bundles: readonly BundleEntry[];
  readonly fleet: Fleet;
}

/** The roll-up of bundles; their order makes no difference, and an entry that is there twice counts once. */
export function rollupOf(entries: Iterable<BundleEntry>): Rollup {
  const distinct = new Map<string, BundleEntry>();
  for (const entry of entries) distinct.set(JSON.stringify(entry), entry);
  const bundles = [...distinct]
    .sort(
      ([one, a], [other, b]) =>
        compareTexts(a.name, b.name) || compareTexts(a.fingerprint, b.fingerprint) || compareTexts(one, other),
    )
    .map(([, entry]) => entry);
  const tool = { name: "chimneysweep", version: VERSION } as const;
  return { schemaVersion: SCHEMA_VERSION, tool, bundles, fleet: fleetOf(bundles) };
}

/** One roll-up of several: the same as if all their bundles had been worked through in one run. */
export function mergeRollups(rollups: readonly Rollup[]): Rollup {
  return rollupOf(rollups.flatMap(({ bundles }) => bundles));
}
