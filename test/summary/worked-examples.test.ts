import { describe, expect, it } from "vitest";
import type { ExclusionReason } from "../../src/report/report.ts";
import { readSnapshot } from "../../src/summary/snapshot.ts";
import { rows, table, times } from "./tables.ts";

const read = (...lines: readonly string[]) => readSnapshot(table(rows(...lines)), {});

/** The reasons that occur, with their counts. */
function reasons(excluded: { readonly [K in ExclusionReason]: number }): Partial<Record<ExclusionReason, number>> {
  return Object.fromEntries(Object.entries(excluded).filter(([, count]) => count > 0));
}

describe("worked examples", () => {
  const article = [
    "TCP 127.0.0.1:52613 computer_name:52614 ESTABLISHED inHost",
    "TCP 192.0.2.103:52614 computer_name:52613 ESTABLISHED offloaded",
  ];

  it("counts the two rows of the article once as suspected, never as 50 %", () => {
    const { snapshot, observations, classes } = read(...article);
    expect(classes).toEqual(["loopback", "eligible"]);
    expect(snapshot.raw).toEqual({ offloaded: 1, inHost: 1, transitional: 0, total: 2, ratio: null });
    expect(snapshot.eligible).toEqual({
      offloaded: 1,
      inHost: 0,
      transitional: 0,
      total: 1,
      ratio: null,
      interval: null,
      envelope: null,
      statement: "1 of 1 eligible connection is offloaded; too few for a percentage",
    });
    expect(observations).toEqual([
      {
        source: "capture.txt",
        line: 2,
        kind: "sameHostSuspected",
        text: "TCP 192.0.2.103:52614 computer_name:52613 ESTABLISHED offloaded",
      },
    ]);
  });

  it("excludes both once the computer's name is declared, and says what was seen", () => {
    const { snapshot, observations, classes } = readSnapshot(table(rows(...article)), {
      computerName: "COMPUTER_NAME",
    });
    expect(classes).toEqual(["loopback", "sameHost"]);
    expect(snapshot.eligible.total).toBe(0);
    expect(snapshot.eligible.statement).toBe(
      "No eligible connection, so no ratio: of 2 TCP rows 1 loopback, 1 within the host",
    );
    expect(observations.map(({ line, kind }) => [line, kind])).toEqual([[2, "loopbackOffloaded"]]);
  });

  it("only counts three rows", () => {
    const { snapshot } = read(
      "TCP 192.0.2.1:50001 198.51.100.7:445 ESTABLISHED inHost",
      "TCP 192.0.2.1:50002 198.51.100.8:1433 ESTABLISHED inHost",
      "TCP 192.0.2.1:50003 198.51.100.8:1433 ESTABLISHED inHost",
    );
    expect([snapshot.raw.offloaded, snapshot.raw.total]).toEqual([0, 3]);
    expect([snapshot.eligible.offloaded, snapshot.eligible.total, snapshot.eligible.ratio]).toEqual([0, 3, null]);
    expect(snapshot.eligible.statement).toBe("0 of 3 eligible connections are offloaded; too few for a percentage");
  });

  it("reads a row with a process id like any other", () => {
    const { snapshot } = read("TCP 192.0.2.1:50001 198.51.100.7:445 ESTABLISHED pid=3416 inHost");
    expect([snapshot.eligible.offloaded, snapshot.eligible.total]).toEqual([0, 1]);
  });

  it("balances forty mixed rows", () => {
    const pairs = times(4, "#").flatMap((pair) => [
      `TCP 127.0.0.1:5000${pair} 127.0.0.1:5001${pair} ESTABLISHED inHost`,
      `TCP 127.0.0.1:5001${pair} 127.0.0.1:5000${pair} ESTABLISHED inHost`,
    ]);
    const { snapshot, observations } = read(
      ...times(10, "TCP 0.0.0.0:# 0.0.0.0:0 LISTENING inHost"),
      ...times(6, "TCP 192.0.2.1:445 198.51.100.1:5000# TIME_WAIT inHost"),
      ...pairs,
      "TCP 192.0.2.1:50100 198.51.100.2:445 SYN_SENT inHost",
      "TCP 192.0.2.1:445 198.51.100.3:50001 CLOSE_WAIT offloaded",
      "TCP 192.0.2.1:445 198.51.100.3:50002 CLOSE_WAIT inHost",
      "TCP 192.0.2.1:445 198.51.100.4:50001 ESTABLISHED uploading",
      ...times(9, "TCP 192.0.2.1:445 198.51.100.5:5000# ESTABLISHED offloaded"),
      ...times(3, "TCP 192.0.2.1:445 198.51.100.6:5000# ESTABLISHED inHost"),
    );
    expect(snapshot.raw).toEqual({ offloaded: 10, inHost: 29, transitional: 1, total: 40, ratio: 0.25 });
    expect(snapshot.eligible).toEqual({
      offloaded: 9,
      inHost: 3,
      transitional: 1,
      total: 12,
      ratio: 0.75,
      interval: [0.4677, 0.9111],
      envelope: [0.6923, 0.7692],
      statement: "9 of 12 eligible connections are offloaded (75 %, small sample, 47–91 %)",
    });
    expect(reasons(snapshot.excluded)).toEqual({ noConnection: 10, timeWait: 6, loopback: 8, setup: 1, halfClosed: 2 });
    expect(snapshot.notCounted).toEqual({ notTcp: 0, unknownOffload: 0, duplicate: 0 });
    expect(observations).toEqual([]);
  });

  it("gives a large sample with one decimal", () => {
    const { snapshot } = read(
      ...times(1024, "TCP 192.0.2.1:445 198.51.100.5:# ESTABLISHED offloaded"),
      ...times(276, "TCP 192.0.2.1:445 198.51.100.6:# ESTABLISHED inHost"),
    );
    expect(snapshot.eligible.ratio).toBe(0.7877);
    expect(snapshot.eligible.interval).toEqual([0.7646, 0.8091]);
    expect(snapshot.eligible.statement).toBe("1024 of 1300 eligible connections are offloaded (78.8 %, 76.5–80.9 %)");
  });
});
