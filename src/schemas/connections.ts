import {
  type AcrossSnapshots,
  type ConnectionCounts,
  type EligibleRatio,
  exclusionReasons,
  type Followed,
  type Group,
  type Groups,
  notCountedReasons,
  type Observation,
  type OffloadStateCounts,
  type RawRatio,
  type ReportPlace,
  type RowNote,
  type Snapshot,
} from "../summary/index.ts";
import { count, flag, listOf, mapOf, objectOf, oneOf, ordinal, orNull, pairOf, share, text } from "./schema.ts";

export const place = { source: text, line: ordinal };

export const reportPlace = objectOf<ReportPlace>(place);

const sides = { offloaded: count, inHost: count, transitional: count, total: count };

export const rawRatio = objectOf<RawRatio>({ ...sides, ratio: orNull(share) });

export const eligibleRatio = objectOf<EligibleRatio>({
  ...sides,
  ratio: orNull(share),
  interval: orNull(pairOf(share)),
  envelope: orNull(pairOf(share)),
  statement: text,
});

export const connectionCounts = objectOf<ConnectionCounts>({
  total: count,
  tcp: count,
  udp: count,
  byState: mapOf(count),
  byOffloadState: objectOf<OffloadStateCounts>({
    inHost: count,
    offloading: count,
    offloaded: count,
    uploading: count,
    absent: count,
    unknown: count,
  }),
});

export const excluded = objectOf<Snapshot["excluded"]>(countsOf(exclusionReasons));
export const notCounted = objectOf<Snapshot["notCounted"]>(countsOf(notCountedReasons));

const group = objectOf<Group>({ key: text, ...sides, differs: flag });

export const groups = objectOf<Groups>({
  byServicePort: listOf(group),
  byForeignAddress: listOf(group),
  byLocalAddress: listOf(group),
  byProcess: listOf(group),
});

export const groupsTested = objectOf<{ readonly [K in keyof Groups]: number }>({
  byServicePort: count,
  byForeignAddress: count,
  byLocalAddress: count,
  byProcess: count,
});

export const snapshot = objectOf<Snapshot>(
  {
    ...place,
    endLine: ordinal,
    command: orNull(text),
    time: orNull(text),
    phase: orNull(text),
    hasOffloadState: flag,
    connections: connectionCounts,
    raw: rawRatio,
    eligible: eligibleRatio,
    excluded,
    notCounted,
    unreadRows: count,
    maskedRows: count,
  },
  ["unreadRows", "maskedRows"],
);

const followed = objectOf<Followed>({ count, examples: listOf(objectOf<RowNote>({ ...place, text })) });

export const acrossSnapshots = objectOf<AcrossSnapshots>({
  snapshots: count,
  distinctConnections: count,
  everOffloaded: count,
  changedSide: count,
  flapped: followed,
  uploadedBack: followed,
  incomplete: flag,
});

export const observation = objectOf<Observation>({
  ...place,
  kind: oneOf(["ineligibleStateOffloaded", "loopbackOffloaded", "sameHostSuspected"]),
  text,
});

/** A count for each of some names. */
function countsOf<K extends string>(names: readonly K[]): { readonly [P in K]: typeof count } {
  // One for each name is all the keys there are.
  return Object.fromEntries(names.map((name) => [name, count])) as { [P in K]: typeof count };
}
