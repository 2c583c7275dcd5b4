import type { Connection } from "../../grammar/kinds/netstat/index.ts";
import { portOf } from "../facts/services.ts";
import { detached } from "../text/index.ts";
import { type Columns, FIRST_PORT_NAME, NONE } from "./columns.ts";
import type { RowNote } from "./connection-report.ts";
import type { TableRows } from "./table-rows.ts";

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
  /** Different addresses at the other end. */
  readonly foreignAddresses: number;
}

export interface SocketStates {
  readonly piles: { readonly [S in PilingState]: StatePile };
  /** The local ports of TCP rows that are no listeners, each once, in order. */
  readonly usedPorts: Uint16Array;
  /** The other ends that most local ports of a row above 1024 go to, in whatever state. */
  readonly busiestEnds: readonly RowGroup[];
}

/** Groups kept of each sort. */
const MOST_GROUPS = 5;

const PORTS = FIRST_PORT_NAME;
const FIRST_DYNAMIC = 1025;

/** The rows of a group: how many, and the first of them. */
interface Rows {
  readonly size: number;
  readonly row: number;
}

/** One pass over all rows of a table, eligible or not. Groups of one size are in the order of their first rows. */
export function socketStates(table: TableRows, columns: Columns, note: (record: Connection) => RowNote): SocketStates {
  const piles = new Map(pilingStates.map((state) => [state, [] as number[]]));
  const pileOfState = columns.states.values.map((state) => piles.get(state as PilingState)); // none for other states
  const listening = columns.states.numbers.get("LISTENING") ?? NONE;
  const named = columns.portNames.values.map((name) => (typeof name === "string" ? portOf(name) : name));
  const usedPorts = new Set<number>();
  const outgoing: number[] = [];
  for (let row = 0; row < columns.rows; row += 1) {
    const state = columns.state[row] ?? NONE;
    if (columns.isTcp[row] === 0 || state === NONE || state === listening) continue;
    pileOfState[state]?.push(row);
    const code = columns.localPort[row] ?? 0;
    const port = code < PORTS ? code : named[code - PORTS];
    if (typeof port !== "number" || port < FIRST_DYNAMIC || port >= PORTS) continue;
    usedPorts.add(port);
    outgoing.push(row);
  }
  const groups: Groups = (rows, keyOf) =>
    largest(rows).flatMap(({ size, row }) => {
      const first = table.at(row);
      return first === undefined ? [] : [{ key: detached(keyOf(first)), count: size, first: note(first) }];
    });
  const made = pilingStates.map((state) => [state, pileOf(piles.get(state) ?? [], columns, groups)]);
  // The entries are those of all states.
  return {
    piles: Object.fromEntries(made) as SocketStates["piles"],
    usedPorts: Uint16Array.from(usedPorts).sort(),
    busiestEnds: groups(byForeignEnd(outgoing, columns), foreignEnd),
  };
}

/** How many ports of a range are in use. */
export function portsInUse({ usedPorts }: SocketStates, first: number, count: number): number {
  return usedPorts.filter((port) => port >= first && port < first + count).length;
}

/** The largest of such groups, each with the key that its first row gives it. */
type Groups = (rows: Iterable<Rows>, keyOf: (record: Connection) => string) => readonly RowGroup[];

function pileOf(rows: readonly number[], columns: Columns, groups: Groups): StatePile {
  const { foreignAddress, localPort } = columns;
  return {
    count: rows.length,
    byForeignEnd: groups(byForeignEnd(rows, columns), foreignEnd),
    byLocalPort: groups(
      grouped(rows, (row) => localPort[row] ?? NONE),
      (record) => String(record.localPort),
    ),
    byProcess: groups(
      grouped(rows, (row) => ownerOf(columns, row)),
      ({ process, pid }) => process ?? `process ${pid}`,
    ),
    foreignAddresses: new Set(rows.map((row) => foreignAddress[row])).size,
  };
}

/** A number for the process of a row, by its name where that is known; `NONE` where neither name nor id is. */
function ownerOf({ process, processes, processId, processIds }: Columns, row: number): number {
  const name = process[row] ?? NONE;
  if (name !== NONE) return name;
  const id = processId[row] ?? NONE;
  return id === NONE || processIds.values[id] === 0 ? NONE : processes.values.length + id;
}

function grouped(rows: readonly number[], keyOf: (row: number) => number): Iterable<Rows> {
  const groups = new Map<number, { size: number; readonly row: number }>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group !== undefined) group.size += 1;
    else if (key !== NONE) groups.set(key, { size: 1, row });
  }
  return groups.values();
}

/** By address and port. Most addresses of a large table have one row: only the others are looked through by port. */
function* byForeignEnd(rows: readonly number[], { addresses, foreignAddress, foreignPort }: Columns): Generator<Rows> {
  const sizes = new Int32Array(addresses.texts.length);
  for (const row of rows) {
    const address = foreignAddress[row] ?? 0;
    sizes[address] = (sizes[address] ?? 0) + 1;
  }
  const others = new Map<number, number[]>();
  for (const row of rows) {
    const address = foreignAddress[row] ?? 0;
    if (sizes[address] === 1) yield { size: 1, row };
    else if (!others.get(address)?.push(row)) others.set(address, [row]);
  }
  for (const same of others.values()) yield* grouped(same, (row) => foreignPort[row] ?? NONE);
}

/** The first few in order, in one pass: there can be as many groups as rows, and sorting them all would cost more. */
function largest(all: Iterable<Rows>): readonly Rows[] {
  const groups: Rows[] = [];
  for (const group of all) {
    const last = groups[MOST_GROUPS - 1];
    if (last !== undefined && inOrder(last, group) < 0) continue;
    groups.push(group);
    groups.sort(inOrder);
    groups.length = Math.min(groups.length, MOST_GROUPS);
  }
  return groups;
}

function inOrder(one: Rows, other: Rows): number {
  return other.size - one.size || one.row - other.row;
}

function foreignEnd({ foreignAddress, foreignPort }: Connection): string {
  return foreignAddress.includes(":") ? `[${foreignAddress}]:${foreignPort}` : `${foreignAddress}:${foreignPort}`;
}
