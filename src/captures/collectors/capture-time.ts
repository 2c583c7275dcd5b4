/** When captures of a source were made, as far as its names tell. */
export interface KnownTime {
  /** ISO 8601, maybe a day alone. */
  readonly time: string;
  /** True for the beginning of what the collector did; a time in any name may as well be that of the end. */
  readonly isBeginning: boolean;
}

const CLOCK = /^\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/;
const LOCAL = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d(?::\d\d)?)/;

/**
 * When a capture was made: what the text tells, else what is known of its file. A clock without a day is the first one
 * after the local time at which the collector began, which may be on the day after, and of other times the nearest one;
 * without such a time it is nothing.
 */
export function captureTime(told: string | null, known: KnownTime | undefined): string | null {
  if (told === null || !CLOCK.test(told)) return told ?? known?.time ?? null;
  const [, day = "", clock = ""] = LOCAL.exec(known?.time.endsWith("Z") === false ? known.time : "") ?? [];
  if (day === "") return null;
  return known?.isBeginning === true
    ? `${told < clock.slice(0, told.length) ? dayBeside(day, 1) : day}T${told}`
    : nearest(told, day, clock);
}

/** On the day, the one before or the one after, whichever is nearest. */
function nearest(told: string, day: string, clock: string): string {
  const at = Date.parse(`${day}T${clock}Z`);
  const [best = day] = [day, dayBeside(day, -1), dayBeside(day, 1)].toSorted(
    (a, b) => Math.abs(Date.parse(`${a}T${told}Z`) - at) - Math.abs(Date.parse(`${b}T${told}Z`) - at),
  );
  return `${best}T${told}`;
}

function dayBeside(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
