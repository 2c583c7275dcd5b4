/**
 * A table of slots for numbers of rows, addresses or whatever else is counted from 0: an entry goes into the first free
 * slot from that of its hash on, unless it meets its equal on the way. A slot holds the number of its entry plus 1.
 */
export type Slots = Int32Array;

/**
 * Slots looked at for one entry. Honest entries rarely need three; whoever makes entries collide must not gain anything
 * by it. An entry that finds no slot has to be kept in another way. Slots stay taken, so its equals find none either.
 */
export const MOST_STEPS = 32;

/** Slots for so many entries, at least half of which stay free. */
export function emptySlots(entries: number): Slots {
  let size = 2;
  while (size < entries * 2) size *= 2;
  return new Int32Array(size);
}
