import type { HostEntry, SettingEntry, TableEntry } from "../findings/index.ts";
import type { CaptureReport, HostReport, Snapshot } from "./report.ts";

type Key = keyof HostEntry["settings"];

/** Characters of a label that are kept. */
const LONGEST_LABEL = 80;

/** Tables kept from either end of a host's. */
const MOST_TABLES = 20;

/** What is kept of a host in a roll-up. `digests` are those of its tables, by `source:line`. */
export function hostEntry(report: HostReport, digests: ReadonlyMap<string, string>): HostEntry {
  const { host, os, captures, features, summary, verdict, findings } = report;
  const failsAt = (severity: string) => findings.filter((one) => one.kind === "fail" && one.severity === severity);
  const failing = (severity: string) => [...new Set(failsAt(severity).map(({ rule }) => rule))];
  const fingerprints = (severity: string) => failsAt(severity).flatMap(({ fingerprint }) => fingerprint ?? []);
  const { snapshots, headline } = summary;
  const kept = snapshots.flatMap((_, at) =>
    at < MOST_TABLES || at >= snapshots.length - MOST_TABLES || at === headline ? [at] : [],
  );
  return {
    host,
    os: os === null ? null : windowsOf(os),
    collectors: [...new Set(captures.flatMap(({ collector }) => collector ?? []))].sort(),
    captures: countsOf(captures),
    connections: snapshots.reduce((sum, { connections }) => sum + connections.total, 0),
    settings: settingsOf(report),
    features,
    tables: kept.flatMap((at) => tableOf(snapshots[at], digests)),
    headline: headline === null ? null : kept.indexOf(headline),
    verdict: verdict?.code ?? null,
    failing: { error: failing("error"), warning: failing("warning"), info: failing("info") },
    fingerprints: {
      error: fingerprints("error"),
      warning: fingerprints("warning"),
      info: fingerprints("info"),
    },
  };
}

function windowsOf({ band, build, basis, name }: NonNullable<HostReport["os"]>): HostEntry["os"] {
  return { band, build, basis, ...(name !== undefined && { name }) };
}

function countsOf(captures: readonly CaptureReport[]): HostEntry["captures"] {
  const counts: Partial<Record<CaptureReport["kind"], number>> = {};
  for (const { kind } of captures) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

/** The last line that prints the value that counts. */
function settingsOf({ settings, summary }: HostReport): HostEntry["settings"] {
  const entries = new Map<Key, SettingEntry>();
  for (const { setting, source, line, label, value } of settings) {
    if (setting !== null && summary.settings[setting] === value)
      entries.set(setting, { source, line, value, label: label.slice(0, LONGEST_LABEL) });
  }
  return Object.fromEntries(entries);
}

function tableOf(snapshot: Snapshot | undefined, digests: ReadonlyMap<string, string>): readonly TableEntry[] {
  if (snapshot === undefined) return [];
  const { source, line, time, phase, hasOffloadState, raw, eligible } = snapshot;
  const digest = digests.get(`${source}:${line}`) ?? null;
  return [{ source, line, time, phase, digest, hasOffloadState, raw, eligible }];
}
