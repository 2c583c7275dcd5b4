import type { Connection } from "../../grammar/netstat.ts";
import { slotHash } from "./connection-hash.ts";

/** Slots for each row in the first sieve: at sixteen, about nineteen rows of twenty are alone in theirs. */
const SLOTS_PER_ROW = 16;

/**
 * Indices of the TCP rows that repeat an earlier one (same endpoints, same process id), ascending. Within one table
 * that can't happen, so such rows tell that two tables were pasted together. UDP rows are left alone: several sockets
 * may share an address.
 *
 * Composing a key for every row would cost more than everything else done with it. So a sieve of small counters first
 * finds the rows whose hash may have come twice; only these are compared exactly.
 */
export function findDuplicates(records: readonly Connection[]): readonly number[] {
  const slotOf = hashSlots(records);
  const counts = new Uint8Array(slotOf.size);
  for (const slot of slotOf.slots) {
    const count = counts[slot] ?? 0;
    if (count < 2) counts[slot] = count + 1;
  }
  const seen = new Set<string>();
  const duplicates: number[] = [];
  let index = -1;
  for (const record of records) {
    index += 1;
    if (record.protocol !== "TCP" || (counts[slotOf.slots[index] ?? 0] ?? 0) < 2) continue;
    const key = exactKey(record);
    if (seen.has(key)) duplicates.push(index);
    else seen.add(key);
  }
  return duplicates;
}

function hashSlots(records: readonly Connection[]): { readonly slots: Uint32Array; readonly size: number } {
  let size = 1;
  while (size < records.length * SLOTS_PER_ROW) size *= 2;
  const slots = new Uint32Array(records.length);
  let index = 0;
  for (const record of records) {
    slots[index] = slotHash(record) & (size - 1);
    index += 1;
  }
  return { slots, size };
}

/** Line feeds can't occur in a cell of a table, so no two rows share a key by accident. */
function exactKey(record: Connection): string {
  const { localAddress, localPort, foreignAddress, foreignPort, pid } = record;
  return `${localAddress}\n${localPort}\n${foreignAddress}\n${foreignPort}\n${pid ?? ""}`;
}
