import { describe, expect, it } from "vitest";
import type { Group } from "../../src/report/report.ts";
import { canonical, isName } from "../../src/summary/addresses.ts";
import { leavesRowsOut } from "../../src/summary/headline.ts";
import { readSnapshot } from "../../src/summary/snapshot.ts";
import { explainZero } from "../../src/summary/statement.ts";
import { rows, table, times } from "./tables.ts";

const read = (...lines: readonly string[]) => readSnapshot(table(rows(...lines)), {});
const said = (...lines: readonly string[]) => read(...lines).snapshot.eligible.statement;
const keys = (groups: readonly Group[]) => groups.map(({ key, total }) => `${key}: ${total}`);

describe("each reason why rows are not eligible has its words", () => {
  const far = "192.0.2.1:80 198.51.100.9:81";
  it.each([
    ["TCP 0.0.0.0:445 0.0.0.0:0 LISTENING inHost", "listening or without a connection"],
    [`TCP ${far} DELETE_TCB inHost`, "listening or without a connection"],
    [`TCP ${far} SYN_SENT inHost`, "being set up"],
    [`TCP ${far} SYN_RECEIVED inHost`, "being set up"],
    [`TCP ${far} TIME_WAIT inHost`, "in TIME_WAIT"],
    ["TCP 127.0.0.1:80 127.0.0.1:81 ESTABLISHED inHost", "loopback"],
    ["TCP 192.0.2.1:80 192.0.2.1:81 ESTABLISHED inHost", "within the host"],
    [`TCP ${far} FIN_WAIT_1 inHost`, "half closed"],
    [`TCP ${far} FIN_WAIT_2 inHost`, "half closed"],
    [`TCP ${far} CLOSE_WAIT inHost`, "half closed"],
    [`TCP ${far} CLOSING inHost`, "closing"],
    [`TCP ${far} LAST_ACK inHost`, "closing"],
    [`TCP ${far} FROTZ inHost`, "in an unknown state"],
    [`TCP ${far} ESTABLISHED ?Somewhere`, "without a known offload state"],
    [`TCP ${far} ESTABLISHED`, "without a known offload state"],
  ])("%s", (row, words) => {
    expect(said(row)).toBe(`No eligible connection, so no ratio: of 1 TCP row 1 ${words}`);
  });
});

describe("a statement", () => {
  const offloaded = (count: number) => times(count, "TCP 192.0.2.1:445 198.51.100.7:# ESTABLISHED offloaded");
  const onTheWay = (count: number) => times(count, "TCP 192.0.2.1:80 198.51.100.9:# ESTABLISHED uploading");

  it("counts one masked row, and none where nothing is eligible", () => {
    expect(said("TCP xx.xx.xx.xx:445 198.51.100.7:50001 ESTABLISHED offloaded")).toContain(". 1 row has a masked or");
    expect(said("TCP xx.xx.xx.xx:445 198.51.100.7:50001 TIME_WAIT offloaded")).not.toContain("masked");
    expect(said("TCP xx.xx.xx.xx:445 198.51.100.7:50001 ESTABLISHED uploading")).toContain("1 row has a masked or");
  });

  it.each([
    [27, 3, false],
    [26, 3, true],
    [90, 10, false],
    [90, 11, true],
  ])("calls %i beside %i on the way unsettled: %s", (count, transitional, isUnsettled) => {
    expect(said(...offloaded(count), ...onTheWay(transitional)).includes("unsettled")).toBe(isUnsettled);
  });

  it("has a percentage from the asked number of connections on", () => {
    const numbers = (count: number, leastConnections?: number) => {
      const options = leastConnections === undefined ? {} : { leastConnections };
      const { eligible, raw } = readSnapshot(table(rows(...offloaded(count))), options).snapshot;
      return [eligible.ratio, raw.ratio, eligible.statement.includes("too few for a percentage")];
    };
    expect([3, 4].map((count) => numbers(count))).toEqual([
      [null, null, true],
      [1, 1, false],
    ]);
    expect([5, 6].map((count) => numbers(count, 6))).toEqual([
      [null, null, true],
      [1, 1, false],
    ]);
  });

  it("gives a share of one in a thousand as it is", () => {
    const inHost = (count: number) => times(count, "TCP 192.0.2.1:445 198.51.100.8:# ESTABLISHED inHost");
    expect(said(...offloaded(1), ...inHost(999))).toContain("1 of 1000 eligible connections is offloaded (0.1 %, ");
    expect(said(...offloaded(1), ...inHost(1000))).toContain("(under 0.1 %, ");
    expect(said(...offloaded(999), ...inHost(1))).toContain("(99.9 %, ");
    expect(said(...offloaded(1000), ...inHost(1))).toContain("(over 99.9 %, ");
  });

  it("says how many rows could not be read", () => {
    const traits = { hasOffloadState: true, hasProcessId: false, unreadRows: 1 };
    expect(readSnapshot(table(rows(), { traits }), {}).snapshot.eligible.statement).toBe("1 row could not be read");
    const without = { ...traits, hasOffloadState: false };
    const plain = rows("TCP 192.0.2.1:80 198.51.100.9:81 ESTABLISHED");
    expect(readSnapshot(table(plain, { traits: without }), {}).snapshot.eligible.statement).toBe(
      "1 row could not be read. The table has no Offload State column, so it does not show which connections are " +
        "offloaded. Capture netstat -nato.",
    );
  });

  it("explains nothing offloaded by a Chimney that is enabled, from four connections on", () => {
    const inHost = (count: number) => times(count, "TCP 192.0.2.1:445 198.51.100.7:# ESTABLISHED inHost");
    const enabled = (count: number) => explainZero(read(...inHost(count)).snapshot, { chimneyOffload: "enabled" });
    expect([enabled(3), enabled(4)?.slice(-20)]).toEqual([undefined, "very likely below 49 %".slice(-20)]);
    expect(enabled(29)).toMatch(/below 12 %$/);
    expect(enabled(30)).toMatch(/below 11\.4 %$/);
  });
});

describe("groups", () => {
  it("of one size have numbers before names, and names by their letters", () => {
    const { groups } = read(
      "TCP 192.0.2.1:50001 198.51.100.7:zulu ESTABLISHED inHost",
      "TCP 192.0.2.1:50002 198.51.100.7:alpha ESTABLISHED inHost",
      "TCP 192.0.2.1:50003 198.51.100.7:3389 ESTABLISHED inHost",
      "TCP 192.0.2.1:50004 198.51.100.7:445 ESTABLISHED inHost",
    );
    expect(keys(groups.byServicePort)).toEqual(["445: 1", "3389: 1", "alpha: 1", "zulu: 1"]);
  });

  it("that come late and are larger push out others, equal ones by key", () => {
    const { groups } = read(
      ...times(11, "TCP 192.0.2.1:445 198.51.100.1#:5000# ESTABLISHED inHost"),
      ...times(2, "TCP 192.0.2.1:445 198.51.100.9:6000# ESTABLISHED inHost"),
      "TCP 192.0.2.1:445 198.51.100.100:7 ESTABLISHED inHost",
    );
    expect(keys(groups.byForeignAddress)).toEqual([
      "198.51.100.9: 2",
      "198.51.100.100: 1",
      "198.51.100.11: 1",
      "198.51.100.110: 1",
      "198.51.100.111: 1",
      ...["12", "13", "14", "15", "16"].map((end) => `198.51.100.${end}: 1`),
    ]);
  });

  it("by process have the last name of each, and none where -b printed none", () => {
    const { groups } = read(
      "TCP 192.0.2.1:445 198.51.100.7:1 ESTABLISHED inHost pid=4 exe=a.exe",
      "TCP 192.0.2.1:445 198.51.100.7:2 ESTABLISHED inHost pid=4 exe=b.exe",
      "TCP 192.0.2.1:445 198.51.100.7:3 ESTABLISHED inHost pid=4",
      "TCP 192.0.2.1:445 198.51.100.7:4 ESTABLISHED inHost pid=8",
      "TCP 192.0.2.1:445 198.51.100.7:5 ESTABLISHED inHost exe=c.exe",
    );
    expect(keys(groups.byProcess)).toEqual(["4 b.exe: 3", "8: 1"]);
  });

  it("leave out masked addresses, but not the connections", () => {
    const { groups, groupsTested } = read(
      "TCP 192.0.2.1:445 xx.xx.xx.xx:50001 ESTABLISHED inHost",
      "TCP xx.xx.xx.xx:445 198.51.100.7:50002 ESTABLISHED inHost",
    );
    expect(keys(groups.byForeignAddress)).toEqual(["198.51.100.7: 1"]);
    expect(keys(groups.byLocalAddress)).toEqual(["192.0.2.1: 1"]);
    expect(keys(groups.byServicePort)).toEqual(["445: 2"]);
    expect(groupsTested).toMatchObject({ byForeignAddress: 1, byLocalAddress: 1, byServicePort: 1 });
  });
});

describe("the service port of a connection of two unknown ports", () => {
  const one = (local: string, foreign: string) => `TCP 192.0.2.1:${local} 198.51.100.7:${foreign} ESTABLISHED inHost`;
  it.each<[string, readonly string[], readonly string[]]>([
    ["the lower one on the other side", [one("50012", "8443")], ["8443: 1"]],
    ["the lower one on this side", [one("8443", "50012")], ["8443: 1"]],
    ["this side's of two that are the same", [one("50012", "50012")], ["50012: 1"]],
    ["the one that recurs, though it is higher", [one("50012", "60000"), one("50013", "60000")], ["60000: 2"]],
    ["the one that recurs here, though it is higher", [one("60000", "50012"), one("60000", "50013")], ["60000: 2"]],
    ["this side's name before the other's", [one("our-backup", "their-backup")], ["our-backup: 1"]],
    ["no name but * before a number", [one("50012", "*")], ["50012: 1"]],
  ])("is %s", (_, lines, expected) => {
    expect(keys(read(...lines).groups.byServicePort)).toEqual(expected);
  });
});

describe("a row is within the host", () => {
  const listening = "TCP 0.0.0.0:445 SRV01.example.test:0 LISTENING inHost";
  it.each<[string, readonly string[], string]>([
    [
      "by an address of the local column",
      ["TCP 192.0.2.1:80 192.0.2.2:81 ESTABLISHED inHost", "UDP 192.0.2.2:53 *:*"],
      "sameHost",
    ],
    [
      "by the name behind a listener",
      [listening, "TCP 192.0.2.1:80 srv01.example.test:81 ESTABLISHED inHost"],
      "sameHost",
    ],
    ["by the short form of that name", [listening, "TCP 192.0.2.1:80 SRV01:81 ESTABLISHED inHost"], "sameHost"],
    [
      "not by that name in another domain",
      [listening, "TCP 192.0.2.1:80 srv01.example.org:81 ESTABLISHED inHost"],
      "eligible",
    ],
    [
      "by a short name in whatever domain",
      ["TCP 0.0.0.0:445 SRV01:0 LISTENING inHost", "TCP 192.0.2.1:80 srv01.example.org:81 ESTABLISHED inHost"],
      "sameHost",
    ],
    [
      "not by the name at the other end of a row that is no listener",
      ["TCP 192.0.2.1:445 SRV01:0 ESTABLISHED inHost", "TCP 192.0.2.1:80 SRV01:81 ESTABLISHED inHost"],
      "eligible",
    ],
    [
      "not by the address behind a listener",
      ["TCP 0.0.0.0:445 198.51.100.9:0 LISTENING inHost", "TCP 192.0.2.1:80 198.51.100.9:81 ESTABLISHED inHost"],
      "eligible",
    ],
    [
      "not by the IPv6 address behind a listener",
      ["TCP [::]:445 [2001:db8::9]:0 LISTENING inHost", "TCP 192.0.2.1:80 [2001:db8::9]:81 ESTABLISHED inHost"],
      "eligible",
    ],
    [
      "not by the name behind a listener that has a port",
      ["TCP 0.0.0.0:445 SRV01:99 LISTENING inHost", "TCP 192.0.2.1:80 SRV01:81 ESTABLISHED inHost"],
      "eligible",
    ],
    ["when both ends are wildcards", ["TCP 0.0.0.0:80 0.0.0.0:81 ESTABLISHED inHost"], "sameHost"],
    ["not when this end is a wildcard", ["TCP 0.0.0.0:80 198.51.100.9:81 ESTABLISHED inHost"], "eligible"],
    ["not when the other end is a wildcard", ["TCP 192.0.2.1:80 0.0.0.0:81 ESTABLISHED inHost"], "eligible"],
  ])("%s", (_, lines, expected) => {
    const { classes } = read(...lines);
    const at = lines.findLastIndex((line) => line.startsWith("TCP"));
    expect(classes[lines.some((line) => line.startsWith("UDP")) ? 0 : at]).toBe(expected);
  });
});

it.each([
  ["1a2", "1a2", true],
  ["1.2.3", "1.2.3", false],
  ["12345678", "12345678", true],
  ["111.222.333.4444", "111.222.333.4444", true],
  ["127.1", "127.0.0.1", false],
  ["1.2.3:4", "1.2.3:4", false],
  ["1.2.3;4", "1.2.3;4", true],
  ["fe80::1%", "fe80::1%", false],
  ["%4", "%4", true],
  ["::%3", "0.0.0.0", false],
])("the canonical form of %s is %s, a name: %s", (text, form, name) => {
  expect([canonical(text), isName(canonical(text))]).toEqual([form, name]);
});

it.each([
  ["netstat -nato", false],
  ["netstat -nt -p tcp", true],
  ["netstat -anp tcp", true],
  ["netstat /p tcp", true],
  ["netstat -ano | findstr 445", true],
  ['netstat -ano |find "445"', true],
  ["netstat -ano | Select-String 445", true],
  ["netstat -ano | ? { $_ -match 445 }", true],
  ["netstat -ano | where-object 445", true],
  ["netstat -ano | finder", false],
  ["netstat -ano | more", false],
  ["netstat -ano > c:\\temp\\-p.txt", false],
  ["netstat -ano | clip -p", false],
  ["netstat --p1 tcp", false],
  ["netstat p", false],
  [`netstat -ano ${" ".repeat(400)}-p tcp`, false],
])("%s leaves rows out: %s", (command, expected) => {
  expect(leavesRowsOut(command)).toBe(expected);
});
