import type { OffloadState } from "../../grammar/locales/locale.ts";
import type { Group } from "../report.ts";
import { copied } from "./copied.ts";
import { differs, type Sides } from "./ratio.ts";

/** Counts connections by a key, whatever the key is of. */
export interface Grouping<K extends number | string> {
  count(key: K, side: Side): void;
  /** How many groups there are. */
  size(): number;
  /**
   * The largest groups, at most ten; groups of one size by key. `total` of a group is offloaded + inHost, as it is for
   * all eligible connections, and `all` are the sides of these.
   */
  largest(label: (key: K) => string, all: Sides): readonly Group[];
}

/** Place of a connection's side in the counts of its group. */
export type Side = 0 | 1 | 2;

const OFFLOADED = 0;
const IN_HOST = 1;
const TRANSITIONAL = 2;

/** Groups shown by each key. */
const MOST_GROUPS = 10;

/** The side of an eligible or transitional connection. */
export function sideOf(state: OffloadState | undefined): Side {
  if (state === "inHost") return IN_HOST;
  return state === "offloaded" ? OFFLOADED : TRANSITIONAL;
}

/** A grouping without connections. */
export function grouping<K extends number | string>(): Grouping<K> {
  // Counts stand in one list, three for a group: with a group for every row, objects would cost more than all the rest.
  const starts = new Map<K, number>();
  const counts: number[] = [];
  return {
    count(key, side) {
      let start = starts.get(key);
      if (start === undefined) {
        start = counts.length;
        starts.set(key, start);
        counts.push(0, 0, 0);
      }
      counts[start + side] = (counts[start + side] ?? 0) + 1;
    },
    size: () => starts.size,
    largest(label, all) {
      const groups = firstFew(ranked(starts, counts));
      return groups.map(({ key, total, offloaded, inHost, transitional }) => {
        const sides = { offloaded, inHost, transitional };
        return { key: copied(label(key)), ...sides, total, differs: differs(sides, all) };
      });
    },
  };
}

interface Ranked<K> extends Sides {
  readonly key: K;
  readonly total: number;
}

function* ranked<K>(starts: ReadonlyMap<K, number>, counts: readonly number[]): Generator<Ranked<K>> {
  for (const [key, start] of starts) {
    const offloaded = counts[start + OFFLOADED] ?? 0;
    const inHost = counts[start + IN_HOST] ?? 0;
    const transitional = counts[start + TRANSITIONAL] ?? 0;
    yield { key, offloaded, inHost, transitional, total: offloaded + inHost };
  }
}

/** The first few in order, in one pass: there can be as many groups as rows, and sorting them all would cost more. */
function firstFew<K extends number | string>(groups: Iterable<Ranked<K>>): readonly Ranked<K>[] {
  const first: Ranked<K>[] = [];
  for (const group of groups) {
    const last = first[MOST_GROUPS - 1];
    if (last !== undefined && order(last, group) < 0) continue;
    const at = first.findIndex((other) => order(group, other) < 0);
    first.splice(at < 0 ? first.length : at, 0, group);
    if (first.length > MOST_GROUPS) first.pop();
  }
  return first;
}

/** Largest first, then by key: numbers by size before texts by code unit, so that the order is the same everywhere. */
function order<K extends number | string>(a: Ranked<K>, b: Ranked<K>): number {
  if (a.total !== b.total) return b.total - a.total;
  if (a.transitional !== b.transitional) return b.transitional - a.transitional;
  if (typeof a.key === "number" && typeof b.key === "number") return a.key - b.key;
  if (typeof a.key !== typeof b.key) return typeof a.key === "number" ? -1 : 1;
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}
