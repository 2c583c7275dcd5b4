import type { Connection } from "../../grammar/kinds/netstat/index.ts";
import { portOf } from "../facts/services.ts";
import { detached } from "../text/index.ts";
import type { RowNote } from "./connection-report.ts";

/** States that pile up when something is wrong, by netstat's words. */
export const pilingStates = ["TIME_WAIT", "CLOSE_WAIT", "SYN_SENT", "SYN_RECEIVED"] as const;

export type PilingState = (typeof pilingStates)[number];

/** Rows that share a key. */
export interface RowGroup {
  readonly key: string;
  readonly count: number;
  readonly first: RowNote;
}

/** The TCP rows in one state. */
export interface StatePile {
  readonly count: number;
  /** The largest groups by the other end, `192.0.2.1:1433`; by the port of this side; by process, where it is known. */
  readonly byForeignEnd: readonly RowGroup[];
  readonly byLocalPort: readonly RowGroup[];
  readonly byProcess: readonly RowGroup[];
  /** Different addresses at the other end; a lower bound in a table of very many. */
  readonly foreignAddresses: number;
}

export interface SocketStates {
  readonly piles: { readonly [S in PilingState]: StatePile };
  /** A bit for each local port of a TCP row that is no listener: bit `port % 8` of byte `port / 8`. */
  readonly usedPorts: Uint8Array;
  /** The other ends that most local ports of a row above 1024 go to, in whatever state. */
  readonly busiestEnds: readonly RowGroup[];
}

/** Groups kept of each sort, and keys followed while counting: a scan of a network has as many as rows. */
const MOST_GROUPS = 5;
const MOST_KEYS = 50_000;

const PORTS = 65_536;
const FIRST_DYNAMIC = 1025;

interface Counter {
  readonly counts: Map<string, { count: number; readonly first: Connection }>;
}

/** One pass over all rows of a table, eligible or not. */
export function socketStates(records: Iterable<Connection>, note: (record: Connection) => RowNote): SocketStates {
  const piles = new Map(pilingStates.map((state) => [state, emptyPile()]));
  const usedPorts = new Uint8Array(PORTS / 8);
  const ends: Counter = { counts: new Map() };
  for (const record of records) {
    const { state, localPort } = record;
    if (record.protocol !== "TCP" || state === undefined || state === "LISTENING") continue;
    const end = foreignEnd(record);
    const port = typeof localPort === "string" ? portOf(localPort) : localPort;
    if (typeof port === "number" && port >= FIRST_DYNAMIC && port < PORTS) {
      usedPorts[port >> 3] = (usedPorts[port >> 3] ?? 0) | (1 << (port & 7));
      add(ends, end, record);
    }
    const pile = piles.get(state as PilingState); // undefined for every other state
    if (pile === undefined) continue;
    pile.count += 1;
    add(pile.foreignEnds, end, record);
    add(pile.foreignAddresses, record.foreignAddress, record);
    add(pile.localPorts, String(localPort), record);
    const owner =
      record.process ?? (record.pid === undefined || record.pid === 0 ? undefined : `process ${record.pid}`);
    if (owner !== undefined) add(pile.processes, owner, record);
  }
  const made = pilingStates.map((state) => [state, pileOf(piles.get(state) ?? emptyPile(), note)]);
  // The entries are those of all states.
  return {
    piles: Object.fromEntries(made) as SocketStates["piles"],
    usedPorts,
    busiestEnds: largest(ends, note),
  };
}

/** How many ports of a range are in use. */
export function portsInUse({ usedPorts }: SocketStates, first: number, count: number): number {
  let used = 0;
  for (let port = first; port < Math.min(PORTS, first + count); port += 1) {
    if (((usedPorts[port >> 3] ?? 0) & (1 << (port & 7))) !== 0) used += 1;
  }
  return used;
}

function emptyPile() {
  const none = (): Counter => ({ counts: new Map() });
  return { count: 0, foreignEnds: none(), foreignAddresses: none(), localPorts: none(), processes: none() };
}

function pileOf(pile: ReturnType<typeof emptyPile>, note: (record: Connection) => RowNote): StatePile {
  return {
    count: pile.count,
    byForeignEnd: largest(pile.foreignEnds, note),
    byLocalPort: largest(pile.localPorts, note),
    byProcess: largest(pile.processes, note),
    foreignAddresses: pile.foreignAddresses.counts.size,
  };
}

function add({ counts }: Counter, key: string, first: Connection): void {
  const known = counts.get(key);
  if (known !== undefined) known.count += 1;
  else if (counts.size < MOST_KEYS) counts.set(key, { count: 1, first });
}

type Counted = readonly [key: string, { readonly count: number; readonly first: Connection }];

/** The first few in order, in one pass: there can be as many groups as rows, and sorting them all would cost more. */
function largest({ counts }: Counter, note: (record: Connection) => RowNote): readonly RowGroup[] {
  const groups: Counted[] = [];
  for (const group of counts) {
    const last = groups[MOST_GROUPS - 1];
    if (last !== undefined && inOrder(last, group) < 0) continue;
    groups.push(group);
    groups.sort(inOrder);
    groups.length = Math.min(groups.length, MOST_GROUPS);
  }
  return groups.map(([key, { count, first }]) => ({ key: detached(key), count, first: note(first) }));
}

function inOrder([a, one]: Counted, [b, other]: Counted): number {
  return other.count - one.count || (a < b ? -1 : 1);
}

function foreignEnd({ foreignAddress, foreignPort }: Connection): string {
  return foreignAddress.includes(":") ? `[${foreignAddress}]:${foreignPort}` : `${foreignAddress}:${foreignPort}`;
}
