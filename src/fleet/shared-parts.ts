import type { HostEntry, TableEntry } from "../findings/index.ts";
import type { BundleEntry } from "../report/index.ts";

/** Parts that are kept to be used again: more different ones than that are hardly met a second time. */
const MOST_PARTS = 50_000;

/**
 * Gives entries in which what is equal in many of them (labels, values, counts, versions) is there once. Whoever holds
 * a hundred thousand of them holds a fourth of the memory that they take as they are read.
 */
export function sharingParts(): (entry: BundleEntry) => BundleEntry {
  const parts = new Map<string, unknown>();
  const shared = <T>(part: T): T => {
    const key = typeof part === "string" ? part : JSON.stringify(part);
    const known = parts.get(key);
    // A part is found by what it is as JSON, and a text by itself: no JSON of ours is a text of these.
    if (known !== undefined && typeof known === typeof part) return known as T;
    if (parts.size < MOST_PARTS) parts.set(key, part);
    return part;
  };
  return (entry) => ({
    ...entry,
    sources: shared(entry.sources),
    diagnostics: shared(entry.diagnostics),
    hosts: entry.hosts.map((host) => withSharedParts(host, shared, entry.name)),
  });
}

type Share = <T>(part: T) => T;

function withSharedParts(host: HostEntry, shared: Share, bundle: string): HostEntry {
  // A host has few sources, each of which is named by every setting and table.
  const sources = new Map([[bundle, bundle]]);
  const sourceOf = (source: string): string => {
    const known = sources.get(source) ?? source;
    sources.set(known, known);
    return known;
  };
  const settings = Object.entries(host.settings).map(([name, setting]) => {
    const { source, value, label } = setting;
    return [name, { ...setting, source: sourceOf(source), value: shared(value), label: shared(label) }] as const;
  });
  return {
    ...host,
    os: shared(host.os),
    collectors: shared(host.collectors),
    captures: shared(host.captures),
    settings: Object.fromEntries(settings),
    features: shared(host.features),
    tables: host.tables.map((table) => tableWith(table, shared, sourceOf(table.source))),
    verdict: shared(host.verdict),
    failing: shared(host.failing),
  };
}

function tableWith(table: TableEntry, shared: Share, source: string): TableEntry {
  return { ...table, source, phase: shared(table.phase), raw: shared(table.raw), eligible: shared(table.eligible) };
}
