import { type Columns, NONE } from "./columns.ts";
import { type ConnectionHashes, connectionHash } from "./connection-hash.ts";
import type { AcrossSnapshots, RowNote } from "./connection-report.ts";
import { ABSENT, OFFLOADED, sideOfCode } from "./offload-codes.ts";
import {
  CHANGED_SIDE,
  EVER_OFFLOADED,
  FLAPPED,
  isUploadedBack,
  joined,
  matchByHash,
  sighting,
  type TrackedConnections,
  trackedConnections,
} from "./tracked-connections.ts";

/**
 * What a run of consecutive tables of one host says about its connections. Only the connections of the first and the
 * last table are held, as numbers: one that is missing from a table has ended, and if its endpoints occur again later
 * that is another connection. Values are never changed; `append` makes new ones, and it is associative.
 */
export interface TableRun {
  readonly snapshots: number;
  readonly distinct: number;
  readonly everOffloaded: number;
  readonly changedSide: number;
  readonly flapped: number;
  readonly flappedRows: readonly RowNote[];
  /** Of the last table. */
  readonly uploadedBackRows: readonly RowNote[];
  readonly incomplete: boolean;
  readonly first: TrackedConnections;
  readonly last: TrackedConnections;
  /** For each connection of the last table its index in the first one if it has been there all along, else -1. */
  readonly origins: Int32Array;
}

/** Gives the row of a connection of a single table, by its index there. */
export type Quote = (index: number) => RowNote;

/** Connections of one table that are kept track of. */
const MOST_CONNECTIONS = 200_000;

/** Rows quoted of one sort. */
const MOST_EXAMPLES = 5;

const unchanged = { changedSide: 0, flapped: 0, flappedRows: [], uploadedBackRows: [] };

/** No table at all; appending it changes nothing. */
export function emptyRun(): TableRun {
  const none = trackedConnections(0);
  const origins = new Int32Array(0);
  return {
    snapshots: 0,
    distinct: 0,
    everOffloaded: 0,
    ...unchanged,
    incomplete: false,
    first: none,
    last: none,
    origins,
  };
}

/** A single table. `counted` are its rows that are eligible or on their way; an index in them is that of a `Quote`. */
export function runOf(columns: Columns, counted: Int32Array, hashes: ConnectionHashes): TableRun {
  const size = Math.min(counted.length, MOST_CONNECTIONS);
  const table = trackedConnections(size);
  const origins = new Int32Array(size);
  let everOffloaded = 0;
  for (let index = 0; index < size; index += 1) {
    const row = counted[index] ?? 0;
    const side = sideOfCode(columns.offload[row] ?? ABSENT);
    table.hashes[index] = connectionHash(columns, hashes, row);
    table.processIds[index] = columns.processIds.values[columns.processId[row] ?? NONE] ?? -1;
    table.histories[index] = sighting(side);
    origins[index] = index;
    if (side === OFFLOADED) everOffloaded += 1;
  }
  return {
    snapshots: 1,
    distinct: size,
    everOffloaded,
    ...unchanged,
    incomplete: size < counted.length,
    first: table,
    last: table,
    origins,
  };
}

/** Two runs as one, the tables of `earlier` before those of `later`; of these, rows are quoted that are known already. */
export function append(earlier: TableRun, later: TableRun): TableRun {
  return joinedRun(earlier, later, undefined);
}

/** A run and one more table, whose rows can be quoted. */
export function appendTable(earlier: TableRun, table: TableRun, quote: Quote): TableRun {
  return joinedRun(earlier, table, quote);
}

function joinedRun(earlier: TableRun, later: TableRun, quote: Quote | undefined): TableRun {
  if (earlier.snapshots === 0) return later;
  if (later.snapshots === 0) return earlier;
  const survivors = matchByHash(earlier.last, later.first);
  const joints = new Uint8Array(survivors.length);
  const firstHistories = earlier.first.histories.slice();
  const flappedRows = [...earlier.flappedRows, ...later.flappedRows].slice(0, MOST_EXAMPLES);
  let { distinct, everOffloaded, changedSide, flapped } = totals(earlier, later);
  for (const [index, survivor] of survivors.entries()) {
    if (survivor < 0) continue;
    const before = earlier.last.histories[survivor] ?? 0;
    const after = later.first.histories[index] ?? 0;
    const whole = joined(before, after);
    joints[index] = whole;
    distinct -= 1;
    everOffloaded -= bit(before & after & EVER_OFFLOADED);
    changedSide += bit(whole & CHANGED_SIDE) - bit(before & CHANGED_SIDE) - bit(after & CHANGED_SIDE);
    const flaps = bit(whole & FLAPPED) - bit(before & FLAPPED) - bit(after & FLAPPED);
    flapped += flaps;
    if (flaps > 0 && quote !== undefined && flappedRows.length < MOST_EXAMPLES) flappedRows.push(quote(index));
    const origin = earlier.origins[survivor] ?? -1;
    if (origin >= 0) firstHistories[origin] = whole;
  }
  const lastHistories = later.last.histories.slice();
  const origins = later.origins.map((origin, index) => {
    const survivor = origin < 0 ? -1 : (survivors[origin] ?? -1);
    if (survivor < 0) return -1;
    lastHistories[index] = joints[origin] ?? 0;
    return earlier.origins[survivor] ?? -1;
  });
  return {
    snapshots: earlier.snapshots + later.snapshots,
    distinct,
    everOffloaded,
    changedSide,
    flapped,
    flappedRows,
    uploadedBackRows: quote === undefined ? later.uploadedBackRows : uploadedBackRows(lastHistories, quote),
    incomplete: earlier.incomplete || later.incomplete,
    first: { ...earlier.first, histories: firstHistories },
    last: { ...later.last, histories: lastHistories },
    origins,
  };
}

/** What the report says of a run; null for fewer than two tables, because one table has nothing to compare with. */
export function acrossSnapshots(run: TableRun): AcrossSnapshots | null {
  if (run.snapshots < 2) return null;
  const { snapshots, distinct, everOffloaded, changedSide, incomplete } = run;
  return {
    snapshots,
    distinctConnections: distinct,
    everOffloaded,
    changedSide,
    flapped: { count: run.flapped, examples: run.flappedRows },
    uploadedBack: { count: run.last.histories.filter(isUploadedBack).length, examples: run.uploadedBackRows },
    incomplete,
  };
}

function uploadedBackRows(histories: Uint8Array, quote: Quote): readonly RowNote[] {
  const rows: RowNote[] = [];
  for (let index = 0; index < histories.length && rows.length < MOST_EXAMPLES; index += 1) {
    if (isUploadedBack(histories[index] ?? 0)) rows.push(quote(index));
  }
  return rows;
}

function totals(a: TableRun, b: TableRun): Pick<TableRun, "distinct" | "everOffloaded" | "changedSide" | "flapped"> {
  return {
    flapped: a.flapped + b.flapped,
    distinct: a.distinct + b.distinct,
    everOffloaded: a.everOffloaded + b.everOffloaded,
    changedSide: a.changedSide + b.changedSide,
  };
}

function bit(masked: number): number {
  return masked === 0 ? 0 : 1;
}
