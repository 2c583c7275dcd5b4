import { describe, expect, it } from "vitest";
import type { HostSummary } from "../../src/report/report.ts";
import { readSnapshot } from "../../src/summary/snapshot.ts";
import { explainZero, statement, statementWithSettings } from "../../src/summary/statement.ts";
import { rows, table, times } from "./tables.ts";

/** A table with so many eligible connections on each side, and further rows. */
function counted(offloaded: number, inHost: number, ...others: readonly string[]) {
  const lines = [
    ...times(offloaded, "TCP 192.0.2.1:445 198.51.100.7:# ESTABLISHED offloaded"),
    ...times(inHost, "TCP 192.0.2.1:139 198.51.100.7:# ESTABLISHED inHost"),
    ...others,
  ];
  return readSnapshot(table(rows(...lines)), {}).snapshot;
}

const listening = "TCP 0.0.0.0:445 0.0.0.0:0 LISTENING inHost";
const onTheWay = "TCP 192.0.2.1:80 198.51.100.9:# ESTABLISHED offloading";

describe("the statement", () => {
  it.each([
    [0, 1, "0 of 1 eligible connection is offloaded; too few for a percentage"],
    [1, 0, "1 of 1 eligible connection is offloaded; too few for a percentage"],
    [1, 2, "1 of 3 eligible connections is offloaded; too few for a percentage"],
    [0, 3, "0 of 3 eligible connections are offloaded; too few for a percentage"],
    [0, 4, "0 of 4 eligible connections are offloaded (0 %, small sample, 0–49 %)"],
    [4, 10, "4 of 14 eligible connections are offloaded (29 %, small sample, 12–55 %)"],
    [9, 3, "9 of 12 eligible connections are offloaded (75 %, small sample, 47–91 %)"],
    [29, 0, "29 of 29 eligible connections are offloaded (100 %, small sample, 88–100 %)"],
    [0, 30, "0 of 30 eligible connections are offloaded (0.0 %, 0.0–11.4 %)"],
    [40, 90, "40 of 130 eligible connections are offloaded (30.8 %, 23.5–39.2 %)"],
    [1024, 276, "1024 of 1300 eligible connections are offloaded (78.8 %, 76.5–80.9 %)"],
    [1, 4999, "1 of 5000 eligible connections is offloaded (under 0.1 %, 0.0–0.1 %)"],
    [4999, 1, "4999 of 5000 eligible connections are offloaded (over 99.9 %, 99.9–100.0 %)"],
    [0, 9000, "0 of 9000 eligible connections are offloaded (0.0 %, 0.0–0.1 %)"],
    [9000, 0, "9000 of 9000 eligible connections are offloaded (100.0 %, 99.9–100.0 %)"],
  ])("%i offloaded, %i in the host", (offloaded, inHost, expected) => {
    expect(counted(offloaded, inHost).eligible.statement).toBe(expected);
  });

  it.each([
    [[], "No eligible connection, so no ratio: no TCP row was read in the table"],
    [["UDP 0.0.0.0:53 *:*"], "No eligible connection, so no ratio: no TCP row was read in the table, only 1 UDP"],
    [[listening], "No eligible connection, so no ratio: of 1 TCP row 1 listening or without a connection"],
    [
      [
        listening,
        listening,
        "TCP 127.0.0.1:80 127.0.0.1:81 ESTABLISHED inHost",
        "TCP 192.0.2.1:80 192.0.2.1:81 ESTABLISHED inHost",
        "TCP 192.0.2.1:80 198.51.100.9:81 CLOSE_WAIT inHost",
        "TCP 192.0.2.1:80 198.51.100.9:82 ESTABLISHED ?Somewhere",
      ],
      "No eligible connection, so no ratio: of 6 TCP rows 1 listening or without a connection, 1 loopback, " +
        "1 within the host, 1 half closed, 1 without a known offload state, 1 repeated",
    ],
  ])("says why there is no ratio", (lines, expected) => {
    expect(counted(0, 0, ...lines).eligible.statement).toBe(expected);
  });

  it("never says 0 % of a table without the offload column", () => {
    const records = rows("TCP 192.0.2.1:445 198.51.100.7:50012 ESTABLISHED", "UDP 0.0.0.0:53 *:*");
    const { snapshot } = readSnapshot(
      table(records, { traits: { hasOffloadState: false, hasProcessId: false, unreadRows: 0 } }),
      {},
    );
    expect(snapshot.eligible.statement).toBe(
      "The table has no Offload State column, so it does not show which connections are offloaded. Capture netstat -nato.",
    );
    expect(snapshot.eligible.ratio).toBeNull();
  });

  it.each([
    [9, 1, "9 of 9 eligible connections are offloaded (100 %, small sample, 70–100 %)"],
    [
      9,
      2,
      "9 of 9 eligible connections are offloaded (100 %, small sample, 70–100 %). 2 of 11 are changing state, " +
        "so the table is unsettled: capture another one.",
    ],
    [
      0,
      1,
      "No eligible connection, so no ratio: of 1 TCP row 1 changing state. 1 of 1 is changing state, " +
        "so the table is unsettled: capture another one.",
    ],
  ])("calls a table unsettled above one in ten: %i and %i", (offloaded, transitional, expected) => {
    expect(counted(offloaded, 0, ...times(transitional, onTheWay)).eligible.statement).toBe(expected);
  });
});

describe("what the settings say about no offloaded connection", () => {
  const automatic =
    "In automatic mode this is expected unless a 10 Gbps adapter carries long transfers with a delay under 20 ms";
  const disabled = "With Chimney off, every connection stays InHost";
  const missing = "InHost does not prove that Chimney is off: capture netsh int tcp show global";

  it.each<[string, HostSummary["settings"], number, string | undefined]>([
    ["nothing captured", {}, 4, missing],
    ["nothing captured, few", {}, 1, missing],
    ["automatic", { chimneyOffload: "automatic" }, 4, automatic],
    ["automatic, few", { chimneyOffload: "automatic" }, 1, automatic],
    ["disabled", { chimneyOffload: "disabled" }, 4, disabled],
    ["enabled, too few to say", { chimneyOffload: "enabled" }, 3, undefined],
    ["a value nobody knows", { chimneyOffload: "perhaps" }, 40, undefined],
  ])("%s", (_, settings, inHost, expected) => {
    expect(explainZero(counted(0, inHost), settings)).toBe(expected);
  });

  it("gives an upper bound when Chimney is enabled, rounded up", () => {
    expect(explainZero(counted(0, 12), { chimneyOffload: "enabled" })).toMatch(/very likely below 25 %$/);
    expect(explainZero(counted(0, 100), { chimneyOffload: "enabled" })).toMatch(/very likely below 3\.7 %$/);
    expect(explainZero(counted(0, 9000), { chimneyOffload: "enabled" })).toMatch(/very likely below 0\.1 %$/);
  });

  it("takes settings without a line for Chimney for a Windows that no longer has it", () => {
    expect(explainZero(counted(0, 9), { receiveSideScaling: "enabled" })).toMatch(
      /^The captured settings have no line for Chimney; if they are complete, this Windows no longer has it/,
    );
  });

  it("says nothing when connections are offloaded, or when there are none", () => {
    for (const settings of [{}, { chimneyOffload: "disabled" }, { receiveSideScaling: "enabled" }]) {
      expect(explainZero(counted(1, 9), settings)).toBeUndefined();
      expect(explainZero(counted(0, 0, listening), settings)).toBeUndefined();
    }
  });

  it("does not call InHost the only possible state when the table shows others", () => {
    const closing = counted(0, 9, "TCP 192.0.2.1:80 198.51.100.9:82 CLOSE_WAIT offloaded");
    expect(explainZero(closing, { chimneyOffload: "disabled" })).toBeUndefined();
    expect(explainZero(closing, { receiveSideScaling: "enabled" })).toBeUndefined();
  });

  it("is the last sentence of the host's statement", () => {
    const snapshot = counted(0, 4);
    expect(statementWithSettings(snapshot, {})).toBe(
      "0 of 4 eligible connections are offloaded (0 %, small sample, 0–49 %). InHost does not prove that Chimney is off: " +
        "capture netsh int tcp show global.",
    );
    expect(statementWithSettings(snapshot, { chimneyOffload: "perhaps" })).toBe(statement(snapshot));
  });
});

describe("rows that are not known whole", () => {
  const traits = { hasOffloadState: true, hasProcessId: false, unreadRows: 3 };
  const masked = "TCP xx.xx.xx.xx:445 xx.xx.xx.xx:5001# ESTABLISHED offloaded";

  it("could not be read, which comes first and is all there is to say of a table without others", () => {
    const unread = (...lines: readonly string[]) => readSnapshot(table(rows(...lines), { traits }), {}).snapshot;
    expect(unread().eligible.statement).toBe("3 rows could not be read");
    expect(unread("TCP 192.0.2.1:80 198.51.100.9:82 ESTABLISHED offloaded").eligible.statement).toBe(
      "3 rows could not be read. 1 of 1 eligible connection is offloaded; too few for a percentage.",
    );
  });

  it("have masks, which hide connections within the host", () => {
    expect(readSnapshot(table(rows(...times(4, masked))), {}).snapshot.eligible.statement).toBe(
      "4 of 4 eligible connections are offloaded (100 %, small sample, 51–100 %). 4 rows have a masked or missing " +
        "address or port, so connections within this host can't be told apart among them.",
    );
  });
});
