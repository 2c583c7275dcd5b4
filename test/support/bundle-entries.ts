import fc from "fast-check";
import type { BundleEntry, HostEntry, TableEntry } from "../../src/fleet/index.ts";
import type { OsBand } from "../../src/index.ts";
import { eligibleRatio, rawRatio } from "../../src/summary/ratio.ts";
import { fleetHost } from "./fleet.ts";

/** What a test says of a table. */
export interface AboutTable extends Partial<Pick<TableEntry, "digest" | "phase" | "time" | "hasOffloadState">> {
  readonly offloaded: number;
  readonly inHost: number;
}

/** What a test says of a host. */
export interface AboutHost {
  readonly host?: string | null;
  readonly band?: OsBand | null;
  readonly settings?: Readonly<Record<string, string>>;
  readonly tables?: readonly AboutTable[];
  readonly failing?: Partial<HostEntry["failing"]>;
}

/** A netstat table as a roll-up keeps it; the statement is left out, because nothing of a fleet is made of it. */
export function tableEntry({ offloaded, inHost, ...about }: AboutTable, at = 0): TableEntry {
  const sides = { offloaded, inHost, transitional: 0 };
  const eligible = { ...eligibleRatio(sides), statement: "" };
  const known = { time: null, phase: null, digest: null, hasOffloadState: true };
  return { source: "netstat.txt", line: at + 1, ...known, raw: rawRatio(sides), eligible, ...about };
}

export function hostEntryOf({ tables = [], failing = {}, ...about }: AboutHost = {}): HostEntry {
  const { bundle: _, ...entry } = fleetHost(about);
  return {
    ...entry,
    tables: tables.map(tableEntry),
    headline: tables.length === 0 ? null : 0,
    failing: { error: [], warning: [], info: [], ...failing },
  };
}

export function bundleEntryOf(
  name: string,
  hosts: readonly AboutHost[],
  about: Partial<BundleEntry> = {},
): BundleEntry {
  const sources = { ok: hosts.length, partial: 0, skipped: 0, failed: 0 };
  const diagnostics = { error: 0, warning: 0, info: 0 };
  const entry = { name, fingerprint: name, status: "ok", reason: null, bytes: 1, sources, diagnostics } as const;
  return { ...entry, hosts: hosts.map(hostEntryOf), ...about };
}

const anyHost: fc.Arbitrary<AboutHost> = fc.record({
  host: fc.constantFrom("SRV01", "srv01", "SRV_02", "__proto__", null),
  band: fc.constantFrom<OsBand | null>("2008", "2008R2", "2012R2", null),
  settings: fc.dictionary(
    fc.constantFrom("chimneyOffload", "receiveSideScaling", "ecnCapability"),
    fc.constantFrom("enabled", "disabled", "automatic"),
  ),
  tables: fc.array(
    fc.record({
      offloaded: fc.nat(20),
      inHost: fc.nat(20),
      digest: fc.constantFrom(null, "a", "b", "c"),
      phase: fc.constantFrom(null, "start", "stop"),
    }),
    { maxLength: 3 },
  ),
  failing: fc.record({ warning: fc.subarray(["rss-disabled", "chimney-enabled-2008"]) }),
});

/** Bundles as different runs may have them: of the same name with other bytes, with the same bytes under two names. */
export const anyBundle: fc.Arbitrary<BundleEntry> = fc
  .record({
    name: fc.constantFrom("a.zip", "b.zip", "cases/c.zip", "d", "__proto__"),
    fingerprint: fc.constantFrom("1", "2", "3"),
    hosts: fc.array(anyHost, { maxLength: 3 }),
    status: fc.constantFrom("ok", "partial", "skipped", "failed"),
  })
  .map(({ name, hosts, ...about }) => bundleEntryOf(name, hosts, about));
