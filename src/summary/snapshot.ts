import type { Capture } from "../evidence.ts";
import type { ConnectionClass, Groups, Observation, Snapshot } from "../report.ts";
import { addressReader } from "./addresses.ts";
import { classify } from "./classify.ts";
import { copied } from "./copied.ts";
import { findDuplicates } from "./duplicates.ts";
import { buildGroups, type GroupsTested } from "./groups.ts";
import { type Width, widthOf } from "./headline.ts";
import { observe } from "./observations.ts";
import { ownHost } from "./own-host.ts";
import { statement } from "./statement.ts";
import { tally } from "./tally.ts";

/** One netstat table, counted. */
export interface ReadSnapshot {
  readonly snapshot: Snapshot;
  /** One for each record, in the same order. */
  readonly classes: readonly ConnectionClass[];
  readonly groups: Groups;
  readonly groupsTested: GroupsTested;
  readonly observations: readonly Observation[];
  readonly width: Width;
  /** Indices of records that repeat an earlier one, ascending. */
  readonly duplicates: readonly number[];
}

export interface SummaryOptions {
  /** Name of the computer, short or with its domain; without it the host that the capture names is taken. */
  readonly computerName?: string;
}

/** Classifies and counts the rows of one table. Nothing in the result refers to the records. */
export function readSnapshot(capture: Capture<"netstat">, options: SummaryOptions): ReadSnapshot {
  const { records, source, line, endLine, command, time, phase, traits } = capture;
  const canonical = addressReader();
  const own = ownHost(records, canonical, options.computerName ?? capture.host ?? undefined);
  const duplicates = findDuplicates(records);
  const classes = classify(records, duplicates, own, canonical);
  const { eligible, ...counts } = tally(records, classes);
  const { hasOffloadState } = traits;
  const snapshot: Snapshot = {
    source,
    line,
    endLine,
    command,
    time,
    phase,
    hasOffloadState,
    connections: counts.connections,
    raw: counts.raw,
    eligible: { ...eligible, statement: copied(statement({ ...counts, eligible, hasOffloadState })) },
    excluded: counts.excluded,
    notCounted: counts.notCounted,
  };
  return {
    snapshot,
    classes,
    ...buildGroups(records, classes, own, eligible),
    observations: observe(records, classes, source, canonical),
    width: widthOf(capture, snapshot),
    duplicates,
  };
}
