import { isServicePort } from "../facts/services.ts";
import { type Side, sidesPerGroup } from "./grouping.ts";
import type { SideCounts } from "./table-evidence.ts";

/** Counts connections by a port. */
export interface PortCounts {
  /** `index` is that of the connection, for the first one of each port. */
  count(port: number, side: Side, index: number): void;
  /** The largest groups first, then by port; of too many the largest ones, but all those of ports of known services. */
  groups(most: number): readonly PortGroup[];
}

export interface PortGroup extends SideCounts {
  readonly key: number;
  /** Index of the first connection. */
  readonly first: number;
}

const PORTS = 65_536;

/** Ports that get their places together. */
const PAGE_BITS = 8;
const PORTS_A_PAGE = 1 << PAGE_BITS;

/** Places of a port: one for each side, and one for its first connection. */
const PLACES = sidesPerGroup + 1;

/**
 * Counts in lists with a place for each port: a map would take longer than all the rest of the work. Lists are made
 * where there are connections, because many a table is small, and a place for every port takes a megabyte.
 */
export function portCounts(): PortCounts {
  const pages: Uint32Array[] = [];
  const ports: number[] = [];
  const groupOf = (key: number): PortGroup => {
    const page = pages[Math.floor(key / PORTS_A_PAGE)];
    const countAt = (place: number): number => page?.[(key % PORTS_A_PAGE) * PLACES + place] ?? 0;
    const [offloaded, inHost, transitional] = [countAt(0), countAt(1), countAt(2)];
    return { key, offloaded, inHost, transitional, first: countAt(sidesPerGroup) - 1 };
  };
  return {
    count(port, side, index) {
      if (port < 0 || port >= PORTS) return;
      const number = port >>> PAGE_BITS;
      const page = pages[number] ?? new Uint32Array(PORTS_A_PAGE * PLACES);
      pages[number] = page;
      const at = (port & (PORTS_A_PAGE - 1)) * PLACES;
      // Of the first connection of a port the index and one; 0 for a port without connections.
      if (page[at + sidesPerGroup] === 0) {
        ports.push(port);
        page[at + sidesPerGroup] = index + 1;
      }
      page[at + side] = (page[at + side] ?? 0) + 1;
    },
    groups(most) {
      const all = ports.map(groupOf);
      const chosen = all.length > most ? chosenOf(all, most) : all;
      return chosen.sort((a, b) => sizeOf(b) - sizeOf(a) || a.key - b.key);
    },
  };
}

/** Groups of known services, then the largest ones of the others; of those of one size the lower ports. */
function chosenOf(all: readonly PortGroup[], most: number): PortGroup[] {
  const known = all.filter(({ key }) => isServicePort(key)).slice(0, most);
  const others = all.filter(({ key }) => !isServicePort(key));
  // Of the sizes there are only a few: sorting thousands of groups would cost more.
  const bySize = new Map<number, PortGroup[]>();
  for (const group of others) {
    const same = bySize.get(sizeOf(group));
    if (same === undefined) bySize.set(sizeOf(group), [group]);
    else same.push(group);
  }
  for (const size of [...bySize.keys()].sort((a, b) => b - a)) {
    if (known.length >= most) break;
    const same = (bySize.get(size) ?? []).sort((a, b) => a.key - b.key);
    known.push(...same.slice(0, most - known.length));
  }
  return known;
}

function sizeOf({ offloaded, inHost, transitional }: SideCounts): number {
  return offloaded + inHost + transitional;
}
