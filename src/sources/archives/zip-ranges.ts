/** Stretches of an archive that members have claimed, none of which overlaps another. */
export interface Ranges {
  readonly starts: number[];
  readonly ends: number[];
}

export function noRanges(): Ranges {
  return { starts: [], ends: [] };
}

/** Claims a stretch; false when a part of it is claimed already. Both lists stay in order. */
export function claim({ starts, ends }: Ranges, start: number, end: number): boolean {
  const at = firstAfter(starts, start);
  if ((ends[at - 1] ?? 0) > start || (starts[at] ?? Number.POSITIVE_INFINITY) < end) return false;
  starts.splice(at, 0, start);
  ends.splice(at, 0, end);
  return true;
}

/** Where in the list the first number stands that is greater. */
function firstAfter(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
