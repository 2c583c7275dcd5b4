import { describe, expect, it } from "vitest";
import { isServicePort, portOf } from "../../src/facts/services.ts";
import type { Group } from "../../src/report/report.ts";
import { readSnapshot } from "../../src/summary/snapshot.ts";
import { rows, table, times } from "./tables.ts";

const read = (...lines: readonly string[]) => readSnapshot(table(rows(...lines)), {});
const keys = (groups: readonly Group[]) => groups.map((group) => `${group.key}: ${group.total}`);

describe("a port", () => {
  it.each([
    [445, 445],
    ["microsoft-ds", 445],
    ["MS-SQL-S", 1433],
    ["http", 80],
    ["our-backup", "our-backup"],
    ["constructor", "constructor"],
    ["__proto__", "__proto__"],
    ["*", "*"],
  ])("%s → %s", (printed, port) => {
    expect(portOf(printed)).toBe(port);
  });

  it.each([
    [0, false],
    [1, true],
    [1023, true],
    [1024, false],
    [1034, false],
    [1433, true],
    [3389, true],
    [50_000, false],
  ])("%i speaks for a service: %s", (port, expected) => {
    expect(isServicePort(port)).toBe(expected);
  });
});

describe("the service port", () => {
  const one = (ports: string) => {
    const [local, foreign] = ports.split(" ");
    return `TCP 192.0.2.1:${local} 198.51.100.7:${foreign} ESTABLISHED inHost`;
  };

  it.each<[string, readonly string[], string]>([
    ["the local one when this host listens on it", ["50012 443", "listening 50012"], "50012"],
    ["the local name when this host listens on it", ["microsoft-ds 50012", "listening 445"], "445"],
    ["a well-known foreign one", ["50012 443"], "443"],
    ["a well-known local one", ["443 50012"], "443"],
    ["the lower of two well-known ones", ["1433 445"], "445"],
    ["a server's, not a lower one of a client", ["1030 1433"], "1433"],
    ["a well-known one by name", ["50012 ms-wbt-server"], "3389"],
    ["a well-known one before a foreign one that this host listens on", ["443 50012", "listening 50012"], "443"],
    ["the foreign one when this host listens on the same", ["49700 50012", "listening 50012"], "50012"],
    ["a name nobody knows", ["50012 our-backup"], "our-backup"],
    ["the one that repeats most", ["50012 60000", "50013 60000", "50014 60000"], "60000"],
    ["the lower when nothing else tells", ["50012 8443"], "8443"],
  ])("is %s", (_, lines, expected) => {
    const text = lines.map((line) =>
      line.startsWith("listening") ? `TCP 0.0.0.0:${line.slice(10)} 0.0.0.0:0 LISTENING inHost` : one(line),
    );
    expect(read(...text).groups.byServicePort[0]?.key).toBe(expected);
  });
});

describe("groups", () => {
  it("count both sides, and what is on its way beside them", () => {
    const { groups, groupsTested } = read(
      "TCP 192.0.2.1:445 198.51.100.7:50001 ESTABLISHED offloaded pid=4",
      "TCP 192.0.2.1:445 198.51.100.8:50002 ESTABLISHED inHost pid=4",
      "TCP 192.0.2.2:445 198.51.100.8:50003 ESTABLISHED uploading pid=4",
      "TCP 192.0.2.2:1433 198.51.100.8:50004 ESTABLISHED inHost pid=812 exe=sqlservr.exe",
      "TCP 192.0.2.2:1433 198.51.100.8:50005 CLOSE_WAIT inHost pid=999",
    );
    expect(groups.byServicePort).toEqual([
      { key: "445", offloaded: 1, inHost: 1, transitional: 1, total: 2, differs: false },
      { key: "1433", offloaded: 0, inHost: 1, transitional: 0, total: 1, differs: false },
    ]);
    expect(keys(groups.byForeignAddress)).toEqual(["198.51.100.8: 2", "198.51.100.7: 1"]);
    expect(keys(groups.byLocalAddress)).toEqual(["192.0.2.1: 2", "192.0.2.2: 1"]);
    expect(keys(groups.byProcess)).toEqual(["4: 2", "812 sqlservr.exe: 1"]);
    expect(groupsTested).toEqual({ byServicePort: 2, byForeignAddress: 2, byLocalAddress: 2, byProcess: 2 });
  });

  it("by process are empty without process ids, whatever -b printed", () => {
    expect(read("TCP 192.0.2.1:445 198.51.100.7:50001 ESTABLISHED inHost exe=a.exe").groups.byProcess).toEqual([]);
  });

  it("are the ten largest, then by key, numbers by size", () => {
    const { groups, groupsTested } = read(
      ...times(2, "TCP 192.0.2.1:990 198.51.100.7:5000# ESTABLISHED inHost"),
      ...times(12, "TCP 192.0.2.1:# 198.51.100.#:50001 ESTABLISHED inHost"),
    );
    expect(keys(groups.byServicePort)).toEqual(["990: 2", ...times(9, "#: 1")]);
    expect(groupsTested.byServicePort).toBe(13);
    expect(keys(groups.byForeignAddress).slice(0, 4)).toEqual([
      "198.51.100.7: 3",
      "198.51.100.1: 1",
      "198.51.100.10: 1",
      "198.51.100.11: 1",
    ]);
  });

  it("of one size are ordered by what is on its way", () => {
    const { groups } = read(
      "TCP 192.0.2.1:80 198.51.100.7:50001 ESTABLISHED inHost",
      "TCP 192.0.2.1:443 198.51.100.7:50002 ESTABLISHED inHost",
      "TCP 192.0.2.1:443 198.51.100.7:50003 ESTABLISHED offloading",
    );
    expect(keys(groups.byServicePort)).toEqual(["443: 1", "80: 1"]);
  });

  it("differ when their share is surely another than the rest's", () => {
    const { groups } = read(
      ...times(12, "TCP 192.0.2.1:445 198.51.100.7:5000# ESTABLISHED offloaded"),
      ...times(12, "TCP 192.0.2.1:80 198.51.100.7:5000# ESTABLISHED inHost"),
      ...times(2, "TCP 192.0.2.1:139 198.51.100.7:5000# ESTABLISHED inHost"),
    );
    expect(groups.byServicePort.map(({ key, differs }) => [key, differs])).toEqual([
      ["80", true],
      ["445", true],
      ["139", false],
    ]);
    expect(groups.byForeignAddress.map(({ differs }) => differs)).toEqual([false]);
  });

  it("take untrusted keys as they are", () => {
    const { groups } = read("TCP 192.0.2.1:50001 __proto__:445 ESTABLISHED inHost");
    expect(keys(groups.byForeignAddress)).toEqual(["__proto__: 1"]);
  });
});
