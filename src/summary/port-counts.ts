import { isServicePort } from "../facts/services.ts";
import type { SideCounts } from "../table-evidence.ts";
import { type Side, sidesPerGroup } from "./grouping.ts";

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

/** Counts in one list with a place for each port there is: a map would take longer than all the rest of the work. */
export function portCounts(): PortCounts {
  const counts = new Uint32Array(PORTS * sidesPerGroup);
  // Of the first connection of each port the index and one; 0 for a port without connections.
  const firsts = new Uint32Array(PORTS);
  const ports: number[] = [];
  const countOf = (port: number, side: Side): number => counts[port * sidesPerGroup + side] ?? 0;
  const groupOf = (key: number): PortGroup => {
    const [offloaded, inHost, transitional] = [countOf(key, 0), countOf(key, 1), countOf(key, 2)];
    return { key, offloaded, inHost, transitional, first: (firsts[key] ?? 1) - 1 };
  };
  return {
    count(port, side, index) {
      if (port < 0 || port >= PORTS) return;
      if (firsts[port] === 0) {
        ports.push(port);
        firsts[port] = index + 1;
      }
      const at = port * sidesPerGroup + side;
      counts[at] = (counts[at] ?? 0) + 1;
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
