import { IN_HOST, OFFLOADED, type Side } from "./offload-codes.ts";

/** The connections of one table; entry i of each array is about connection i. */
export interface TrackedConnections {
  readonly hashes: Float64Array;
  /** -1 without a process id. */
  readonly processIds: Float64Array;
  /** The history of each connection so far. */
  readonly histories: Uint8Array;
}

/** As many connections, not filled in yet. */
export function trackedConnections(size: number): TrackedConnections {
  return {
    hashes: new Float64Array(size),
    processIds: new Float64Array(size),
    histories: new Uint8Array(size),
  };
}

/** For each connection of the later table its index in the earlier one, or -1. A process id only counts if both have one. */
export function matchByHash(earlier: TrackedConnections, later: TrackedConnections): Int32Array {
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

/**
 * The history of one connection over consecutive tables, as bits of a byte: the first and the last side it was seen on
 * (none while it was on its way), and the marks below.
 */
export type History = number;

/** Set once the connection was seen offloaded. */
export const EVER_OFFLOADED = 16;

/** Set once the connection was seen on the other side than before. */
export const CHANGED_SIDE = 32;

/** Set once it was seen on the other side than before for the second time. */
export const FLAPPED = 64;

const FIRST_IN_HOST = 1;
const FIRST_OFFLOADED = 2;
const LAST_IN_HOST = 4;
const LAST_OFFLOADED = 8;
/** Set while it was on its way when it was last seen. */
const ON_ITS_WAY = 128;
const FIRST = FIRST_IN_HOST | FIRST_OFFLOADED;
const LAST = LAST_IN_HOST | LAST_OFFLOADED;

/** The history of a connection seen once. */
export function sighting(side: Side): History {
  if (side === IN_HOST) return FIRST_IN_HOST | LAST_IN_HOST;
  return side === OFFLOADED ? FIRST_OFFLOADED | LAST_OFFLOADED | EVER_OFFLOADED : ON_ITS_WAY;
}

/** True when the connection was offloaded before and is back in the host where it was last seen. */
export function isUploadedBack(history: History): boolean {
  const marks = EVER_OFFLOADED | LAST_IN_HOST;
  return (history & (marks | ON_ITS_WAY)) === marks;
}

/** The history of a connection from two consecutive parts of it; associative. */
export function joined(before: History, after: History): History {
  const first = before & FIRST || after & FIRST;
  const last = after & LAST || before & LAST;
  const ever = (before | after) & EVER_OFFLOADED;
  // The same side stands two bits higher as the last one than it does as the first one.
  const left = (before & LAST) >> 2;
  const right = after & FIRST;
  const changes = changesIn(before) + changesIn(after) + (left !== 0 && right !== 0 && left !== right ? 1 : 0);
  return first | last | ever | (changes > 0 ? CHANGED_SIDE : 0) | (changes > 1 ? FLAPPED : 0) | (after & ON_ITS_WAY);
}

/** More than two count as two. */
function changesIn(history: History): number {
  return (history & CHANGED_SIDE) / CHANGED_SIDE + (history & FLAPPED) / FLAPPED;
}
