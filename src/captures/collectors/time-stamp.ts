// 240202-191840          20240115-102233          20240115_1022
const stamp = /^(\d{2}|\d{4})(\d{2})(\d{2})[-_T](\d{2})(\d{2})(\d{2})?$/;

// 20240115102233
const digits = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/;

// 2024-01-15
const date = /^\d{4}-\d\d-\d\d$/;

/**
 * The ISO 8601 time, without a zone, of a stamp as names have it: year, month and day, a sign between, hours, minutes
 * and maybe seconds. Undefined for digits that are no time, so that a number which only looks like one is not taken for it.
 */
export function timeOf(text: string): string | undefined {
  const match = stamp.exec(text) ?? digits.exec(text);
  if (match === null) return undefined;
  const [, year = "", month, day, hours, minutes, seconds = "00"] = match;
  const time = `${year.length === 2 ? `20${year}` : year}-${month}-${day}T${hours}:${minutes}:${seconds}`;
  return isTime(time) ? time : undefined;
}

/** The same for a stamp of which it is known that its clock is UTC. */
export function utcTimeOf(text: string): string | undefined {
  const time = timeOf(text);
  return time === undefined ? undefined : `${time}Z`;
}

/** The day that a name has in ISO 8601 already. */
export function dayOf(text: string): string | undefined {
  return date.test(text) && isTime(`${text}T00:00:00`) ? text : undefined;
}

/** False for the 30th of February too, which `Date` would make a day in March. */
function isTime(time: string): boolean {
  const date = new Date(`${time}Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(time);
}
