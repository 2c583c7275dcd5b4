import type { Attribution } from "./collector.ts";

const CLOCK = /^\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/;
const LOCAL = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d(?::\d\d)?)/;

/**
 * When a capture was made: what the text tells, else what is known of its file. A clock without a day is the first one
 * after the local time at which the collector began, which may be on the day after; without such a time it is nothing.
 */
export function captureTime(told: string | null, attribution: Attribution | undefined): string | null {
  const known = attribution?.time ?? null;
  if (told === null || !CLOCK.test(told)) return told ?? known;
  const [, day = "", begun = ""] = LOCAL.exec(known?.endsWith("Z") === false ? known : "") ?? [];
  if (day === "") return null;
  return `${told < begun.slice(0, told.length) ? dayAfter(day) : day}T${told}`;
}

function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}
