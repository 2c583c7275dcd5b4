import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSnapshot } from "../../src/summary/snapshot.ts";
import { connections } from "./connections-generator.ts";
import { rows, table, times } from "./tables.ts";

const read = (...lines: readonly string[]) => readSnapshot(table(rows(...lines)), {});

describe("the counts of a table", () => {
  it("are of all rows, states in the order of a connection's life, then alphabetically", () => {
    const { snapshot } = read(
      "UDP 0.0.0.0:53 *:*",
      "TCP 192.0.2.1:445 198.51.100.5:1 ZULU inHost",
      "TCP 192.0.2.1:445 198.51.100.5:2 __proto__ inHost",
      "TCP 192.0.2.1:445 198.51.100.5:3 TIME_WAIT offloading",
      "TCP 192.0.2.1:445 198.51.100.5:4 ESTABLISHED offloaded",
      "TCP 192.0.2.1:445 198.51.100.5:5 ESTABLISHED ?InHos",
      "TCP 192.0.2.1:445 198.51.100.5:6 LISTENING",
    );
    const { byState, ...connections } = snapshot.connections;
    expect(connections).toEqual({
      total: 7,
      tcp: 6,
      udp: 1,
      byOffloadState: { inHost: 2, offloading: 1, offloaded: 1, uploading: 0, absent: 2, unknown: 1 },
    });
    expect(Object.entries(byState)).toEqual([
      ["LISTENING", 1],
      ["ESTABLISHED", 2],
      ["TIME_WAIT", 1],
      ["ZULU", 1],
      ["__proto__", 1],
    ]);
    expect(snapshot.notCounted).toEqual({ notTcp: 1, unknownOffload: 2, duplicate: 0 });
  });

  it("name only so many unknown states", () => {
    const { byState } = read(...times(80, "TCP 192.0.2.1:445 198.51.100.5:# Q# inHost")).snapshot.connections;
    expect(Object.keys(byState)).toHaveLength(51);
    expect(byState["other states"]).toBe(30);
  });
});

describe("whatever the rows are", () => {
  const total = (counts: object) => Object.values(counts).reduce((sum: number, count: number) => sum + count, 0);

  it("every row is in exactly one place", () => {
    fc.assert(
      fc.property(connections, fc.option(fc.constant("srv01"), { nil: undefined }), (records, computerName) => {
        const options = computerName === undefined ? {} : { computerName };
        const { snapshot, classes } = readSnapshot(table(records), options);
        const { raw, eligible, excluded, notCounted, connections: counts } = snapshot;
        expect(classes).toHaveLength(records.length);
        expect(raw.total).toBe(eligible.total + eligible.transitional + total(excluded));
        expect(counts.total).toBe(raw.total + total(notCounted));
        expect(counts.total).toBe(records.length);
        expect(counts.tcp + counts.udp).toBe(records.length);
        expect(total(counts.byOffloadState)).toBe(records.length);
        expect(total(counts.byState)).toBe(records.filter((record) => record.state !== undefined).length);
        expect(eligible.offloaded + eligible.inHost).toBe(eligible.total);
        expect(eligible.ratio === null).toBe(eligible.total < 4);
      }),
    );
  });

  it("groups never hold more than the eligible connections, and all of them if there are few groups", () => {
    fc.assert(
      fc.property(connections, (records) => {
        const { snapshot, groups, groupsTested } = readSnapshot(table(records), {});
        for (const key of ["byServicePort", "byForeignAddress", "byLocalAddress"] as const) {
          const held = groups[key].reduce((sum, group) => sum + group.total + group.transitional, 0);
          const all = snapshot.eligible.total + snapshot.eligible.transitional;
          expect(groups[key]).toHaveLength(Math.min(10, groupsTested[key]));
          if (groupsTested[key] > 10 || snapshot.maskedRows !== undefined) expect(held).toBeLessThanOrEqual(all);
          else expect(held).toBe(all);
        }
      }),
    );
  });

  it("the offload state moves no row between eligible and excluded", () => {
    fc.assert(
      fc.property(connections, (records) => {
        const known = records.map((record) => ({ ...record, offloadState: "inHost" as const }));
        const other = records.map((record) => ({ ...record, offloadState: "offloaded" as const }));
        expect(readSnapshot(table(other), {}).classes).toEqual(readSnapshot(table(known), {}).classes);
      }),
    );
  });
});
