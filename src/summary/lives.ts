/** The connections of one table; entry i of each array is about connection i. */
export interface Lives {
  readonly hashes: Float64Array;
  /** -1 without a process id. */
  readonly processIds: Float64Array;
  /** The history of each connection so far. */
  readonly histories: Uint8Array;
}

/** As many connections, not filled in yet. */
export function lives(size: number): Lives {
  return {
    hashes: new Float64Array(size),
    processIds: new Float64Array(size),
    histories: new Uint8Array(size),
  };
}

/** For each connection of the later table its index in the earlier one, or -1. A process id only counts if both have one. */
export function match(earlier: Lives, later: Lives): Int32Array {
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
