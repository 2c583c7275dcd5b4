import type { CaptureKind } from "../../grammar/index.ts";
import type { CaptureReport, HostReport, Snapshot } from "../report/index.ts";
import { type ConnectionChanges, connectionMoves } from "./compared-connections.ts";
import type { CaptureChange, HostComparison, HostMoment } from "./comparison.ts";
import { connectionChanges } from "./connection-changes.ts";
import { findingsChanged } from "./finding-changes.ts";
import { type KeptTables, tableOf } from "./kept-tables.ts";
import type { Pair } from "./pairs.ts";
import { ratioChange } from "./ratio-change.ts";
import { featuresChanged, settingsChanged } from "./setting-changes.ts";
import type { Timeline } from "./timeline.ts";

/** The tables of a side; null for an earlier report, which holds none. */
export interface Tables {
  readonly before: KeptTables | null;
  readonly after: KeptTables | null;
}

/** What is different about a host that both sides have. */
export function hostComparison({ before, after, by }: Pair, tables: Tables, timeline: Timeline | null): HostComparison {
  const kinds = { before: countsOf(before.captures), after: countsOf(after.captures) };
  const connections = connectionsOf(before, after, tables);
  const differences = {
    os: { before: osOf(before), after: osOf(after) },
    verdict: { before: verdictOf(before), after: verdictOf(after) },
    settings: settingsChanged(before, after),
    features: featuresChanged(before, after),
    ratio: ratioChange(before, after, connections.connections),
    ...connections,
    captures: capturesChanged(kinds.before, kinds.after),
    findings: findingsChanged(before.findings, after.findings),
  };
  return {
    host: after.host ?? before.host,
    pairedBy: by,
    moments: { before: momentOf(before), after: momentOf(after) },
    unchanged: isNone(differences),
    common: [...kinds.after.keys()].filter((kind) => kinds.before.has(kind)).sort(),
    ...differences,
    timeline,
  };
}

type Differences = Omit<HostComparison, "host" | "pairedBy" | "moments" | "unchanged" | "common" | "timeline">;

function isNone({ os, verdict, settings, features, ratio, connections, captures, findings }: Differences): boolean {
  const lists: readonly (readonly unknown[])[] = [settings, features, captures, findings];
  return (
    lists.every(({ length }) => length === 0) &&
    os.before === os.after &&
    verdict.before?.statement === verdict.after?.statement &&
    (["offloaded", "inHost", "transitional"] as const).every((side) => ratio.before?.[side] === ratio.after?.[side]) &&
    (connections === null || isStill(connections))
  );
}

/** What is on its way in both is no change. */
function isStill(connections: ConnectionChanges): boolean {
  return connectionMoves.every((move) => move === "stuck" || connections[move].count === 0);
}

function connectionsOf(
  before: HostReport,
  after: HostReport,
  tables: Tables,
): Pick<HostComparison, "connections" | "connectionsUnknown"> {
  const unknown = (reason: HostComparison["connectionsUnknown"]) => ({ connections: null, connectionsUnknown: reason });
  if (tables.before === null || tables.after === null) return unknown("earlierReport");
  const [one, other] = [headlineOf(before), headlineOf(after)];
  if (one === undefined || other === undefined) return unknown("noTable");
  if (!one.hasOffloadState || !other.hasOffloadState) return unknown("noOffloadColumn");
  const [earlier, later] = [tableOf(tables.before, one), tableOf(tables.after, other)];
  if (earlier === undefined || later === undefined) return unknown("notKept");
  return { connections: connectionChanges(earlier, later), connectionsUnknown: null };
}

function headlineOf({ summary: { headline, snapshots } }: HostReport): Snapshot | undefined {
  return headline === null ? undefined : snapshots[headline];
}

function momentOf(host: HostReport): HostMoment {
  const headline = headlineOf(host);
  const { time, phase } = headline ?? host.captures[0] ?? { time: null, phase: null };
  const table = headline === undefined ? null : { source: headline.source, line: headline.line };
  return { time, phase, table, command: headline?.command ?? null };
}

function osOf({ os }: HostReport): string | null {
  if (os === null) return null;
  return os.build === null ? os.band : `${os.band} (${os.build})`;
}

function verdictOf({ verdict }: HostReport): HostComparison["verdict"]["before"] {
  return verdict === null ? null : { code: verdict.code, statement: verdict.statement };
}

function countsOf(captures: readonly CaptureReport[]): ReadonlyMap<CaptureKind, number> {
  const counts = new Map<CaptureKind, number>();
  for (const { kind } of captures) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}

function capturesChanged(
  before: ReadonlyMap<CaptureKind, number>,
  after: ReadonlyMap<CaptureKind, number>,
): readonly CaptureChange[] {
  const kinds = [...new Set([...before.keys(), ...after.keys()])].sort();
  return kinds
    .map((kind) => ({ kind, before: before.get(kind) ?? 0, after: after.get(kind) ?? 0 }))
    .filter((change) => (change.before === 0) !== (change.after === 0));
}
