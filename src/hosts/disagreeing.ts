import { compareMoments, type Moment } from "./moments.ts";

/** A value of a setting, and when it was printed. */
export interface PrintedValue extends Moment {
  readonly value: string | number;
}

/** Different values of one setting that are compared: a damaged capture may print any number. */
const MOST_VALUES = 8;

/**
 * The first line of each value where values disagree, in the order in which they were printed; none where all are one,
 * and none where each is known to be earlier or later than the first of every other value: that is a change.
 */
export function disagreeing<P extends PrintedValue>(printed: readonly P[]): readonly P[] {
  const firsts = new Map<string | number, P>();
  for (const one of printed) if (!firsts.has(one.value) && firsts.size < MOST_VALUES) firsts.set(one.value, one);
  const states = [...firsts.values()];
  if (states.length < 2) return [];
  const isChange = printed.every((one) =>
    states.every((state) => state.value === one.value || (compareMoments(one, state) ?? 0) !== 0),
  );
  return isChange ? [] : states;
}
