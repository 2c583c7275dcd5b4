/** Small numbers for values, counting up from 0 in the order in which the values first come. Values are untrusted. */
export interface Ids<T> {
  /** The value of each number. */
  readonly values: T[];
  readonly numbers: Map<T, number>;
}

export function emptyIds<T>(): Ids<T> {
  return { values: [], numbers: new Map() };
}

/** The number of a value, which is a new one when the value has not come before. */
export function idOf<T>(ids: Ids<T>, value: T): number {
  const known = ids.numbers.get(value);
  if (known !== undefined) return known;
  const id = ids.values.length;
  ids.values.push(value);
  ids.numbers.set(value, id);
  return id;
}

/** The same numbers for the same values, in memory of their own. */
export function copyOfIds<T>({ values, numbers }: Ids<T>): Ids<T> {
  return { values: [...values], numbers: new Map(numbers) };
}
