import type { OsBand } from "../facts/os-bands.ts";
import type { Thresholds } from "../facts/thresholds.ts";
import type { FleetHost, TableEntry } from "../findings/index.ts";
import { type EligibleNumbers, eligibleRatio, shareText, unableBy } from "../summary/index.ts";
import { byBand } from "./bands.ts";
import { headlineOf, identityOf } from "./counted.ts";
import { compareTexts, type HostName, nameOf } from "./listed.ts";

/** One host's share, as an end of a distribution. */
export interface HostShare extends HostName {
  readonly ratio: number;
}

/** How many connections are offloaded on several hosts together, and how that is spread over them. */
export interface FleetRatio {
  /** null for all versions of Windows together; `unknown` for hosts whose version nothing tells. */
  readonly band: OsBand | "unknown" | null;
  readonly hosts: number;
  /** Hosts with a table that tells offload states. */
  readonly withTable: number;
  /** Hosts whose table is another one's, bytes and all; it counts once. */
  readonly repeated: number;
  /** Hosts that can't offload anything, because their Windows has no Chimney or has it disabled; their tables don't count. */
  readonly unable: number;
  /** All eligible connections of the hosts that can offload together. */
  readonly eligible: EligibleNumbers & { readonly statement: string };
  /** Over the hosts with enough connections for a share; null without any. The median of an even number is the mean of two. */
  readonly spread: {
    readonly hosts: number;
    readonly min: HostShare;
    readonly median: number;
    readonly max: HostShare;
  } | null;
}

/** All hosts together, then the hosts of each version of Windows where there are several versions. */
export function fleetRatios(hosts: readonly FleetHost[], thresholds: Thresholds): readonly FleetRatio[] {
  const kinds = byBand(hosts).map(({ band, hosts: some }) => ratioOf(some, band, thresholds));
  const all = ratioOf(hosts, null, thresholds);
  return kinds.length < 2 ? [all] : [all, ...kinds];
}

/** True for a host on which InHost is the only possible state; one that shows offloaded connections is none. */
function cannotOffload(host: FleetHost): boolean {
  const { os, settings, verdict } = host;
  if ((headlineOf(host)?.eligible.offloaded ?? 0) > 0) return false;
  return unableBy({ band: os?.band, chimney: settings.chimneyOffload?.value, verdict }) !== undefined;
}

function ratioOf(hosts: readonly FleetHost[], band: FleetRatio["band"], thresholds: Thresholds): FleetRatio {
  const able = hosts.filter((host) => !cannotOffload(host));
  const tables = able.flatMap((host) => {
    const table = headlineOf(host);
    return table?.hasOffloadState === true ? [{ host, table }] : [];
  });
  const once = distinct(tables);
  const sides = { offloaded: 0, inHost: 0, transitional: 0 };
  for (const {
    table: { eligible },
  } of once) {
    sides.offloaded += eligible.offloaded;
    sides.inHost += eligible.inHost;
    sides.transitional += eligible.transitional;
  }
  const eligible = eligibleRatio(sides, thresholds.leastConnections);
  const statement =
    eligible.total === 0 ? "No eligible connection in any table of a host that can offload" : shareText(eligible);
  return {
    band,
    hosts: hosts.length,
    withTable: tables.length,
    repeated: tables.length - once.length,
    unable: hosts.length - able.length,
    eligible: { ...eligible, statement },
    spread: spreadOf(
      once.flatMap(({ host, table: { eligible } }) =>
        eligible.ratio === null ? [] : [{ host, ratio: eligible.ratio }],
      ),
    ),
  };
}

/** The table that a host's numbers are of. */
interface HostTable {
  readonly host: FleetHost;
  readonly table: TableEntry;
}

/** Tables that stand in several places once, the first of them. */
function distinct(tables: readonly HostTable[]): readonly HostTable[] {
  const seen = new Set<string>();
  return tables.filter(({ table }) => {
    const digest = identityOf(table);
    if (digest === null) return true;
    const isNew = !seen.has(digest);
    seen.add(digest);
    return isNew;
  });
}

/** A host with enough connections for a share. */
interface Share {
  readonly host: FleetHost;
  readonly ratio: number;
}

function spreadOf(shares: readonly Share[]): FleetRatio["spread"] {
  const ratios = Float64Array.from(shares, ({ ratio }) => ratio).sort();
  const [min] = inOrderOfNames(shares.filter(({ ratio }) => ratio === ratios[0]));
  const max = inOrderOfNames(shares.filter(({ ratio }) => ratio === ratios.at(-1))).at(-1);
  if (min === undefined || max === undefined) return null;
  const [low, high] = [ratios[Math.ceil(ratios.length / 2) - 1], ratios[Math.floor(ratios.length / 2)]];
  const median = ((low ?? 0) + (high ?? 0)) / 2;
  return { hosts: ratios.length, min, median: Math.round(median * 10_000) / 10_000, max };
}

/** Hosts with one share: the same ones are named in whatever order they come. */
function inOrderOfNames(shares: readonly Share[]): readonly HostShare[] {
  const named = shares.map(({ host, ratio }) => ({ host, ratio, key: JSON.stringify(nameOf(host)) }));
  return named.sort((a, b) => compareTexts(a.key, b.key)).map(({ host, ratio }) => ({ ...nameOf(host), ratio }));
}
