import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Snapshot } from "../../src/report/report.ts";
import { readSnapshot } from "../../src/summary/snapshot.ts";
import { addToLog, emptySnapshotLog, joinedLogs, type SnapshotLog, unpacked } from "../../src/summary/snapshot-log.ts";
import { connections } from "./connections-generator.ts";
import { rows, table, times } from "./tables.ts";

function logOf(snapshots: readonly Snapshot[]): SnapshotLog {
  const log = emptySnapshotLog();
  for (const snapshot of snapshots) addToLog(log, snapshot);
  return log;
}

const text = fc.option(
  fc.oneof(fc.constantFrom("netstat -nato", "2015-03-02T10:00:00"), fc.string({ unit: "binary" })),
);
const about = fc.record({
  source: fc.string(),
  command: text,
  time: text,
  phase: text,
  line: fc.maxSafeNat(),
  endLine: fc.maxSafeNat(),
  traits: fc.record({ hasOffloadState: fc.boolean(), hasProcessId: fc.boolean(), unreadRows: fc.nat(9) }),
});
const snapshot = fc.tuple(connections, about).map(([records, its]) => readSnapshot(table(records, its), {}).snapshot);
const snapshots = fc.array(snapshot, { maxLength: 6 });

describe("a log of snapshots", () => {
  it("gives back what was added", () => {
    fc.assert(
      fc.property(snapshots, (added) => {
        const back = [...unpacked(logOf(added))];
        expect(back).toStrictEqual(added);
        expect(JSON.stringify(back)).toBe(JSON.stringify(added));
      }),
    );
  });

  it("joined with another one is the log of both, and neither is changed", () => {
    fc.assert(
      fc.property(snapshots, snapshots, (one, other) => {
        const [before, after] = [logOf(one), logOf(other)];
        expect(joinedLogs(before, after)).toEqual(logOf([...one, ...other]));
        expect(before).toEqual(logOf(one));
        expect(after).toEqual(logOf(other));
      }),
    );
  });

  it("of thousands of tables takes less than 60 bytes for each", () => {
    const records = rows(
      ...times(120, "TCP 192.0.2.1:445 198.51.100.7:# ESTABLISHED offloaded"),
      ...times(60, "TCP 192.0.2.1:80 198.51.100.7:# TIME_WAIT inHost"),
      ...times(20, "TCP 0.0.0.0:# 0.0.0.0:0 LISTENING inHost"),
    );
    const { snapshot: one } = readSnapshot(table(records), {});
    const places = Array.from({ length: 3000 }, (_, index) => ({ line: 1 + index * 204, endLine: 204 + index * 204 }));
    const log = logOf(places.map((place) => ({ ...one, ...place })));
    expect(log.numbers.length / log.size).toBeLessThan(60);
    expect(log.texts.values).toHaveLength(5);
  });
});
