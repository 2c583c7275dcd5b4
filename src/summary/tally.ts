import { connectionStates } from "../../grammar/locales/locale.ts";
import { detached } from "../text/index.ts";
import { classNames, ELIGIBLE_CODE, TRANSITIONAL_CODE } from "./classify.ts";
import { type Columns, NONE } from "./columns.ts";
import { type ConnectionClass, type ConnectionCounts, notCountedReasons, type Snapshot } from "./connection-report.ts";
import { ABSENT, IN_HOST, OFFLOAD_CODES, OFFLOADED, OFFLOADING, UNKNOWN, UPLOADING } from "./offload-codes.ts";
import { type EligibleNumbers, eligibleRatio, rawRatio, type Sides } from "./ratio.ts";

/** The numbers of a table. */
export interface Tally extends Pick<Snapshot, "connections" | "raw" | "excluded" | "notCounted"> {
  readonly eligible: EligibleNumbers;
}

/** Unknown state words that are listed by name; a damaged table can hold one for every row. */
const MOST_STRANGE_STATES = 50;

/** Stands for all further unknown state words. No row can have it as its state, because of the blank. */
const OTHER_STATES = "other states";

const allClasses = [...classNames.keys()];
const eligibleClasses = [ELIGIBLE_CODE, TRANSITIONAL_CODE];

/** Codes of the classes whose rows are in the raw ratio: all but those that are not counted. */
const rawClasses = allClasses.filter((at) => !notCountedReasons.some((reason) => reason === classNames[at]));

/** Counts a table; `classes` has the code of each row's class. */
export function tally(columns: Columns, classes: Uint8Array, least?: number): Tally {
  const counts = crossTable(columns, classes);
  const byClass = classCounts(counts);
  const { notTcp, unknownOffload, duplicate } = byClass;
  return balanced({
    connections: connectionCounts(columns, counts),
    raw: rawRatio(sidesOf(counts, rawClasses), least),
    eligible: eligibleRatio(sidesOf(counts, eligibleClasses), least),
    excluded: excludedOf(byClass),
    notCounted: { notTcp, unknownOffload, duplicate },
  });
}

/** How many rows there are of each class with each offload code: entry class × OFFLOAD_CODES + offload code. */
function crossTable({ offload }: Columns, classes: Uint8Array): Int32Array {
  const counts = new Int32Array(classNames.length * OFFLOAD_CODES);
  for (let row = 0; row < classes.length; row += 1) {
    const cell = (classes[row] ?? 0) * OFFLOAD_CODES + (offload[row] ?? 0);
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  return counts;
}

function classCounts(counts: Int32Array): Record<ConnectionClass, number> {
  const byClass: Partial<Record<ConnectionClass, number>> = {};
  for (const [at, name] of classNames.entries()) {
    let total = 0;
    for (let code = 0; code < OFFLOAD_CODES; code += 1) total += counts[at * OFFLOAD_CODES + code] ?? 0;
    byClass[name] = total;
  }
  // Every class has its name in the list.
  return byClass as Record<ConnectionClass, number>;
}

/** Every row is in exactly one place, or this program is wrong; no input can bring that about. */
function balanced(numbers: Tally): Tally {
  const { connections, raw, eligible, excluded, notCounted } = numbers;
  if (raw.total !== eligible.total + eligible.transitional + sum(excluded)) {
    throw new Error("The rows with an offload state do not add up to the eligible and the excluded ones.");
  }
  if (connections.total !== raw.total + sum(notCounted)) {
    throw new Error("The rows of the table do not add up to the counted and the uncounted ones.");
  }
  return numbers;
}

function sum(counts: Snapshot["excluded"] | Snapshot["notCounted"]): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}

function connectionCounts(columns: Columns, counts: Int32Array): ConnectionCounts {
  const { rows, isTcp, states, state } = columns;
  const perState = new Int32Array(states.values.length);
  let tcp = 0;
  for (let row = 0; row < rows; row += 1) {
    tcp += isTcp[row] ?? 0;
    const id = state[row] ?? NONE;
    if (id >= 0) perState[id] = (perState[id] ?? 0) + 1;
  }
  const byState = inOrder(new Map(states.values.map((name, id) => [name, perState[id] ?? 0])));
  return { total: rows, tcp, udp: rows - tcp, byState, byOffloadState: byOffloadState(counts) };
}

function byOffloadState(counts: Int32Array): ConnectionCounts["byOffloadState"] {
  const rows = (code: number): number => withCode(counts, allClasses, code);
  return {
    inHost: rows(IN_HOST),
    offloading: rows(OFFLOADING),
    offloaded: rows(OFFLOADED),
    uploading: rows(UPLOADING),
    absent: rows(ABSENT),
    unknown: rows(UNKNOWN),
  };
}

/** In the order of a connection's life, then the unknown words alphabetically, of which only so many are kept. */
function inOrder(states: ReadonlyMap<string, number>): Readonly<Record<string, number>> {
  const known: readonly string[] = connectionStates;
  const strange = [...states.keys()].filter((state) => !known.includes(state)).sort();
  const listed = [...known, ...strange.slice(0, MOST_STRANGE_STATES)];
  const entries = listed.flatMap((state) => {
    const count = states.get(state);
    return count === undefined ? [] : [[known.includes(state) ? state : detached(state), count] as const];
  });
  const others = strange.slice(MOST_STRANGE_STATES).reduce((total, state) => total + (states.get(state) ?? 0), 0);
  if (others > 0) entries.push([OTHER_STATES, others]);
  // fromEntries defines properties, so that a state called __proto__ is a key like any other.
  return Object.fromEntries(entries);
}

/** The sides of all rows of some classes. */
function sidesOf(counts: Int32Array, classes: readonly number[]): Sides {
  return {
    offloaded: withCode(counts, classes, OFFLOADED),
    inHost: withCode(counts, classes, IN_HOST),
    transitional: withCode(counts, classes, OFFLOADING) + withCode(counts, classes, UPLOADING),
  };
}

function withCode(counts: Int32Array, classes: readonly number[], code: number): number {
  let total = 0;
  for (const at of classes) total += counts[at * OFFLOAD_CODES + code] ?? 0;
  return total;
}

/** Written out: thousands of tables are kept as such objects, and a literal takes a third of the memory. */
function excludedOf(byClass: Readonly<Record<ConnectionClass, number>>): Snapshot["excluded"] {
  const { noConnection, setup, timeWait, loopback, sameHost, halfClosed, closing, unknownState } = byClass;
  return { noConnection, setup, timeWait, loopback, sameHost, halfClosed, closing, unknownState };
}
