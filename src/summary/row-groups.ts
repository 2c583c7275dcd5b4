import { NONE } from "./columns.ts";

/** Rows that share a key. */
export interface RowGroups {
  readonly groups: number;
  /** How many rows each group has, and the first of them; in the order of these. */
  readonly sizes: Int32Array;
  readonly firsts: Int32Array;
}

/** Slots for each group there may be: enough that most rows find their group at once. */
const SLOTS_A_ROW = 2;

/**
 * Groups some rows of a table, ascending, by one column, or by two together; a row whose cell of the first one is `NONE`
 * is in no group. The slots are a hash table without an object or a text: the bench row that needs it is `summary`.
 */
export function groupRows(rows: Int32Array, one: Int32Array, other?: Int32Array): RowGroups {
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(rows.length * SLOTS_A_ROW + 1)));
  const mask = slots.length - 1;
  const sizes = new Int32Array(rows.length);
  const firsts = new Int32Array(rows.length);
  let groups = 0;
  for (const row of rows) {
    const key = one[row] ?? NONE;
    if (key === NONE) continue;
    const second = other === undefined ? 0 : (other[row] ?? NONE);
    let slot = hashOf(key, second) & mask;
    // A slot holds the number of its group and one; 0 while it is free.
    for (let group = slots[slot] ?? 0; ; group = slots[slot] ?? 0) {
      const first = group === 0 ? row : (firsts[group - 1] ?? 0);
      if (group === 0) {
        firsts[groups] = row;
        groups += 1;
        slots[slot] = groups;
        sizes[groups - 1] = 1;
        break;
      }
      if (one[first] === key && (other === undefined || other[first] === second)) {
        sizes[group - 1] = (sizes[group - 1] ?? 0) + 1;
        break;
      }
      slot = (slot + 1) & mask;
    }
  }
  return { groups, sizes, firsts };
}

/** The largest groups, at most so many; of those of one size the ones that come first. By their numbers. */
export function largestGroups({ groups, sizes }: RowGroups, most: number): readonly number[] {
  const largest: number[] = [];
  const sizeOf = (group: number | undefined) => (group === undefined ? 0 : (sizes[group] ?? 0));
  for (let group = 0; group < groups; group += 1) {
    if (largest.length === most && sizeOf(group) <= sizeOf(largest[most - 1])) continue;
    const at = largest.findIndex((other) => sizeOf(group) > sizeOf(other));
    largest.splice(at < 0 ? largest.length : at, 0, group);
    largest.length = Math.min(largest.length, most);
  }
  return largest;
}

function hashOf(one: number, other: number): number {
  let hash = Math.imul(one ^ (other << 7), 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 15) ^ other, 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
