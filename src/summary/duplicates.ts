import type { Columns } from "./columns.ts";
import { type ConnectionHashes, connectionHash } from "./connection-hash.ts";
import type { Masks } from "./masks.ts";

/**
 * The TCP rows that repeat an earlier one (same endpoints, same process id), ascending. Within one table that can't
 * happen, so such rows tell that two tables were pasted together. UDP rows are left alone: several sockets may share an
 * address. So are rows with a masked address or port: what looks the same there may be two.
 */
export function findDuplicates(columns: Columns, hashes: ConnectionHashes, masks: Masks): readonly number[] {
  const { rows, isTcp } = columns;
  const ofRows = new Float64Array(rows);
  for (let row = 0; row < rows; row += 1) ofRows[row] = connectionHash(columns, hashes, row);
  const suspects = repeatedIn(ofRows.sort());
  if (suspects.size === 0) return [];
  const seen = new Set<string>();
  const duplicates: number[] = [];
  for (let row = 0; row < rows; row += 1) {
    if (isTcp[row] === 0 || !suspects.has(connectionHash(columns, hashes, row)) || masks.hasMask(row)) continue;
    const key = exactKey(columns, row);
    if (seen.has(key)) duplicates.push(row);
    else seen.add(key);
  }
  return duplicates;
}

/** The numbers that occur more than once, of sorted ones: sorting is several times faster than a set of them all. */
function repeatedIn(sorted: Float64Array): ReadonlySet<number> {
  const repeated = new Set<number>();
  let previous = Number.NaN;
  for (const number of sorted) {
    if (number === previous) repeated.add(number);
    previous = number;
  }
  return repeated;
}

function exactKey({ localAddress, localPort, foreignAddress, foreignPort, processId }: Columns, row: number): string {
  return [localAddress[row], localPort[row], foreignAddress[row], foreignPort[row], processId[row]].join();
}
