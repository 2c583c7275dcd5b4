import type { Columns } from "./columns.ts";
import { type ConnectionHashes, slotHash } from "./connection-hash.ts";
import { emptySlots, MOST_STEPS, type Slots } from "./slots.ts";

/**
 * The TCP rows that repeat an earlier one (same endpoints, same process id), ascending. Within one table that can't
 * happen, so such rows tell that two tables were pasted together. UDP rows are left alone: several sockets may share an
 * address.
 */
export function findDuplicates(columns: Columns, hashes: ConnectionHashes): readonly number[] {
  const slots = emptySlots(columns.rows);
  const crowded = new Set<string>();
  const duplicates: number[] = [];
  for (let row = 0; row < columns.rows; row += 1) {
    if (columns.isTcp[row] === 0) continue;
    const place = settle(columns, slots, row, slotHash(columns, hashes, row));
    if (place === "repeated") duplicates.push(row);
    if (place !== "no slot") continue;
    const key = exactKey(columns, row);
    if (crowded.has(key)) duplicates.push(row);
    else crowded.add(key);
  }
  return duplicates;
}

function settle(columns: Columns, slots: Slots, row: number, hash: number): "settled" | "repeated" | "no slot" {
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const slot = (hash + step) & (slots.length - 1);
    const other = (slots[slot] ?? 0) - 1;
    if (other < 0) {
      slots[slot] = row + 1;
      return "settled";
    }
    if (areEqual(columns, row, other)) return "repeated";
  }
  return "no slot";
}

function areEqual(columns: Columns, one: number, other: number): boolean {
  const { localAddress, localPort, foreignAddress, foreignPort, processId } = columns;
  return (
    foreignPort[one] === foreignPort[other] &&
    foreignAddress[one] === foreignAddress[other] &&
    localPort[one] === localPort[other] &&
    localAddress[one] === localAddress[other] &&
    processId[one] === processId[other]
  );
}

function exactKey({ localAddress, localPort, foreignAddress, foreignPort, processId }: Columns, row: number): string {
  return [localAddress[row], localPort[row], foreignAddress[row], foreignPort[row], processId[row]].join();
}
