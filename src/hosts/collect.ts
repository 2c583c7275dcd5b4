import {
  type CaptureKind,
  type ChimneyStatsState,
  type Diagnostic,
  diagnostic,
  type HeuristicKey,
  type SegmentText,
  type SettingKey,
  type StatisticsRefusal,
} from "../../grammar/index.ts";
import { type AnyCapture, type Capture, isTable } from "../captures/index.ts";
import {
  addSnapshot,
  type ConnectionEvidence,
  emptyConnectionEvidence,
  mergeConnectionEvidence,
  type ReadSnapshot,
  type ReportPlace,
} from "../summary/index.ts";
import { detached } from "../text/index.ts";
import { disagreeing, type PrintedValue } from "./disagreeing.ts";
import { addEvidence, emptyRuleEvidence, mergeRuleEvidence, type RuleEvidence } from "./evidence/index.ts";

export interface CaptureReport {
  readonly kind: CaptureKind;
  readonly command: string | null;
  readonly source: string;
  readonly line: number;
  readonly endLine: number;
  readonly locale: string | null;
  readonly time: string | null;
  readonly phase: string | null;
  readonly collector: string | null;
  readonly records: number;
  /** Of chimneyStats captures only. */
  readonly state?: ChimneyStatsState;
  /** Why the statistics are not available. */
  readonly refusal?: StatisticsRefusal;
}

export interface SettingReport extends ReportPlace {
  /** The kind of capture that printed the line. */
  readonly kind: CaptureKind;
  readonly setting: SettingKey | HeuristicKey | null;
  readonly label: string;
  readonly value: string | number;
}

export interface ChimneyStatsReport extends ReportPlace {
  readonly interface: string | null;
  readonly column: string;
  readonly value: string;
}

/** What the captures of one host say, without the connection lists. It grows as captures are folded in one at a time. */
export interface HostEvidence {
  readonly host: string | null;
  readonly captures: CaptureReport[];
  readonly settings: SettingReport[];
  readonly chimneyStats: ChimneyStatsReport[];
  readonly connections: ConnectionEvidence;
  readonly forRules: RuleEvidence;
}

/** A setting line with its value, when it was captured, and how many stand before it. */
interface PrintedSetting extends PrintedValue {
  readonly line: SettingReport;
  readonly at: number;
}

/** Kinds of captures whose records are settings. */
type SettingsKind = (typeof settingsKinds)[number];

const settingsKinds = ["tcpGlobal", "tcpHeuristics", "netOffloadGlobalSetting", "ipGlobal", "sqlCheck"] as const;

/** Setting lines and chimneystats cells kept for a host: thousands of captures' worth; more is no longer evidence. */
const MOST_LINES = 50_000;

export function emptyEvidence(host: string | null): HostEvidence {
  const connections = emptyConnectionEvidence();
  return {
    host: detached(host),
    captures: [],
    settings: [],
    chimneyStats: [],
    connections,
    forRules: emptyRuleEvidence(),
  };
}

/** Folds one more capture into the evidence. `snapshot` belongs to a netstat capture, which it stands for from here on. */
export function collect(
  evidence: HostEvidence,
  capture: AnyCapture,
  text: SegmentText,
  snapshot: ReadSnapshot | undefined,
): void {
  evidence.captures.push(captureReport(capture, evidence.captures.at(-1)));
  addEvidence(evidence.forRules, capture, text, snapshot);
  if (isTable(capture)) {
    if (snapshot !== undefined) addSnapshot(evidence.connections, capture, snapshot);
  } else if (capture.kind === "chimneyStats") append(evidence.chimneyStats, cellsOf(capture));
  else if (isOfSettings(capture)) append(evidence.settings, settingsOf(capture));
}

/** The evidence of two parts of the same host's captures; those of `a` came first. */
export function mergeEvidence(a: HostEvidence, b: HostEvidence): HostEvidence {
  return {
    host: a.host ?? b.host,
    captures: [...a.captures, ...b.captures],
    settings: [...a.settings, ...b.settings],
    chimneyStats: [...a.chimneyStats, ...b.chimneyStats],
    connections: mergeConnectionEvidence(a.connections, b.connections),
    forRules: mergeRuleEvidence(a.forRules, b.forRules),
  };
}

/** One diagnostic for each setting whose values disagree, naming two of the lines; with the source it belongs to. */
export function disagreements({ settings, captures }: Pick<HostEvidence, "settings" | "captures">): {
  source: string;
  found: Diagnostic;
}[] {
  const printed = new Map<string, PrintedSetting[]>();
  for (const one of timedSettings(settings, captures)) {
    if (one.line.setting === null) continue;
    const others = printed.get(one.line.setting);
    if (others === undefined) printed.set(one.line.setting, [one]);
    else others.push(one);
  }
  const pairs = [...printed.values()].flatMap((values) => {
    const [before, after] = disagreeing(values);
    return before === undefined || after === undefined
      ? []
      : [{ before: before.line, after: after.line, at: after.at }];
  });
  return pairs
    .toSorted((a, b) => a.at - b.at)
    .map(({ before, after }) => {
      const message = `${after.label}: "${after.value}" here, but "${before.value}" in ${before.source}:${before.line}. Both are kept.`;
      const place = { line: after.line, column: 1 };
      return { source: after.source, found: diagnostic("setting-disagreement", message, place, after.label) };
    });
}

/** The lines with their captures: both stand in the order in which they were read. */
function* timedSettings(
  settings: readonly SettingReport[],
  captures: readonly CaptureReport[],
): Iterable<PrintedSetting> {
  let at = 0;
  for (const [place, line] of settings.entries()) {
    while (at < captures.length && !holds(captures[at], line)) at += 1;
    const { time = null, phase = null } = captures[at] ?? {};
    yield { line, value: line.value, time, phase, at: place };
  }
}

function holds(capture: CaptureReport | undefined, { kind, source, line }: SettingReport): boolean {
  if (capture === undefined || capture.kind !== kind || capture.source !== source) return false;
  return capture.line <= line && line <= capture.endLine;
}

/** Captured texts are detached wherever they are kept: as pieces of a source's text they would keep all of it in memory. */
function captureReport(capture: AnyCapture, before: CaptureReport | undefined): CaptureReport {
  const { kind, source, line, endLine, locale, collector } = capture;
  const records = capture.onDemand?.size ?? capture.records.length;
  // The tables of an interval log have all this in common.
  const command = before?.command === capture.command ? before.command : detached(capture.command);
  const time = before?.time === capture.time ? before.time : detached(capture.time);
  const phase = before?.phase === capture.phase ? before.phase : detached(capture.phase);
  const report = { kind, command, source, line, endLine, locale, time, phase, collector, records };
  return capture.kind === "chimneyStats" ? { ...report, ...capture.traits } : report;
}

function isOfSettings(capture: AnyCapture): capture is Capture<SettingsKind> & AnyCapture {
  return settingsKinds.some((kind) => kind === capture.kind);
}

function settingsOf(capture: Capture<SettingsKind>): SettingReport[] {
  const { kind, source } = capture;
  return capture.records.map(({ line, setting, label, value }) => {
    const printed = typeof value === "string" ? detached(value) : value;
    return { kind, setting, label: detached(label), value: printed, source, line };
  });
}

function cellsOf({ source, records }: Capture<"chimneyStats">): ChimneyStatsReport[] {
  return records.map(({ line, interface: name, column, value }) => {
    return { interface: detached(name), column: detached(column), value: detached(value), source, line };
  });
}

function append<T>(list: T[], more: readonly T[]): void {
  for (const entry of more) if (list.length < MOST_LINES) list.push(entry);
}
