import { detached } from "../text/index.ts";
import { copyOfIds, emptyIds, type Ids, idOf } from "./columns.ts";
import {
  type ConnectionCounts,
  doubtfulRows,
  exclusionReasons,
  notCountedReasons,
  type Snapshot,
} from "./connection-report.ts";
import { addNumber, copyOfNumbers, emptyNumbers, numberReader, type PackedNumbers } from "./packed-numbers.ts";
import { eligibleRatio, rawRatio, type Sides } from "./ratio.ts";
import { stated } from "./statement.ts";

/**
 * The tables of a host, packed: an interval log that ran overnight has tens of thousands of them, and as an object each
 * takes more than a kilobyte. What follows from the counts (totals, ratios, intervals, statements) is left out and made
 * anew.
 */
export interface SnapshotLog {
  /** How many tables there are. */
  size: number;
  readonly numbers: PackedNumbers;
  /** Sources, commands, times, phases and words for states: most of them recur in every table. */
  readonly texts: Ids<string | null>;
}

type Next = () => number;

export function emptySnapshotLog(): SnapshotLog {
  return { size: 0, numbers: emptyNumbers(), texts: emptyIds() };
}

/** Adds a table, changing the log. Nothing of what is passed is kept alive. */
export function addToLog(log: SnapshotLog, snapshot: Snapshot): void {
  const { source, command, time, phase, line, endLine, hasOffloadState, connections, raw, eligible } = snapshot;
  const { excluded, notCounted, unreadRows = 0, maskedRows = 0 } = snapshot;
  const add = (value: number): void => addNumber(log.numbers, value);
  for (const text of [source, command, time, phase]) add(textId(log, text));
  for (const value of [line, endLine, Number(hasOffloadState), unreadRows, maskedRows]) add(value);
  addConnections(log, connections, add);
  for (const { offloaded, inHost, transitional } of [raw, eligible]) {
    add(offloaded);
    add(inHost);
    add(transitional);
  }
  for (const reason of exclusionReasons) add(excluded[reason]);
  for (const reason of notCountedReasons) add(notCounted[reason]);
  log.size += 1;
}

/** The tables of both logs, those of `earlier` first. Neither log is changed. */
export function joinedLogs(earlier: SnapshotLog, later: SnapshotLog): SnapshotLog {
  const { size, numbers, texts } = earlier;
  const joined = { size, numbers: copyOfNumbers(numbers), texts: copyOfIds(texts) };
  for (const snapshot of unpacked(later)) addToLog(joined, snapshot);
  return joined;
}

/** The tables as they were added, in order; without a ratio where there are fewer connections than `least`. */
export function* unpacked({ size, numbers, texts }: SnapshotLog, least?: number): Generator<Snapshot> {
  const next = numberReader(numbers);
  for (let at = 0; at < size; at += 1) yield snapshotFrom(next, texts.values, least);
}

function addConnections(log: SnapshotLog, counts: ConnectionCounts, add: (value: number) => void): void {
  const { tcp, udp, byState, byOffloadState } = counts;
  const states = Object.entries(byState);
  add(tcp);
  add(udp);
  add(states.length);
  for (const [state, rows] of states) {
    add(textId(log, state));
    add(rows);
  }
  const { inHost, offloading, offloaded, uploading, absent, unknown } = byOffloadState;
  for (const rows of [inHost, offloading, offloaded, uploading, absent, unknown]) add(rows);
}

function textId({ texts }: SnapshotLog, text: string | null): number {
  return texts.numbers.get(text) ?? idOf(texts, detached(text));
}

/** Reads what `addToLog` wrote. Objects are literals, which take least memory; their parts are read in order. */
function snapshotFrom(next: Next, texts: readonly (string | null)[], least: number | undefined): Snapshot {
  const source = texts[next()] ?? "";
  const [command, time, phase] = [texts[next()] ?? null, texts[next()] ?? null, texts[next()] ?? null];
  const [line, endLine, hasOffloadState] = [next(), next(), next() === 1];
  const doubtful = doubtfulRows(next(), next());
  const connections = connectionsFrom(next, texts);
  const raw = rawRatio(sidesFrom(next), least);
  const eligible = eligibleRatio(sidesFrom(next), least);
  const excluded = {
    noConnection: next(),
    setup: next(),
    timeWait: next(),
    loopback: next(),
    sameHost: next(),
    halfClosed: next(),
    closing: next(),
    unknownState: next(),
  };
  const notCounted = { notTcp: next(), unknownOffload: next(), duplicate: next() };
  return {
    source,
    line,
    endLine,
    command,
    time,
    phase,
    hasOffloadState,
    connections,
    raw,
    eligible: stated({ hasOffloadState, connections, raw, eligible, excluded, notCounted, ...doubtful }),
    excluded,
    notCounted,
    ...doubtful,
  };
}

function connectionsFrom(next: Next, texts: readonly (string | null)[]): ConnectionCounts {
  const [tcp, udp] = [next(), next()];
  const states = Array.from({ length: next() }, () => [texts[next()] ?? "", next()] as const);
  return {
    total: tcp + udp,
    tcp,
    udp,
    // fromEntries defines properties, so that a state called __proto__ is a key like any other.
    byState: Object.fromEntries(states),
    byOffloadState: {
      inHost: next(),
      offloading: next(),
      offloaded: next(),
      uploading: next(),
      absent: next(),
      unknown: next(),
    },
  };
}

function sidesFrom(next: Next): Sides {
  return { offloaded: next(), inHost: next(), transitional: next() };
}
