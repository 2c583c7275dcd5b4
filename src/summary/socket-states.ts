import type { Connection } from "../../grammar/kinds/netstat/index.ts";
import { portOf } from "../facts/services.ts";
import { detached } from "../text/index.ts";
import { type Columns, FIRST_PORT_NAME, NONE } from "./columns.ts";
import type { RowNote } from "./connection-report.ts";
import { groupRows, largestGroups, type RowGroups } from "./row-groups.ts";
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

/** Rows that a list has room for at first. */
const FEWEST_ROWS = 16;

const PORTS = FIRST_PORT_NAME;
const FIRST_DYNAMIC = 1025;

/** One pass over all rows of a table, eligible or not. Groups of one size are in the order of their first rows. */
export function socketStates(table: TableRows, columns: Columns, note: (record: Connection) => RowNote): SocketStates {
  const piles = new Map(pilingStates.map((state) => [state, rowList(columns.rows)]));
  const pileOfState = columns.states.values.map((state) => piles.get(state as PilingState)); // none for other states
  const listening = columns.states.numbers.get("LISTENING") ?? NONE;
  const named = columns.portNames.values.map((name) => (typeof name === "string" ? portOf(name) : name));
  const isUsed = new Uint8Array(PORTS);
  const outgoing = rowList(columns.rows);
  for (let row = 0; row < columns.rows; row += 1) {
    const state = columns.state[row] ?? NONE;
    if (columns.isTcp[row] === 0 || state === NONE || state === listening) continue;
    const pile = pileOfState[state];
    if (pile !== undefined) add(pile, row);
    const code = columns.localPort[row] ?? 0;
    const port = code < PORTS ? code : named[code - PORTS];
    if (typeof port !== "number" || port < FIRST_DYNAMIC || port >= PORTS) continue;
    isUsed[port] = 1;
    add(outgoing, row);
  }
  const groups: Groups = (found, keyOf) =>
    largestGroups(found, MOST_GROUPS).flatMap((group) => {
      const first = table.at(found.firsts[group] ?? columns.rows);
      return first === undefined
        ? []
        : [{ key: detached(keyOf(first)), count: found.sizes[group] ?? 0, first: note(first) }];
    });
  const owners = ownersOf(columns);
  const made = [...piles].map(([state, pile]) => [state, pileOf(rowsIn(pile), columns, owners, groups)]);
  // The entries are those of all states.
  return {
    piles: Object.fromEntries(made) as SocketStates["piles"],
    usedPorts: usedPorts(isUsed),
    busiestEnds: groups(groupRows(rowsIn(outgoing), columns.foreignAddress, columns.foreignPort), foreignEnd),
  };
}

/** How many ports of a range are in use. */
export function portsInUse({ usedPorts }: SocketStates, first: number, count: number): number {
  return usedPorts.filter((port) => port >= first && port < first + count).length;
}

/** The largest of such groups, each with the key that its first row gives it. */
type Groups = (found: RowGroups, keyOf: (record: Connection) => string) => readonly RowGroup[];

function pileOf(rows: Int32Array, columns: Columns, owners: Int32Array, groups: Groups): StatePile {
  const { foreignAddress, foreignPort, localPort } = columns;
  return {
    count: rows.length,
    byForeignEnd: groups(groupRows(rows, foreignAddress, foreignPort), foreignEnd),
    byLocalPort: groups(groupRows(rows, localPort), (record) => String(record.localPort)),
    byProcess: groups(groupRows(rows, owners), ({ process, pid }) => process ?? `process ${pid}`),
    foreignAddresses: groupRows(rows, foreignAddress).groups,
  };
}

/** A number for the process of each row, by its name where that is known; `NONE` where neither name nor id is. */
function ownersOf({ rows, process, processes, processId, processIds }: Columns): Int32Array {
  const owners = new Int32Array(rows);
  for (let row = 0; row < rows; row += 1) {
    const name = process[row] ?? NONE;
    const id = processId[row] ?? NONE;
    if (name !== NONE) owners[row] = name;
    else owners[row] = id === NONE || processIds.values[id] === 0 ? NONE : processes.values.length + id;
  }
  return owners;
}

/** A list of rows that grows: for the rows of a table it takes half of what a list of any numbers would. */
interface RowList {
  rows: Int32Array;
  size: number;
}

function rowList(most: number): RowList {
  return { rows: new Int32Array(Math.min(most, FEWEST_ROWS)), size: 0 };
}

function add(list: RowList, row: number): void {
  if (list.size === list.rows.length) {
    const larger = new Int32Array(list.size * 2);
    larger.set(list.rows);
    list.rows = larger;
  }
  list.rows[list.size] = row;
  list.size += 1;
}

function rowsIn({ rows, size }: RowList): Int32Array {
  return rows.subarray(0, size);
}

function usedPorts(isUsed: Uint8Array): Uint16Array {
  const ports: number[] = [];
  for (let port = FIRST_DYNAMIC; port < PORTS; port += 1) if (isUsed[port] === 1) ports.push(port);
  return Uint16Array.from(ports);
}

function foreignEnd({ foreignAddress, foreignPort }: Connection): string {
  return foreignAddress.includes(":") ? `[${foreignAddress}]:${foreignPort}` : `${foreignAddress}:${foreignPort}`;
}
