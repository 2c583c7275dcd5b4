import { describe, expect, it } from "vitest";
import { analyze } from "../../../src/index.ts";
import { evidenceIn } from "../../support/evidence.ts";

const heading = "  Proto  Local Address          Foreign Address        State           Offload State";
const row = (local: string, foreign: string, state: string, offload: string) =>
  `  TCP    ${local.padEnd(22)} ${foreign.padEnd(22)} ${state.padEnd(15)} ${offload}\n`;
const table = (rows: string, command = "netstat -nat") =>
  `C:\\>${command}\n\nActive Connections\n\n${heading}\n${rows}\n`;

const rows = [
  row("127.0.0.1:49300", "127.0.0.1:49301", "ESTABLISHED", "InHost"),
  row("192.0.2.1:445", "198.51.100.7:50001", "ESTABLISHED", "Offloaded"),
  row("192.0.2.1:445", "198.51.100.7:50002", "ESTABLISHED", "Offloaded"),
  row("192.0.2.1:445", "198.51.100.7:50003", "ESTABLISHED", "InHost"),
  row("192.0.2.1:50100", "198.51.100.8:1433", "ESTABLISHED", "Uploading"),
  row("192.0.2.2:50101", "198.51.100.8:1433", "ESTABLISHED", "Offloading"),
  row("192.0.2.2:50101", "198.51.100.8:1433", "ESTABLISHED", "Offloading"),
  row("192.0.2.2:445", "198.51.100.9:50004", "TIME_WAIT", "InHost"),
  row("192.0.2.2:445", "198.51.100.9:50005", "ESTABLISHED", "Aloft"),
  row("[2001:db8::1]:445", "[2001:db8::7]:50006", "ESTABLISHED", "InHost"),
].join("");

describe("what is kept of a table", () => {
  it("is its heading, a few rows of each sort, and counts by port, address and family", async () => {
    const { netstat } = await evidenceIn(table(rows));
    expect(netstat).toMatchObject({ snapshots: 1, acrossSnapshots: null, snapshot: { eligible: { total: 4 } } });
    expect(netstat?.heading).toEqual({ source: "a.txt", line: 5, text: heading });
    expect(netstat?.examples.inHost.map(({ line }) => line)).toEqual([6, 9, 13, 15]);
    expect(netstat?.examples.offloaded[0]?.text).toBe(
      "  TCP    192.0.2.1:445          198.51.100.7:50001     ESTABLISHED     Offloaded",
    );
    expect(netstat?.examples.offloading.map(({ line }) => line)).toEqual([11, 12]);
    expect(netstat?.examples.uploading.map(({ line }) => line)).toEqual([10]);
    expect(netstat?.ownRows.map(({ line }) => line)).toEqual([6]);
    expect(netstat?.duplicates.map(({ line }) => line)).toEqual([12]);
    expect(netstat?.unknownOffloadStates).toMatchObject([{ line: 14, word: "Aloft" }]);
    expect(netstat?.byServicePort).toMatchObject([
      { key: 445, offloaded: 2, inHost: 2, transitional: 0, first: { line: 7 } },
      { key: 1433, offloaded: 0, inHost: 0, transitional: 2, first: { line: 10 } },
    ]);
    expect(netstat?.byLocalPort.map(({ key }) => key)).toEqual([445, 50_100, 50_101]);
    expect(netstat?.byForeignPort.map(({ key }) => key)).toEqual([1433, 50_001, 50_002, 50_003, 50_006]);
    expect(netstat?.byLocalAddress.map(({ key, inHost }) => [key, inHost])).toEqual([
      ["192.0.2.1", 1],
      ["192.0.2.2", 0],
      ["2001:db8::1", 1],
    ]);
    expect(netstat?.byFamily).toEqual({
      ipv4: { offloaded: 2, inHost: 1, transitional: 2 },
      ipv6: { offloaded: 0, inHost: 1, transitional: 0 },
    });
    expect(netstat?.uploadingByLocalAddress).toMatchObject([{ address: "192.0.2.1", count: 1, first: { line: 10 } }]);
  });

  it("is of the first row where there is no heading", async () => {
    const { netstat } = await evidenceIn(row("192.0.2.1:445", "198.51.100.7:50001", "ESTABLISHED", "InHost"));
    expect(netstat?.heading).toMatchObject({ line: 1, text: expect.stringContaining("192.0.2.1:445") });
  });

  it("counts ports by the numbers of the names that were printed", async () => {
    const { netstat } = await evidenceIn(
      table(
        row("srv:microsoft-ds", "client:50001", "ESTABLISHED", "InHost") +
          row("srv:nobody-knows", "client:50002", "ESTABLISHED", "InHost"),
      ),
    );
    expect(netstat?.byLocalPort.map(({ key }) => key)).toEqual([445]);
  });

  it("is bounded, but holds the ports of services however few their connections are", async () => {
    const many = Array.from({ length: 3000 }, (_, at) =>
      row("192.0.2.1:8000", `198.51.100.${at % 2}:${40_000 + (at >> 1)}`, "ESTABLISHED", "InHost"),
    ).join("");
    const one = row("192.0.2.1:50000", "198.51.100.7:1433", "ESTABLISHED", "Offloaded");
    const { netstat } = await evidenceIn(table(many + one));
    expect(netstat?.byForeignPort).toHaveLength(200);
    expect(netstat?.byForeignPort.slice(0, 2).map(({ key }) => key)).toEqual([40_000, 40_001]);
    expect(netstat?.byForeignPort.at(-1)).toMatchObject({ key: 1433, offloaded: 1 });
    expect(netstat?.examples.inHost).toHaveLength(5);
    expect(netstat?.examples.offloaded).toHaveLength(1);
  });

  it("is of the table that the numbers are of, whichever comes first", async () => {
    const narrow = table(row("192.0.2.9:445", "198.51.100.9:1", "ESTABLISHED", "Offloaded"), "netstat -nt -p tcp");
    for (const text of [table(rows) + narrow, narrow + table(rows)]) {
      const { netstat } = await evidenceIn(text);
      expect(netstat?.heading).toMatchObject({ line: (netstat?.snapshot.line ?? 0) + 2, text: heading });
      expect(netstat).toMatchObject({ snapshots: 2, snapshot: { eligible: { total: 4 } } });
      expect(netstat?.byServicePort[0]).toMatchObject({ key: 445, offloaded: 2 });
    }
  });

  it("does not depend on whether other tables and hosts come in between", async () => {
    const tables = ["WEB1", "WEB2", "WEB1", "WEB2"].map(
      (host, at) =>
        `[${host}]: PS C:\\> netstat -nat\n${heading}\n${row("192.0.2.1:445", `198.51.100.${at}:50001`, "ESTABLISHED", "Aloft")}`,
    );
    const { hosts } = await analyze(tables.join(""));
    const words = hosts.map(({ findings }) => findings.filter(({ rule }) => rule === "unknown-offload-token"));
    expect(words.map(([found]) => found?.evidence.map(({ line }) => line))).toEqual([[9], [12]]);
  });
});
