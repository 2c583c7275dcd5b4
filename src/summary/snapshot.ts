import type { Connection, NetstatTraits, RecordsOnDemand } from "../../grammar/index.ts";
import { runOf, type TableRun } from "./across-snapshots.ts";
import { classify, classNames, countedRows } from "./classify.ts";
import type { Columns } from "./columns.ts";
import { connectionHashes } from "./connection-hash.ts";
import {
  type ConnectionClass,
  doubtfulRows,
  type Groups,
  type Observation,
  type RowNote,
  type Snapshot,
} from "./connection-report.ts";
import { findDuplicates } from "./duplicates.ts";
import { buildGroups, type CountedRows, type GroupsTested } from "./groups.ts";
import { type Width, widthOf } from "./headline.ts";
import { masksOf } from "./masks.ts";
import { observe } from "./observations.ts";
import { localAddresses, ownHost } from "./own-host.ts";
import { stated } from "./statement.ts";
import { columnsOfTable, rowsOnDemand } from "./table-rows.ts";
import { type Tally, tally } from "./tally.ts";

/** One netstat table as it was read: a capture is one. */
export interface ReadTable {
  readonly source: string;
  readonly line: number;
  readonly endLine: number;
  readonly command: string | null;
  readonly time: string | null;
  readonly phase: string | null;
  readonly records: readonly Connection[];
  readonly onDemand?: RecordsOnDemand<Connection>;
  readonly traits: NetstatTraits;
}

/** A table together with what gives the captured text of a row. */
export interface QuotableTable extends ReadTable {
  readonly textOf: (record: Connection) => string;
}

/** One netstat table, counted. */
export interface ReadSnapshot {
  readonly snapshot: Snapshot;
  /** Quotes a row of the table. Not to be kept: it holds on to all of its text. */
  readonly quote: (record: Connection) => RowNote;
  /** One for each record, in the same order. */
  readonly classes: readonly ConnectionClass[];
  /** The same as codes. */
  readonly classCodes: Uint8Array;
  /** Not to be kept, like `counted`: they are as large as the table. */
  readonly columns: Columns;
  readonly groups: Groups;
  readonly groupsTested: GroupsTested;
  readonly counted: CountedRows;
  readonly observations: readonly Observation[];
  readonly width: Width;
  /** Indices of records that repeat an earlier one, ascending. */
  readonly duplicates: readonly number[];
  /** Specific local addresses of the rows, without zones; neither loopback nor names. */
  readonly localAddresses: readonly string[];
  /** The table as a run of one. */
  readonly run: TableRun;
}

export interface SummaryOptions {
  /** Name of the computer, short or with its domain, where the user gives it. */
  readonly computerName?: string;
  /** Fewer connections have no ratio; the usual number when it is missing. */
  readonly leastConnections?: number;
}

/** Classifies and counts the rows of one table. But for `quote`, `counted` and `columns`, nothing in the result refers to the records. */
export function readSnapshot(capture: QuotableTable, options: SummaryOptions): ReadSnapshot {
  const { source, textOf } = capture;
  const quote = (record: Connection): RowNote => ({ source, line: record.line, text: textOf(record) });
  const rows = rowsOnDemand(capture);
  const columns = columnsOfTable(capture);
  const masks = masksOf(columns);
  const own = ownHost(columns, masks, options.computerName);
  const hashes = connectionHashes(columns);
  const duplicates = findDuplicates(columns, hashes, masks);
  const classes = classify(columns, duplicates, own);
  const counted = countedRows(classes);
  const numbers = tally(columns, classes, options.leastConnections);
  const snapshot = snapshotOf(capture, numbers, masks.rows);
  return {
    snapshot,
    quote,
    columns,
    classCodes: classes,
    // Only those who hand out rows ask for them.
    get classes() {
      return namesOf(classes);
    },
    ...buildGroups(columns, counted, own, masks, numbers.eligible, options.leastConnections),
    observations: observe({ rows, columns, classes, own, quote }),
    width: widthOf(capture, snapshot),
    localAddresses: localAddresses(columns, own),
    duplicates,
    run: runOf(columns, counted, hashes),
  };
}

function snapshotOf(capture: ReadTable, numbers: Tally, maskedRows: number): Snapshot {
  const { source, line, endLine, command, time, phase, traits } = capture;
  const { hasOffloadState, unreadRows } = traits;
  const { connections, raw, excluded, notCounted } = numbers;
  return {
    source,
    line,
    endLine,
    command,
    time,
    phase,
    hasOffloadState,
    connections,
    raw,
    eligible: stated({ ...numbers, hasOffloadState, ...doubtfulRows(unreadRows, maskedRows) }),
    excluded,
    notCounted,
    ...doubtfulRows(unreadRows, maskedRows),
  };
}

function namesOf(classes: Uint8Array): readonly ConnectionClass[] {
  const names = new Array<ConnectionClass>(classes.length);
  for (let row = 0; row < classes.length; row += 1) names[row] = classNames[classes[row] ?? 0] ?? "unknownState";
  return names;
}
