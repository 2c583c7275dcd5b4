import { connectionStates, type OffloadState, offloadStates } from "../../grammar/locales/locale.ts";
import type { Connection } from "../../grammar/netstat.ts";
import {
  type ConnectionClass,
  type ConnectionCounts,
  exclusionReasons,
  notCountedReasons,
  type Snapshot,
} from "../report.ts";
import { copied } from "./copied.ts";
import { type EligibleNumbers, eligibleRatio, rawRatio, type Sides } from "./ratio.ts";

/** The numbers of a table. */
export interface Tally extends Pick<Snapshot, "connections" | "raw" | "excluded" | "notCounted"> {
  readonly eligible: EligibleNumbers;
}

/** Unknown state words that are listed by name; a damaged table can hold one for every row. */
const MOST_STRANGE_STATES = 50;

/** Stands for all further unknown state words. No row can have it as its state, because of the blank. */
const OTHER_STATES = "other states";

/** Counts a table whose rows have been classified; `classes` has one entry for each record. */
export function tally(records: readonly Connection[], classes: readonly ConnectionClass[]): Tally {
  const byClass = { eligible: 0, transitional: 0, ...zeros(exclusionReasons), ...zeros(notCountedReasons) };
  const raw = zeros(offloadStates);
  const eligible = zeros(offloadStates);
  let index = 0;
  for (const record of records) {
    const kind = classes[index];
    index += 1;
    if (kind === undefined) continue;
    byClass[kind] += 1;
    const state = record.offloadState;
    if (state === undefined || kind === "notTcp" || kind === "duplicate") continue;
    raw[state] += 1;
    if (kind === "eligible" || kind === "transitional") eligible[state] += 1;
  }
  return balanced({
    connections: connectionCounts(records),
    raw: rawRatio(sidesOf(raw)),
    eligible: eligibleRatio(sidesOf(eligible)),
    excluded: excludedOf(byClass),
    notCounted: { notTcp: byClass.notTcp, unknownOffload: byClass.unknownOffload, duplicate: byClass.duplicate },
  });
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

function connectionCounts(records: readonly Connection[]): ConnectionCounts {
  const states = new Map<string, number>();
  const byOffloadState = { inHost: 0, offloading: 0, offloaded: 0, uploading: 0, absent: 0, unknown: 0 };
  let tcp = 0;
  for (const { protocol, state, offloadState, unknownOffloadState } of records) {
    if (protocol === "TCP") tcp += 1;
    if (state !== undefined) states.set(state, (states.get(state) ?? 0) + 1);
    byOffloadState[offloadState ?? (unknownOffloadState === undefined ? "absent" : "unknown")] += 1;
  }
  return { total: records.length, tcp, udp: records.length - tcp, byState: inOrder(states), byOffloadState };
}

/** In the order of a connection's life, then the unknown words alphabetically, of which only so many are kept. */
function inOrder(states: ReadonlyMap<string, number>): Readonly<Record<string, number>> {
  const known: readonly string[] = connectionStates;
  const strange = [...states.keys()].filter((state) => !known.includes(state)).sort();
  const listed = [...known, ...strange.slice(0, MOST_STRANGE_STATES)];
  const entries = listed.flatMap((state) => {
    const count = states.get(state);
    return count === undefined ? [] : [[known.includes(state) ? state : copied(state), count] as const];
  });
  const others = strange.slice(MOST_STRANGE_STATES).reduce((total, state) => total + (states.get(state) ?? 0), 0);
  if (others > 0) entries.push([OTHER_STATES, others]);
  // fromEntries defines properties, so that a state called __proto__ is a key like any other.
  return Object.fromEntries(entries);
}

function sidesOf(counts: Readonly<Record<OffloadState, number>>): Sides {
  const { offloaded, inHost, offloading, uploading } = counts;
  return { offloaded, inHost, transitional: offloading + uploading };
}

/** Written out: thousands of tables are kept as such objects, and a literal takes a third of the memory. */
function excludedOf(byClass: Readonly<Record<ConnectionClass, number>>): Snapshot["excluded"] {
  const { noConnection, setup, timeWait, loopback, sameHost, halfClosed, closing, unknownState } = byClass;
  return { noConnection, setup, timeWait, loopback, sameHost, halfClosed, closing, unknownState };
}

function zeros<K extends string>(keys: readonly K[]): Record<K, number> {
  // fromEntries forgets which keys it was given.
  return Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;
}
