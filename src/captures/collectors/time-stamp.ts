// 240202-191840          20240115-102233          20240115_1022
const stamp = /^(\d{2}|\d{4})(\d{2})(\d{2})[-_T](\d{2})(\d{2})(\d{2})?$/;

/**
 * The ISO 8601 time, without a zone, of a stamp as names have it: year, month and day, a sign between, hours, minutes
 * and maybe seconds. Undefined for digits that are no time, so that a number which only looks like one is not taken for it.
 */
export function timeOf(text: string): string | undefined {
  const match = stamp.exec(text);
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

/** False for the 30th of February too, which `Date` would make a day in March. */
function isTime(time: string): boolean {
  const date = new Date(`${time}Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(time);
}
