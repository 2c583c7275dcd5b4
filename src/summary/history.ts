import type { OffloadState } from "../../grammar/locales/locale.ts";

/**
 * The history of one connection over consecutive tables, as bits of a byte: the first and the last side it was seen on
 * (none while it was on its way), and the two below.
 */
export type History = number;

/** Set once the connection was seen offloaded. */
export const EVER_OFFLOADED = 16;

/** Set once the connection was seen on the other side than before. */
export const CHANGED_SIDE = 32;

const FIRST_IN_HOST = 1;
const FIRST_OFFLOADED = 2;
const LAST_IN_HOST = 4;
const LAST_OFFLOADED = 8;
const FIRST = FIRST_IN_HOST | FIRST_OFFLOADED;
const LAST = LAST_IN_HOST | LAST_OFFLOADED;

/** The history of a connection seen once. */
export function sighting(state: OffloadState | undefined): History {
  if (state === "inHost") return FIRST_IN_HOST | LAST_IN_HOST;
  return state === "offloaded" ? FIRST_OFFLOADED | LAST_OFFLOADED | EVER_OFFLOADED : 0;
}

/** The history of a connection from two consecutive parts of it; associative. */
export function joined(before: History, after: History): History {
  const first = before & FIRST || after & FIRST;
  const last = after & LAST || before & LAST;
  const ever = (before | after) & (EVER_OFFLOADED | CHANGED_SIDE);
  // The same side stands two bits higher as the last one than it does as the first one.
  const left = (before & LAST) >> 2;
  const right = after & FIRST;
  return first | last | ever | (left !== 0 && right !== 0 && left !== right ? CHANGED_SIDE : 0);
}
