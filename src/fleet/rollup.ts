import type { Thresholds } from "../facts/thresholds.ts";
import { type BundleEntry, SCHEMA_VERSION, type SourceStatus, VERSION } from "../report/index.ts";
import { type Fleet, fleetOf } from "./fleet.ts";
import { compareTexts } from "./listed.ts";
import { sharingParts } from "./shared-parts.ts";

/** Many bundles in one document: an entry each, and what they say together. Roll-ups can be merged. */
export interface Rollup {
  readonly schemaVersion: typeof SCHEMA_VERSION;
  readonly tool: { readonly name: "chimneysweep"; readonly version: string };
  /** By name, then by fingerprint. */
  readonly bundles: readonly BundleEntry[];
  readonly fleet: Fleet;
}

/** What may become of a bundle, the best first. */
const outcomes: readonly SourceStatus[] = ["ok", "partial", "skipped", "failed"];

/** Bundles on their way into a roll-up, one after the other: of a large fleet nobody holds them twice. */
export interface GatheredBundles {
  readonly add: (entry: BundleEntry) => void;
  readonly rollup: (thresholds?: Partial<Thresholds>) => Rollup;
}

/**
 * Gathers the bundles of a roll-up; their order makes no difference. Entries of one name and fingerprint are of one
 * bundle, which counts once: of two runs over it the one that got further.
 */
export function gatherBundles(): GatheredBundles {
  const best = new Map<string, BundleEntry>();
  const sharing = sharingParts();
  return {
    add(entry) {
      const key = `${entry.fingerprint}\n${entry.name}`;
      const known = best.get(key);
      if (known === undefined || preferred(entry, known) < 0) best.set(key, sharing(entry));
    },
    rollup(thresholds = {}) {
      const bundles = [...best.values()].sort(
        (a, b) => compareTexts(a.name, b.name) || compareTexts(a.fingerprint, b.fingerprint),
      );
      const tool = { name: "chimneysweep", version: VERSION } as const;
      return { schemaVersion: SCHEMA_VERSION, tool, bundles, fleet: fleetOf(bundles, thresholds) };
    },
  };
}

/** The roll-up of bundles that are at hand. */
export function rollupOf(entries: Iterable<BundleEntry>, thresholds: Partial<Thresholds> = {}): Rollup {
  const gathered = gatherBundles();
  for (const entry of entries) gathered.add(entry);
  return gathered.rollup(thresholds);
}

/** One roll-up of several: the same as if all their bundles had been worked through in one run. */
export function mergeRollups(rollups: readonly Rollup[], thresholds: Partial<Thresholds> = {}): Rollup {
  return rollupOf(
    rollups.flatMap(({ bundles }) => bundles),
    thresholds,
  );
}

/** Below 0 when the first of two entries of one bundle counts: an order, so that it does not matter what is merged first. */
function preferred(one: BundleEntry, other: BundleEntry): number {
  return (
    outcomes.indexOf(one.status) - outcomes.indexOf(other.status) ||
    compareTexts(JSON.stringify(one), JSON.stringify(other))
  );
}
