/** In which order a date prints day and month. */
export type DateOrder = "monthFirst" | "dayFirst";

/** A day in ISO 8601, for either order of day and month. Both are the same where nothing is in doubt. */
export interface Day {
  readonly monthFirst: string;
  readonly dayFirst: string;
  /** The order that a date of mere numbers shows by itself: by its weekday, or by a number over 12. */
  readonly shows?: DateOrder;
  /** How a date in doubt is printed: between its numbers, and whether these go without a nought in front. */
  readonly printed?: { readonly sign: string; readonly isShort: boolean };
}

/** A clock of 24 hours, and whether it was printed as one of twelve. */
export interface Clock {
  readonly time: string;
  readonly isOfTwelve: boolean;
}

/** A date, a clock or both, as a line prints them. */
export interface Stamp {
  readonly day: Day | null;
  /** Of 24 hours: `08:15:10.42`, without seconds where none are printed. */
  readonly clock: string | null;
  /** `Z`, `+01:00`, or nothing where no zone is printed. */
  readonly zone: string;
  /** Set where the clock is one of twelve hours. */
  readonly isOfTwelve?: true;
}

const DAY = 86_400_000;

/** True when nothing in the stamp tells day from month. */
export function isDoubtful({ day }: Stamp): boolean {
  return day !== null && day.monthFirst !== day.dayFirst;
}

/**
 * The stamp in ISO 8601, a date alone as such; undefined for a clock without a day, and where `order` is needed and
 * not known.
 */
export function isoTime(stamp: Stamp, order: DateOrder | null): string | undefined {
  const { day, clock, zone } = stamp;
  if (day === null || (order === null && isDoubtful(stamp))) return undefined;
  const date = day[order ?? "monthFirst"];
  return clock === null ? date : `${date}T${clock}${zone}`;
}

/** The stamp that a date alone makes with the clock printed right before it; any other is whole by itself. */
export function completed(before: Stamp | null, stamp: Stamp): Stamp {
  if (stamp.clock !== null || before === null || before.day !== null) return stamp;
  return { ...before, day: stamp.day };
}

/** The stamp that a clock alone makes with the one before it: the first such time from then on. */
export function following(before: Stamp | null, stamp: Stamp): Stamp {
  if (stamp.day !== null || stamp.clock === null || before?.day == null) return stamp;
  // A clock without seconds may be that of the same minute.
  const isNextDay = before.clock !== null && stamp.clock < before.clock.slice(0, stamp.clock.length);
  const { monthFirst, dayFirst } = before.day;
  const day = isNextDay ? { monthFirst: dayAfter(monthFirst), dayFirst: dayAfter(dayFirst) } : { monthFirst, dayFirst };
  return { ...stamp, day, zone: stamp.zone === "" ? before.zone : stamp.zone };
}

/** The date in ISO 8601; undefined for one that no calendar has. */
export function isoDay(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : undefined;
}

/** The weekday of a date in ISO 8601, from 0 for Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY).toISOString().slice(0, 10);
}

/** A stamp of these parts. */
export function stampOf(day: Day | null, clock: Clock | null, zone: string): Stamp {
  const { time = null, isOfTwelve = false } = clock ?? {};
  return { day, clock: time, zone, ...(isOfTwelve && { isOfTwelve }) };
}
