import { describe, expect, it } from "vitest";
import type { ConnectionClass } from "../../src/report/report.ts";
import { readSnapshot } from "../../src/summary/snapshot.ts";
import { rows, table } from "./tables.ts";

/** The classes of the rows, in order. */
function classes(lines: readonly string[], computerName?: string): readonly ConnectionClass[] {
  return readSnapshot(table(rows(...lines)), computerName === undefined ? {} : { computerName }).classes;
}

describe("the class of a row by itself", () => {
  it.each<[string, ConnectionClass]>([
    ["TCP 192.0.2.1:445 198.51.100.7:50012 ESTABLISHED inHost", "eligible"],
    ["TCP 192.0.2.1:445 198.51.100.7:50012 ESTABLISHED offloaded", "eligible"],
    ["TCP 192.0.2.1:445 198.51.100.7:50012 ESTABLISHED offloading", "transitional"],
    ["TCP 192.0.2.1:445 198.51.100.7:50012 ESTABLISHED uploading", "transitional"],
    ["UDP 192.0.2.1:445 *:*", "notTcp"],
    ["UDP 127.0.0.1:445 *:* ESTABLISHED offloaded", "notTcp"],
    ["TCP 192.0.2.1:445 198.51.100.7:50012 ESTABLISHED", "unknownOffload"],
    ["TCP 192.0.2.1:445 198.51.100.7:50012 ESTABLISHED ?InHos", "unknownOffload"],
    ["TCP 127.0.0.1:445 127.0.0.1:50012 LISTENING ?InHos", "unknownOffload"],
    ["TCP 0.0.0.0:445 0.0.0.0:0 LISTENING inHost", "noConnection"],
    ["TCP 127.0.0.1:445 0.0.0.0:0 LISTENING inHost", "noConnection"],
    ["TCP 0.0.0.0:50012 0.0.0.0:0 BOUND inHost", "noConnection"],
    ["TCP 192.0.2.1:445 198.51.100.7:50012 CLOSED inHost", "noConnection"],
    ["TCP 192.0.2.1:445 198.51.100.7:50012 DELETE_TCB inHost", "noConnection"],
    ["TCP 192.0.2.1:50012 198.51.100.7:445 SYN_SENT inHost", "setup"],
    ["TCP 192.0.2.1:445 198.51.100.7:50012 SYN_RECEIVED inHost", "setup"],
    ["TCP 127.0.0.1:445 127.0.0.1:50012 TIME_WAIT inHost", "timeWait"],
    ["TCP 192.0.2.1:445 198.51.100.7:50012 TIME_WAIT offloaded", "timeWait"],
    ["TCP 127.0.0.1:445 127.0.0.1:50012 ESTABLISHED inHost", "loopback"],
    ["TCP 127.0.0.1:445 198.51.100.7:50012 ESTABLISHED offloaded", "loopback"],
    ["TCP 192.0.2.1:445 127.9.9.9:50012 ESTABLISHED inHost", "loopback"],
    ["TCP [::1]:445 [::1]:50012 CLOSE_WAIT inHost", "loopback"],
    ["TCP [2001:db8::1]:445 [::ffff:127.0.0.1]:50012 ESTABLISHED inHost", "loopback"],
    ["TCP 192.0.2.1:445 LocalHost:50012 ESTABLISHED inHost", "loopback"],
    ["TCP 127.0.0.1:445 127.0.0.1:50012 NONSENSE inHost", "loopback"],
    ["TCP 192.0.2.1:445 192.0.2.1:50012 ESTABLISHED offloaded", "sameHost"],
    ["TCP 0.0.0.0:445 0.0.0.0:50012 ESTABLISHED inHost", "sameHost"],
    ["TCP srv01:445 SRV01:50012 ESTABLISHED inHost", "sameHost"],
    ["TCP [2001:db8::1]:445 [2001:db8:0::1]:50012 ESTABLISHED inHost", "sameHost"],
    ["TCP [fe80::1%4]:445 [fe80::1%4]:50012 ESTABLISHED inHost", "sameHost"],
    ["TCP [fe80::1%4]:445 [fe80::1%9]:50012 ESTABLISHED inHost", "eligible"],
    ["TCP 192.0.2.1:445 192.0.2.1:50012 LAST_ACK inHost", "sameHost"],
    ["TCP 192.0.2.1:445 198.51.100.7:50012 FIN_WAIT_1 inHost", "halfClosed"],
    ["TCP 192.0.2.1:445 198.51.100.7:50012 FIN_WAIT_2 inHost", "halfClosed"],
    ["TCP 192.0.2.1:445 198.51.100.7:50012 CLOSE_WAIT offloaded", "halfClosed"],
    ["TCP 192.0.2.1:445 198.51.100.7:50012 CLOSING inHost", "closing"],
    ["TCP 192.0.2.1:445 198.51.100.7:50012 LAST_ACK uploading", "closing"],
    ["TCP 192.0.2.1:445 198.51.100.7:50012 NONSENSE inHost", "unknownState"],
    ["TCP 192.0.2.1:445 198.51.100.7:50012 constructor inHost", "unknownState"],
    ["TCP 192.0.2.1:445 198.51.100.7:50012 inHost", "unknownState"],
  ])("%s → %s", (line, expected) => {
    expect(classes([line])).toEqual([expected]);
  });
});

describe("the same host", () => {
  const toOwnAddress = "TCP 192.0.2.1:50012 192.0.2.9:445 ESTABLISHED inHost";
  const toName = "TCP 192.0.2.1:50012 srv01:445 ESTABLISHED inHost";
  const toFullName = "TCP 192.0.2.1:50012 SRV01.example.test:445 ESTABLISHED inHost";

  it.each<[string, readonly string[], string | undefined, ConnectionClass]>([
    ["no other row", [toOwnAddress], undefined, "eligible"],
    ["its address is local elsewhere", [toOwnAddress, "UDP 192.0.2.9:137 *:*"], undefined, "sameHost"],
    ["a wildcard row", [toOwnAddress, "TCP 0.0.0.0:445 0.0.0.0:0 LISTENING inHost"], undefined, "eligible"],
    ["a name nobody knows", [toName], undefined, "eligible"],
    ["another computer's name", [toName], "srv02", "eligible"],
    ["a name that only begins like it", [toName], "srv0", "eligible"],
    ["the declared name", [toName], "SRV01", "sameHost"],
    ["the declared name with its domain", [toName], "srv01.example.test", "sameHost"],
    ["the declared name, domain printed", [toFullName], "srv01", "sameHost"],
    ["the declared full name, domain printed", [toFullName], "srv01.example.test", "sameHost"],
    ["the declared name in another domain", [toFullName], "srv01.example.org", "eligible"],
    ["a name in the local column", [toName, "TCP srv01:139 host7:50013 ESTABLISHED inHost"], undefined, "sameHost"],
    ["a listener's wildcard", [toName, "TCP 0.0.0.0:445 srv01:0 LISTENING inHost"], undefined, "sameHost"],
    ["a listener's numeric wildcard", [toName, "TCP 0.0.0.0:445 0.0.0.0:0 LISTENING inHost"], undefined, "eligible"],
  ])("%s", (_, lines, computerName, expected) => {
    expect(classes(lines, computerName)[0]).toBe(expected);
  });

  it("does not depend on the offload state of any row", () => {
    const lines = [toOwnAddress, toName, "TCP 192.0.2.9:445 192.0.2.1:50012 ESTABLISHED inHost"];
    const offloaded = lines.map((line) => line.replace("inHost", "offloaded"));
    expect(classes(offloaded)).toEqual(classes(lines));
    expect(classes(offloaded)).toEqual(["sameHost", "eligible", "sameHost"]);
  });
});

describe("masked addresses", () => {
  it.each<[string, ConnectionClass]>([
    ["TCP xx.xx.xx.xx:445 xx.xx.xx.xx:50012 ESTABLISHED inHost", "eligible"],
    ["TCP <server>:? <server>:? ESTABLISHED offloaded", "eligible"],
    ["TCP [redacted]:445 [redacted]:50012 ESTABLISHED uploading", "transitional"],
    ["TCP xx.xx.xx.xx:445 xx.xx.xx.xx:0 LISTENING inHost", "noConnection"],
    ["TCP ***:445 127.0.0.1:50012 ESTABLISHED inHost", "loopback"],
    ["TCP 192.0.2.1:445 10.0.0.*:50012 ESTABLISHED inHost", "eligible"],
  ])("are unknown, not equal: %s", (line, expected) => {
    const { classes: found, snapshot } = readSnapshot(table(rows(line)), {});
    expect(found).toEqual([expected]);
    expect(snapshot.maskedRows).toBe(1);
  });

  it("are in no group, which the ports beside them are", () => {
    const [first, second] = ["TCP xx.xx.xx.xx:445 192.0.2.7:50012", "TCP 192.0.2.1:? xx.xx.xx.xx:443"];
    const lines = rows(`${first} ESTABLISHED inHost`, `${second} ESTABLISHED offloaded`);
    const { groups, localAddresses } = readSnapshot(table(lines), {});
    expect(groups.byLocalAddress.map(({ key }) => key)).toEqual(["192.0.2.1"]);
    expect(groups.byForeignAddress.map(({ key }) => key)).toEqual(["192.0.2.7"]);
    expect(groups.byServicePort.map(({ key }) => key)).toEqual(["445"]);
    expect(localAddresses).toEqual(["192.0.2.1"]);
  });
});

describe("rows that stand in a table twice", () => {
  const line = "TCP 192.0.2.1:445 198.51.100.7:50012 ESTABLISHED inHost";

  it.each<[string, readonly string[], readonly ConnectionClass[]]>([
    ["the same row", [line, line, line], ["eligible", "duplicate", "duplicate"]],
    ["with another state", [line, line.replace("ESTABLISHED", "TIME_WAIT")], ["eligible", "duplicate"]],
    ["with another offload state", [line, line.replace("inHost", "offloaded")], ["eligible", "duplicate"]],
    ["without a known offload state", [line.replace("inHost", "?X"), line], ["unknownOffload", "duplicate"]],
    ["of two processes", [`${line} pid=4`, `${line} pid=8`], ["eligible", "eligible"]],
    ["of one process", [`${line} pid=4`, `${line} pid=4`], ["eligible", "duplicate"]],
    ["from another port", [line, line.replace("50012", "50013")], ["eligible", "eligible"]],
    [
      "of a masked address",
      [line.replaceAll("198.51.100.7", "xx.xx.xx.xx"), line.replaceAll("198.51.100.7", "xx.xx.xx.xx")],
      ["eligible", "eligible"],
    ],
    ["of a missing port", [line.replaceAll("50012", "?"), line.replaceAll("50012", "?")], ["eligible", "eligible"]],
    ["UDP", ["UDP 0.0.0.0:5353 *:*", "UDP 0.0.0.0:5353 *:*"], ["notTcp", "notTcp"]],
  ])("%s", (_, lines, expected) => {
    expect(classes(lines)).toEqual(expected);
  });

  it("are told by index", () => {
    expect(readSnapshot(table(rows(line, "UDP 0.0.0.0:53 *:*", line)), {}).duplicates).toEqual([2]);
  });

  it("are all found in a large table", () => {
    const half = Array.from({ length: 3000 }, (_, index) => line.replace("50012", String(index)));
    const { duplicates, snapshot } = readSnapshot(table(rows(...half, ...half)), {});
    expect(duplicates).toEqual(Array.from({ length: 3000 }, (_, index) => 3000 + index));
    expect(snapshot.notCounted.duplicate).toBe(3000);
    expect(snapshot.raw.total).toBe(3000);
  });
});
