import { type Diagnostic, diagnostic, type HeuristicKey, type SettingKey } from "../grammar/index.ts";
import type { AnyCapture, Capture } from "./evidence.ts";
import type { CaptureReport, ChimneyStatsReport, HostSummary, SettingReport } from "./report.ts";
import {
  addSnapshot,
  type ConnectionEvidence,
  emptyConnectionEvidence,
  mergeConnectionEvidence,
  type ReadSnapshot,
} from "./summarize.ts";

/** What the captures of one host say, without the connection lists. It grows as captures are folded in one at a time. */
export interface HostEvidence {
  readonly host: string | null;
  readonly captures: CaptureReport[];
  readonly settings: SettingReport[];
  readonly chimneyStats: ChimneyStatsReport[];
  readonly connections: ConnectionEvidence;
}

/** Setting lines and chimneystats cells kept for a host: thousands of captures' worth; more is no longer evidence. */
const MOST_LINES = 50_000;

export function emptyEvidence(host: string | null): HostEvidence {
  return { host, captures: [], settings: [], chimneyStats: [], connections: emptyConnectionEvidence() };
}

/** Folds one more capture into the evidence. `snapshot` belongs to a netstat capture, which it stands for from here on. */
export function collect(evidence: HostEvidence, capture: AnyCapture, snapshot: ReadSnapshot | undefined): void {
  evidence.captures.push(captureReport(capture));
  switch (capture.kind) {
    case "netstat":
      if (snapshot !== undefined) addSnapshot(evidence.connections, capture, snapshot);
      return;
    case "chimneyStats":
      append(evidence.chimneyStats, cellsOf(capture));
      return;
    default:
      append(evidence.settings, settingsOf(capture));
  }
}

/** The evidence of two parts of the same host's captures; those of `a` came first. */
export function mergeEvidence(a: HostEvidence, b: HostEvidence): HostEvidence {
  return {
    host: a.host ?? b.host,
    captures: [...a.captures, ...b.captures],
    settings: [...a.settings, ...b.settings],
    chimneyStats: [...a.chimneyStats, ...b.chimneyStats],
    connections: mergeConnectionEvidence(a.connections, b.connections),
  };
}

/** The value of each setting that counts: the latest one of `show global`, else the latest one printed. */
export function currentSettings(settings: readonly SettingReport[]): HostSummary["settings"] {
  const current: { [K in SettingKey | HeuristicKey]?: string | number } = {};
  for (const pass of ["others", "tcpGlobal"] as const) {
    for (const { kind, setting, value } of settings) {
      if (setting !== null && (kind === "tcpGlobal") === (pass === "tcpGlobal")) current[setting] = value;
    }
  }
  return current;
}

/** One diagnostic for each setting that was printed with two values, naming both lines; with the source it belongs to. */
export function disagreements(settings: readonly SettingReport[]): { source: string; found: Diagnostic }[] {
  const first = new Map<string, SettingReport>();
  const said = new Set<string>();
  const found: { source: string; found: Diagnostic }[] = [];
  for (const line of settings) {
    if (line.setting === null) continue;
    const before = first.get(line.setting);
    if (before === undefined) first.set(line.setting, line);
    else if (before.value !== line.value && !said.has(line.setting)) {
      said.add(line.setting);
      const message = `${line.label}: "${line.value}" here, but "${before.value}" in ${before.source}:${before.line}. Both are kept.`;
      const place = { line: line.line, column: 1 };
      found.push({ source: line.source, found: diagnostic("setting-disagreement", message, place, line.label) });
    }
  }
  return found;
}

function captureReport(capture: AnyCapture): CaptureReport {
  const { kind, command, source, line, endLine, locale, time, phase, collector, records } = capture;
  const report = { kind, command, source, line, endLine, locale, time, phase, collector, records: records.length };
  return capture.kind === "chimneyStats" ? { ...report, state: capture.traits.state } : report;
}

function settingsOf(capture: Exclude<AnyCapture, Capture<"netstat"> | Capture<"chimneyStats">>): SettingReport[] {
  const { kind, source } = capture;
  return capture.records.map(({ line, setting, label, value }) => ({ kind, setting, label, value, source, line }));
}

function cellsOf({ source, records }: Capture<"chimneyStats">): ChimneyStatsReport[] {
  return records.map(({ line, interface: name, column, value }) => ({ interface: name, column, value, source, line }));
}

function append<T>(list: T[], more: readonly T[]): void {
  for (const entry of more) if (list.length < MOST_LINES) list.push(entry);
}
