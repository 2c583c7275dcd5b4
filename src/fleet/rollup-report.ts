import type { CaptureKind } from "../../grammar/index.ts";
import { type HostEntry, type TableEntry, verdictMeanings } from "../findings/index.ts";
import type { BundleEntry, CaptureReport, HostReport, Report, Snapshot } from "../report/index.ts";
import { exclusionReasons, notCountedReasons } from "../summary/index.ts";
import type { Rollup } from "./rollup.ts";

/**
 * The hosts of a roll-up as far as it knows them, to be compared: Windows, settings, features, shares and verdicts. It has
 * no findings, as a roll-up only names the rules that fail, and of tables no more than their shares: all else is empty.
 */
export function rollupReport({ schemaVersion, tool, bundles }: Rollup): Report {
  return {
    schemaVersion,
    tool,
    sources: [],
    hosts: bundles.flatMap((bundle) => bundle.hosts.map((host) => hostOf(host, bundle))),
    fleet: null,
    diagnostics: [],
  };
}

function hostOf(entry: HostEntry, bundle: BundleEntry): HostReport {
  const { host, os, features, headline } = entry;
  const meaning = verdictMeanings().find(({ code }) => code === entry.verdict);
  const snapshots = entry.tables.map(snapshotOf);
  const headlined = headline === null ? undefined : snapshots[headline];
  const settings = Object.entries(entry.settings);
  const nothing = { excluded: null, notCounted: null, groups: null, groupsTested: null, acrossSnapshots: null };
  return {
    host,
    os: os === null ? null : { ...os, at: [] },
    captures: capturesOf(entry, bundle),
    features,
    summary: {
      ...nothing,
      connections: null,
      raw: headlined?.raw ?? null,
      eligible: headlined?.eligible ?? null,
      settings: Object.fromEntries(settings.map(([name, { value }]) => [name, value])),
      observations: [],
      headline,
      snapshots,
    },
    settings: settings.map(([name, { source, line, value, label }]) => ({
      kind: "tcpGlobal",
      setting: name as keyof HostEntry["settings"], // a key of the settings
      label,
      value,
      source,
      line,
    })),
    chimneyStats: [],
    verdict:
      meaning === undefined
        ? null
        : { code: meaning.code, statement: meaning.statements[0] ?? "", because: [], next: [] },
    findings: [],
    excerpts: [],
  };
}

/** A roll-up counts captures by their kinds. Where they stand is not known but for their bundle. */
function capturesOf({ captures }: HostEntry, { name }: BundleEntry): readonly CaptureReport[] {
  const kinds = Object.entries(captures) as [CaptureKind, number][]; // kinds are its keys
  const about = { command: null, source: name, line: 1, endLine: 1, locale: null, time: null, phase: null };
  return kinds.flatMap(([kind, count]) =>
    Array.from({ length: count }, () => ({ ...about, kind, collector: null, records: 0 })),
  );
}

function snapshotOf({ source, line, time, phase, hasOffloadState, raw, eligible }: TableEntry): Snapshot {
  return {
    source,
    line,
    endLine: line,
    command: null,
    time,
    phase,
    hasOffloadState,
    connections: {
      total: raw.total,
      tcp: raw.total,
      udp: 0,
      byState: {},
      byOffloadState: { inHost: 0, offloading: 0, offloaded: 0, uploading: 0, absent: 0, unknown: 0 },
    },
    raw,
    eligible,
    excluded: noneOf(exclusionReasons),
    notCounted: noneOf(notCountedReasons),
  };
}

function noneOf<K extends string>(names: readonly K[]): { readonly [N in K]: number } {
  return Object.fromEntries(names.map((name) => [name, 0])) as { readonly [N in K]: number };
}
