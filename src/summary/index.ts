import type { Connection } from "../../grammar/index.ts";
import { detached } from "../text/index.ts";
import { acrossSnapshots, append, appendTable, emptyRun, type Quote, type TableRun } from "./across-snapshots.ts";
import type { ConnectionClass, Groups, HostSummary, Observation } from "./connection-report.ts";
import type { GroupsTested } from "./groups.ts";
import { type Candidate, isPreferred } from "./headline.ts";
import type { ReadSnapshot, ReadTable } from "./snapshot.ts";
import { addToLog, emptySnapshotLog, joinedLogs, type SnapshotLog, unpacked } from "./snapshot-log.ts";
import { statementWithSettings } from "./statement.ts";
import { rowsOnDemand } from "./table-rows.ts";

/** One row of a netstat table with all that is known of it, as it is handed out while the sources are read. */
export interface ConnectionRow {
  readonly host: string | null;
  readonly source: string;
  /** Number of the table within its source, from 1. */
  readonly snapshot: number;
  readonly time: string | null;
  readonly connection: Connection;
  /** Name of the process: as the table prints it, else as a list of processes of the same host does. */
  readonly process: string | null;
  readonly class: ConnectionClass;
}

export {
  type AcrossSnapshots,
  type ConnectionCounts,
  type EligibleRatio,
  exclusionReasons,
  type Followed,
  type Group,
  type Groups,
  type HostSummary,
  notCountedReasons,
  type Observation,
  type OffloadStateCounts,
  type RawRatio,
  type ReportPlace,
  type RowNote,
  type Snapshot,
} from "./connection-report.ts";
export { type Candidate, isPreferred, leavesRowsOut } from "./headline.ts";
export { endpoint } from "./quoted-rows.ts";
export { differs, type EligibleNumbers, eligibleRatio, wilson } from "./ratio.ts";
export {
  type QuotableTable,
  type ReadSnapshot,
  type ReadTable,
  readSnapshot,
  type SummaryOptions,
} from "./snapshot.ts";
export { portsInUse } from "./socket-states.ts";
export { shareText } from "./statement.ts";
export type { SideCounts, SidesBy, TableEvidence } from "./table-evidence.ts";
export { type TableNotes, tableNotes } from "./table-notes.ts";
export { rowsOnDemand, type TableRows } from "./table-rows.ts";
export { type Unable, unableBy, withoutShare } from "./without-share.ts";

/** What is kept of a host's netstat tables as they stream by. It grows by `addSnapshot`: the one thing here that does. */
export interface ConnectionEvidence {
  /** In the order in which they were added. */
  readonly snapshots: SnapshotLog;
  headline: Headline | null;
  /** The tables with an offload column as one run; the others can't show a change. */
  run: TableRun;
}

/** The table that the host's numbers are of, as far as the tables so far tell. */
interface Headline extends Candidate {
  /** Index in the snapshots. */
  readonly index: number;
  readonly groups: Groups;
  readonly groupsTested: GroupsTested;
  readonly observations: readonly Observation[];
}

/** Evidence of a host of which no netstat table has been seen. */
export function emptyConnectionEvidence(): ConnectionEvidence {
  return { snapshots: emptySnapshotLog(), headline: null, run: emptyRun() };
}

/** Adds a table, changing the evidence. The capture may be let go afterwards: no row of it is kept. */
export function addSnapshot(evidence: ConnectionEvidence, capture: ReadTable, read: ReadSnapshot): void {
  const { snapshot, width, groups, groupsTested, observations } = read;
  const time = detached(snapshot.time);
  const candidate: Headline = { index: evidence.snapshots.size, width, time, groups, groupsTested, observations };
  evidence.headline = preferred(evidence.headline, candidate);
  addToLog(evidence.snapshots, snapshot);
  // Masked rows of two tables can't be told apart, nor known again.
  const isFollowed = snapshot.hasOffloadState && snapshot.maskedRows === undefined;
  if (isFollowed) evidence.run = appendTable(evidence.run, read.run, quoteFrom(capture, read));
}

/** The evidence of two lots of tables of one host, the first lot being the earlier one. Neither of them is changed. */
export function mergeConnectionEvidence(a: ConnectionEvidence, b: ConnectionEvidence): ConnectionEvidence {
  const headline = b.headline === null ? null : { ...b.headline, index: a.snapshots.size + b.headline.index };
  return {
    snapshots: joinedLogs(a.snapshots, b.snapshots),
    headline: headline === null ? a.headline : preferred(a.headline, headline),
    run: append(a.run, b.run),
  };
}

/** The summary of a host: the numbers of one table, chosen and never added up, and all tables beside it. */
export function summarize(
  evidence: ConnectionEvidence,
  settings: HostSummary["settings"],
  leastConnections?: number,
): HostSummary {
  const { headline, run } = evidence;
  const snapshots = [...unpacked(evidence.snapshots, leastConnections)];
  const chosen = headline === null ? undefined : snapshots[headline.index];
  if (headline === null || chosen === undefined) return withoutTable(settings);
  return {
    connections: chosen.connections,
    raw: chosen.raw,
    eligible: { ...chosen.eligible, statement: statementWithSettings(chosen, settings) },
    excluded: chosen.excluded,
    notCounted: chosen.notCounted,
    settings,
    groups: headline.groups,
    groupsTested: headline.groupsTested,
    observations: headline.observations,
    headline: headline.index,
    snapshots,
    acrossSnapshots: acrossSnapshots(run),
  };
}

function quoteFrom(table: ReadTable, { counted, quote }: ReadSnapshot): Quote {
  const { source } = table;
  const rows = rowsOnDemand(table);
  return (index) => {
    const row = rows.at(counted.rows[index] ?? rows.size);
    return row === undefined ? { source, line: 1, text: "" } : quote(row);
  };
}

function preferred(earlier: Headline | null, later: Headline): Headline {
  return earlier === null || isPreferred(later, earlier) ? later : earlier;
}

function withoutTable(settings: HostSummary["settings"]): HostSummary {
  return {
    connections: null,
    raw: null,
    eligible: null,
    excluded: null,
    notCounted: null,
    settings,
    groups: null,
    groupsTested: null,
    observations: [],
    headline: null,
    snapshots: [],
    acrossSnapshots: null,
  };
}
