import type { ConnectionState } from "../../grammar/locales/locale.ts";
import { type Columns, NONE } from "./columns.ts";
import {
  type ConnectionClass,
  type ExclusionReason,
  exclusionReasons,
  notCountedReasons,
} from "./connection-report.ts";
import { ABSENT, TRANSITIONAL } from "./offload-codes.ts";
import { IS_LOOPBACK, IS_OWN, IS_WILDCARD, type OwnHost } from "./own-host.ts";

/** The classes by their codes. First come the reasons to leave a row out, and of several the first one counts. */
export const classNames: readonly ConnectionClass[] = [
  ...exclusionReasons,
  "eligible",
  "transitional",
  ...notCountedReasons,
];

export const ELIGIBLE_CODE = classNames.indexOf("eligible");
export const TRANSITIONAL_CODE = classNames.indexOf("transitional");
const NOT_TCP = classNames.indexOf("notTcp");
const UNKNOWN_OFFLOAD = classNames.indexOf("unknownOffload");
const DUPLICATE = classNames.indexOf("duplicate");
const LOOPBACK = classNames.indexOf("loopback");
const SAME_HOST = classNames.indexOf("sameHost");
const UNKNOWN_STATE = classNames.indexOf("unknownState");

/** What a state means for counting: the reason that excludes its rows, or `eligible` where nothing else does. */
const stages: { readonly [K in ConnectionState]: ExclusionReason | "eligible" } = {
  LISTENING: "noConnection",
  BOUND: "noConnection",
  CLOSED: "noConnection",
  DELETE_TCB: "noConnection",
  SYN_SENT: "setup",
  SYN_RECEIVED: "setup",
  TIME_WAIT: "timeWait",
  FIN_WAIT_1: "halfClosed",
  FIN_WAIT_2: "halfClosed",
  CLOSE_WAIT: "halfClosed",
  CLOSING: "closing",
  LAST_ACK: "closing",
  ESTABLISHED: "eligible",
};

/** The same as codes in a map: a state is captured text and may be called `constructor`. */
const stageOf: ReadonlyMap<string, number> = new Map(
  Object.entries(stages).map(([state, stage]) => [state, classNames.indexOf(stage)]),
);

/**
 * The code of each row's class; `duplicates` are the rows that stand in the table a second time. The offload state never
 * decides about loopback or the same host: a ratio that sorted its rows by their result would only prove itself.
 */
export function classify(columns: Columns, duplicates: readonly number[], own: OwnHost): Uint8Array {
  const { rows, isTcp, offload, state, states } = columns;
  const stagesHere = Uint8Array.from(states.values, (name) => stageOf.get(name) ?? UNKNOWN_STATE);
  const classes = new Uint8Array(rows);
  for (let row = 0; row < rows; row += 1) {
    if (isTcp[row] === 0) {
      classes[row] = NOT_TCP;
      continue;
    }
    const side = offload[row] ?? ABSENT;
    if (side >= ABSENT) {
      classes[row] = UNKNOWN_OFFLOAD;
      continue;
    }
    const stage = stagesHere[state[row] ?? NONE] ?? UNKNOWN_STATE;
    // A socket that listens has no other end, whatever its state is called: two wildcards are not one host.
    const reason = columns.foreignPort[row] === 0 ? stage : Math.min(stage, locality(columns, own, row));
    classes[row] = reason === ELIGIBLE_CODE && side >= TRANSITIONAL ? TRANSITIONAL_CODE : reason;
  }
  for (const row of duplicates) classes[row] = DUPLICATE;
  return classes;
}

/** The rows that are eligible or on their way, ascending. */
export function countedRows(classes: Uint8Array): Int32Array {
  let size = 0;
  for (const code of classes) if (counts(code)) size += 1;
  const counted = new Int32Array(size);
  let at = 0;
  for (let row = 0; row < classes.length; row += 1) {
    if (!counts(classes[row] ?? 0)) continue;
    counted[at] = row;
    at += 1;
  }
  return counted;
}

function counts(code: number): boolean {
  return code === ELIGIBLE_CODE || code === TRANSITIONAL_CODE;
}

/** Both tests are certain ones: what is merely suspected to be the same host stays eligible. */
function locality({ localAddress, foreignAddress }: Columns, { marks }: OwnHost, row: number): number {
  const local = marks[localAddress[row] ?? 0] ?? 0;
  const foreign = marks[foreignAddress[row] ?? 0] ?? 0;
  if (((local | foreign) & IS_LOOPBACK) !== 0) return LOOPBACK;
  // A local address that is neither loopback nor a wildcard is an own one.
  return (foreign & IS_OWN) !== 0 || (local & foreign & IS_WILDCARD) !== 0 ? SAME_HOST : ELIGIBLE_CODE;
}
