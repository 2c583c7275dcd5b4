import type { Connection } from "../../grammar/netstat.ts";
import type { AcrossSnapshots, ConnectionClass } from "../report.ts";
import { connectionHash } from "./connection-hash.ts";
import { CHANGED_SIDE, EVER_OFFLOADED, joined, sighting } from "./history.ts";

/**
 * What a run of consecutive tables of one host says about its connections. Only the connections of the first and the
 * last table are held, as numbers: one that is missing from a table has ended, and if its endpoints occur again later
 * that is another connection. Values are never changed; `append` makes new ones, and it is associative.
 */
export interface Run {
  readonly snapshots: number;
  readonly distinct: number;
  readonly everOffloaded: number;
  readonly changedSide: number;
  readonly incomplete: boolean;
  readonly first: Lives;
  readonly last: Lives;
  /** For each connection of the last table its index in the first one if it has been there all along, else -1. */
  readonly origins: Int32Array;
}

/** The connections of one table; entry i of each array is about connection i. */
interface Lives {
  readonly hashes: Float64Array;
  /** -1 without a process id. */
  readonly processIds: Float64Array;
  /** The history of each connection so far. */
  readonly histories: Uint8Array;
}

/** Connections of one table that are kept track of. */
const MOST_CONNECTIONS = 200_000;

/** No table at all; appending it changes nothing. */
export function emptyRun(): Run {
  const none = lives(0);
  const origins = new Int32Array(0);
  return {
    snapshots: 0,
    distinct: 0,
    everOffloaded: 0,
    changedSide: 0,
    incomplete: false,
    first: none,
    last: none,
    origins,
  };
}

/** A single table: its connections that are eligible or on their way. */
export function runOf(records: readonly Connection[], classes: readonly ConnectionClass[]): Run {
  const tracked = records.filter((_, index) => classes[index] === "eligible" || classes[index] === "transitional");
  const size = Math.min(tracked.length, MOST_CONNECTIONS);
  const table = lives(size);
  const origins = new Int32Array(size);
  let everOffloaded = 0;
  for (const [index, record] of tracked.entries()) {
    if (index === size) break;
    table.hashes[index] = connectionHash(record);
    table.processIds[index] = record.pid ?? -1;
    table.histories[index] = sighting(record.offloadState);
    origins[index] = index;
    if (record.offloadState === "offloaded") everOffloaded += 1;
  }
  const incomplete = size < tracked.length;
  return {
    snapshots: 1,
    distinct: size,
    everOffloaded,
    changedSide: 0,
    incomplete,
    first: table,
    last: table,
    origins,
  };
}

/** Two runs as one, the tables of `earlier` before those of `later`. */
export function append(earlier: Run, later: Run): Run {
  if (earlier.snapshots === 0) return later;
  if (later.snapshots === 0) return earlier;
  const survivors = match(earlier.last, later.first);
  const joints = new Uint8Array(survivors.length);
  const firstHistories = earlier.first.histories.slice();
  let { distinct, everOffloaded, changedSide } = totals(earlier, later);
  for (const [index, survivor] of survivors.entries()) {
    if (survivor < 0) continue;
    const before = earlier.last.histories[survivor] ?? 0;
    const after = later.first.histories[index] ?? 0;
    const whole = joined(before, after);
    joints[index] = whole;
    distinct -= 1;
    everOffloaded -= bit(before & after & EVER_OFFLOADED);
    changedSide += bit(whole & CHANGED_SIDE) - bit(before & CHANGED_SIDE) - bit(after & CHANGED_SIDE);
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
    incomplete: earlier.incomplete || later.incomplete,
    first: { ...earlier.first, histories: firstHistories },
    last: { ...later.last, histories: lastHistories },
    origins,
  };
}

/** What the report says of a run; null for fewer than two tables, because one table has nothing to compare with. */
export function acrossSnapshots(run: Run): AcrossSnapshots | null {
  if (run.snapshots < 2) return null;
  const { snapshots, distinct, everOffloaded, changedSide, incomplete } = run;
  return { snapshots, distinctConnections: distinct, everOffloaded, changedSide, incomplete };
}

function lives(size: number): Lives {
  return {
    hashes: new Float64Array(size),
    processIds: new Float64Array(size),
    histories: new Uint8Array(size),
  };
}

function totals(a: Run, b: Run): { distinct: number; everOffloaded: number; changedSide: number } {
  return {
    distinct: a.distinct + b.distinct,
    everOffloaded: a.everOffloaded + b.everOffloaded,
    changedSide: a.changedSide + b.changedSide,
  };
}

/** For each connection of the later table its index in the earlier one, or -1. A process id only counts if both have one. */
function match(earlier: Lives, later: Lives): Int32Array {
  const indices = new Map<number, number>();
  for (const [index, hash] of earlier.hashes.entries()) indices.set(hash, index);
  return Int32Array.from(later.hashes, (hash, index) => {
    const found = indices.get(hash);
    if (found === undefined) return -1;
    const one = earlier.processIds[found] ?? -1;
    const other = later.processIds[index] ?? -1;
    if (one >= 0 && other >= 0 && one !== other) return -1;
    indices.delete(hash);
    return found;
  });
}

function bit(masked: number): number {
  return masked === 0 ? 0 : 1;
}
