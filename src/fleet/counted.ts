import type { FleetHost, TableEntry } from "../findings/index.ts";
import type { BundleEntry } from "../report/index.ts";
import { compareTexts, type HostName, type Listed, listed, nameOf } from "./listed.ts";

/** Bundles with the same bytes and the same captures: the first one by name counts, the others do not. */
export interface SameBundles {
  readonly counted: string;
  readonly others: Listed<string>;
}

/** One netstat table that stands in several places: it counts once. */
export interface SameTables {
  readonly digest: string;
  readonly counted: TablePlace;
  readonly others: Listed<TablePlace>;
}

export interface TablePlace extends HostName {
  readonly source: string;
  readonly line: number;
}

/** What of a fleet is counted, and what was found to be there a second time. */
export interface Counted {
  readonly hosts: readonly FleetHost[];
  readonly bundles: Listed<SameBundles>;
  readonly tables: Listed<SameTables>;
}

/** The hosts of all bundles but those that are there twice, in the order of the bundles. */
export function counted(entries: readonly BundleEntry[]): Counted {
  const groups = grouped(entries, contentKeys(entries));
  const same = groups.filter((group) => group.length > 1);
  const first = new Set(groups.map(([one]) => one));
  const hosts = entries
    .filter((entry) => first.has(entry))
    .flatMap(({ name, hosts }) => hosts.map((host): FleetHost => ({ ...host, bundle: name })));
  return { hosts, bundles: listed(same.map(sameBundles)), tables: listed(sameTables(hosts)) };
}

/** The table that a host's numbers are of. */
export function headlineOf({ headline, tables }: FleetHost): FleetHost["tables"][number] | undefined {
  return headline === null ? undefined : tables[headline];
}

/**
 * The digest by which a table is known again; null for one without connections to other hosts. Two fresh hosts listen on
 * the same ports, so their tables may well be alike and are not one table all the same.
 */
export function identityOf({ digest, eligible }: Pick<TableEntry, "digest" | "eligible">): string | null {
  return eligible.total + eligible.transitional > 0 ? digest : null;
}

/** What tells contents apart: the fingerprint alone where no other bundle has it, as what is in it need not be looked at. */
function contentKeys(entries: readonly BundleEntry[]): (entry: BundleEntry) => string {
  const counts = new Map<string, number>();
  for (const { fingerprint } of entries) counts.set(fingerprint, (counts.get(fingerprint) ?? 0) + 1);
  return (entry) => (counts.get(entry.fingerprint) === 1 ? entry.fingerprint : contentOf(entry));
}

/** Same bytes as far as they were looked at, and the same hosts: only names of sources differ with the bundle's name. */
function contentOf({ fingerprint, hosts }: BundleEntry): string {
  return JSON.stringify([fingerprint, hosts], (key, value: unknown) => (key === "source" ? undefined : value));
}

function sameBundles([one, ...others]: readonly BundleEntry[]): SameBundles {
  return { counted: one?.name ?? "", others: listed(others.map(({ name }) => name)) };
}

/** Tables of one source that are the same were captured one after the other while nothing happened: no copies. */
function sameTables(hosts: readonly FleetHost[]): readonly SameTables[] {
  const places = hosts.flatMap((host) =>
    host.tables.flatMap((table) => {
      const digest = identityOf(table);
      return digest === null ? [] : [{ digest, ...nameOf(host), source: table.source, line: table.line }];
    }),
  );
  return grouped(places, ({ digest }) => digest)
    .filter((group) => new Set(group.map(({ bundle, source }) => JSON.stringify([bundle, source]))).size > 1)
    .flatMap(([one, ...others]) => {
      if (one === undefined) return [];
      const { digest, ...counted } = one;
      return [{ digest, counted, others: listed(others.map(({ digest: _, ...place }) => place)) }];
    })
    .sort((a, b) => compareTexts(a.digest, b.digest));
}

function grouped<T>(all: readonly T[], key: (one: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const name = key(one);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [one]);
    else group.push(one);
  }
  return [...groups.values()];
}
