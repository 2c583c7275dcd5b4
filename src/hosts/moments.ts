/** When a capture was made, as far as something told. */
export interface Moment {
  /** ISO 8601, with or without a zone. */
  readonly time: string | null;
  /** When in a collector's run. */
  readonly phase: string | null;
}

/** What moments are compared by, the surest first: times of one kind, days, then phases. */
export const clocks = ["local", "zoned", "day", "phase"] as const;

export type Clock = (typeof clocks)[number];

/** Phases of which is known that they lie before or after what is looked into; of others no order is known. */
const phases: ReadonlyMap<string, number> = new Map([
  ["start", 0],
  ["before", 0],
  ["before-repro", 0],
  ["stop", 1],
  ["after", 1],
  ["after-repro", 1],
]);

const DATE = /^\d{4}-\d\d-\d\d(?=T|$)/;
const LOCAL = /^\d{4}-\d\d-\d\dT[\d:.]+(?=$|[+-]\d\d:?\d\d$)/;
const ZONED = /(?:Z|T[\d:.]+[+-]\d\d:?\d\d)$/i;

/** True when the clock tells something of the moment: without its zone a time can't be compared with one that has it. */
export function goesBy(clock: Clock, moment: Moment): boolean {
  return readingOf(clock, moment) !== undefined;
}

/** Negative when `a` was before `b`, positive when it was after it. Both have to go by the clock. */
export function compareBy(clock: Clock, a: Moment, b: Moment): number {
  return (readingOf(clock, a) ?? 0) - (readingOf(clock, b) ?? 0);
}

/** The same by the surest clock that both go by; undefined where their order is not to be told. */
export function compareMoments(a: Moment, b: Moment): number | undefined {
  const clock = clocks.find((one) => goesBy(one, a) && goesBy(one, b));
  if (clock === undefined) return undefined;
  const order = compareBy(clock, a, b);
  // Two captures of one phase or day may be an hour apart.
  return (clock === "phase" || clock === "day") && order === 0 ? undefined : order;
}

/** The moments whose order is known, by the surest clock that tells one before another; none where it is known of no two. */
export function inOrderOfTime<M extends Moment>(moments: readonly M[]): readonly M[] {
  for (const clock of clocks) {
    const sorted = moments.filter((one) => goesBy(clock, one)).sort((a, b) => compareBy(clock, a, b));
    const [first] = sorted;
    const last = sorted.at(-1);
    if (first !== undefined && last !== undefined && compareBy(clock, first, last) < 0) return sorted;
  }
  return [];
}

/**
 * Milliseconds, or the rank of a phase. Local times and days are taken for UTC: only how far apart two of them are is
 * asked. A time with its offset is a local one too; one in UTC is not.
 */
function readingOf(clock: Clock, { time, phase }: Moment): number | undefined {
  if (clock === "phase") return phases.get(phase?.toLowerCase() ?? "");
  if (time === null) return undefined;
  if (clock === "zoned") return ZONED.test(time) ? instantOf(time) : undefined;
  const own = (clock === "local" ? LOCAL : DATE).exec(time)?.[0];
  if (own === undefined || time.endsWith("Z")) return undefined;
  return instantOf(clock === "local" ? `${own}Z` : `${own}T00:00:00Z`);
}

function instantOf(time: string): number | undefined {
  const instant = Date.parse(time);
  return Number.isNaN(instant) ? undefined : instant;
}
