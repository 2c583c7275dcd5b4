import { describe, expect, it } from "vitest";
import { readSnapshot } from "../../src/summary/snapshot.ts";
import { rows, table, times } from "./tables.ts";

const read = (...lines: readonly string[]) => readSnapshot(table(rows(...lines)), {});

describe("observations", () => {
  it.each([
    ["TCP 0.0.0.0:445 0.0.0.0:0 LISTENING offloaded", "ineligibleStateOffloaded"],
    ["TCP 192.0.2.1:445 198.51.100.5:50001 SYN_SENT offloading", "ineligibleStateOffloaded"],
    ["TCP 192.0.2.1:445 198.51.100.5:50001 TIME_WAIT uploading", "ineligibleStateOffloaded"],
    ["TCP 127.0.0.1:445 127.0.0.1:50001 ESTABLISHED offloaded", "loopbackOffloaded"],
    ["TCP 192.0.2.1:445 192.0.2.1:50001 ESTABLISHED offloaded", "loopbackOffloaded"],
    ["TCP 192.0.2.1:445 198.51.100.5:50001 CLOSE_WAIT offloaded", undefined],
    ["TCP 192.0.2.1:445 198.51.100.5:50001 LAST_ACK offloaded", undefined],
    ["TCP 192.0.2.1:445 198.51.100.5:50001 TIME_WAIT inHost", undefined],
    ["TCP 192.0.2.1:445 host7:50001 ESTABLISHED inHost", undefined],
    ["TCP 192.0.2.1:50001 host7:50001 ESTABLISHED inHost", undefined],
  ])("%s", (line, kind) => {
    expect(read(line).observations[0]?.kind).toBe(kind);
  });

  it.each([
    ["the ports of a third row", "TCP 192.0.2.1:50001 198.51.100.9:445 ESTABLISHED inHost", ["sameHostSuspected"]],
    ["a service by name", "TCP 192.0.2.1:50001 198.51.100.9:microsoft-ds TIME_WAIT inHost", ["sameHostSuspected"]],
    ["the same ports, not mirrored", "TCP 192.0.2.1:445 198.51.100.9:50001 ESTABLISHED inHost", []],
    ["a UDP row", "UDP 192.0.2.1:50001 198.51.100.9:445", []],
  ])("suspect a name by %s", (_, other, kinds) => {
    const { observations } = read("TCP 192.0.2.1:445 host7:50001 ESTABLISHED inHost", other);
    expect(observations.map(({ kind }) => kind)).toEqual(kinds);
  });

  it("are at most twenty, the first ones", () => {
    const { observations } = read(...times(30, "TCP 127.0.0.1:445 127.0.0.1:# ESTABLISHED offloaded"));
    expect(observations.map(({ line }) => line)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });

  it("quote the row", () => {
    const [seen] = read("TCP 127.0.0.1:445 127.0.0.1:50001 ESTABLISHED offloaded").observations;
    expect(seen?.text).toBe("TCP 127.0.0.1:445 127.0.0.1:50001 ESTABLISHED offloaded");
  });
});
