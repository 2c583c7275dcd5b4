import type { OffloadState } from "../../grammar/locales/locale.ts";
import { detached } from "../text/index.ts";
import type { Port } from "./columns.ts";
import type { Group } from "./connection-report.ts";
import { IN_HOST, OFFLOADED, type Side, TRANSITIONAL } from "./offload-codes.ts";
import { differs, type Sides } from "./ratio.ts";

/** Counts of connections by a key that has a small number, three for each: its number × 3 + side. */
export type Grouping = Int32Array;

export type { Side } from "./offload-codes.ts";

/** Sides that a group's connections are counted by. */
export const sidesPerGroup = 3;

/** Groups shown by each key. */
const MOST_GROUPS = 10;

/** The side of an eligible or transitional connection. */
export function sideOf(state: OffloadState | undefined): Side {
  if (state === "inHost") return IN_HOST;
  return state === "offloaded" ? OFFLOADED : TRANSITIONAL;
}

/** A grouping without connections, for so many keys. */
export function grouping(keys: number): Grouping {
  return new Int32Array(keys * sidesPerGroup);
}

export function count(groups: Grouping, key: number, side: Side): void {
  const at = key * sidesPerGroup + side;
  groups[at] = (groups[at] ?? 0) + 1;
}

/** How many keys have connections. */
export function groupsIn(groups: Grouping): number {
  let size = 0;
  for (let at = 0; at < groups.length; at += sidesPerGroup) {
    if (groups[at] !== 0 || groups[at + 1] !== 0 || groups[at + 2] !== 0) size += 1;
  }
  return size;
}

/**
 * The largest groups, at most ten; groups of one size by key. `total` of a group is offloaded + inHost, as it is for all
 * eligible connections, and `all` are the sides of these; a group of fewer than `least` never differs. `label` gives a text of its own for a key.
 */
export function largest(
  groups: Grouping,
  keys: readonly Port[],
  all: Sides,
  least: number | undefined,
  label: (key: Port) => string = printed,
): readonly Group[] {
  return firstFew(groups, keys).map(({ key, total, offloaded, inHost, transitional }) => {
    const sides = { offloaded, inHost, transitional };
    return { key: label(key), ...sides, total, differs: differs(sides, all, least) };
  });
}

interface Ranked extends Sides {
  readonly key: Port;
  readonly total: number;
}

function printed(key: Port): string {
  return typeof key === "number" ? String(key) : detached(key);
}

/** The first few in order, in one pass: there can be as many groups as rows, and sorting them all would cost more. */
function firstFew(groups: Grouping, keys: readonly Port[]): readonly Ranked[] {
  const first: Ranked[] = [];
  let at = 0;
  for (const key of keys) {
    const offloaded = groups[at + OFFLOADED] ?? 0;
    const inHost = groups[at + IN_HOST] ?? 0;
    const transitional = groups[at + TRANSITIONAL] ?? 0;
    at += sidesPerGroup;
    const total = offloaded + inHost;
    const last = first[MOST_GROUPS - 1];
    if (total + transitional === 0 || (last !== undefined && total < last.total)) continue;
    const group = { key, offloaded, inHost, transitional, total };
    if (last === undefined || order(group, last) < 0) insert(first, group);
  }
  return first;
}

function insert(first: Ranked[], group: Ranked): void {
  const at = first.findIndex((other) => order(group, other) < 0);
  first.splice(at < 0 ? first.length : at, 0, group);
  if (first.length > MOST_GROUPS) first.pop();
}

/** Largest first, then by key: numbers by size before texts by code unit, so that the order is the same everywhere. */
function order(a: Ranked, b: Ranked): number {
  if (a.total !== b.total) return b.total - a.total;
  if (a.transitional !== b.transitional) return b.transitional - a.transitional;
  if (typeof a.key === "number" && typeof b.key === "number") return a.key - b.key;
  if (typeof a.key !== typeof b.key) return typeof a.key === "number" ? -1 : 1;
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}
