import { describe, expect, it } from "vitest";
import { analyze, type ConnectionRow } from "../src/index.ts";
import type { Source } from "../src/text/source.ts";

const encoder = new TextEncoder();

function source(name: string, text: string | Uint8Array): Source {
  const bytes = async function* () {
    yield typeof text === "string" ? encoder.encode(text) : text;
  };
  return { name, bytes: bytes() };
}

const row = (port: number, state = "InHost") =>
  `  TCP    192.0.2.1:445          198.51.100.7:${port}     ESTABLISHED     ${state}\n`;
const heading = "  Proto  Local Address          Foreign Address        State           Offload State\n";
const netstat = `${heading}${row(50012)}${row(50013, "Offloaded")}`;
const global = (chimney: string) =>
  `TCP Global Parameters\n----------\nChimney Offload State               : ${chimney}\n`;
const disabled = "Your System Administrator has disabled TCP Chimney.\n";

describe("hosts", () => {
  it("reads files of one folder that name no host as one host when they complement each other", async () => {
    const report = await analyze([
      source("a/n.txt", netstat),
      source("a/g.txt", global("automatic")),
      source("a/c.txt", disabled),
    ]);
    expect(report.hosts.map(({ captures }) => captures.map(({ kind }) => kind))).toEqual([
      ["netstat", "tcpGlobal", "chimneyStats"],
    ]);
    expect(report.diagnostics.map(({ code }) => code)).toEqual(["sources-joined"]);
  });

  it("keeps them apart when a kind occurs twice, and when they lie in two folders", async () => {
    const twice = await analyze([source("a/1.txt", global("enabled")), source("a/2.txt", global("disabled"))]);
    expect(twice.hosts.map(({ summary }) => summary.settings)).toEqual([
      { chimneyOffload: "enabled" },
      { chimneyOffload: "disabled" },
    ]);
    const apart = await analyze([source("a/1.txt", netstat), source("b/2.txt", disabled)]);
    expect(apart.hosts).toHaveLength(2);
  });

  it("does not tell host names apart by case, and takes __proto__ for a name", async () => {
    const paste = (host: string) => `[${host}]: PS C:\\> netstat -nt\n${netstat}`;
    const report = await analyze([
      source("1.txt", paste("SRV01")),
      source("2.txt", paste("srv01")),
      source("3.txt", paste("__proto__")),
    ]);
    expect(report.hosts.map(({ host, captures }) => [host, captures.length])).toEqual([
      ["SRV01", 2],
      ["__proto__", 1],
    ]);
  });

  it("gives captures that name no host to the host that was declared", async () => {
    const report = await analyze([source("1.txt", netstat), source("2.txt", `[SRV02]: PS C:\\> netsh\n${disabled}`)], {
      host: "SRV01",
    });
    expect(report.hosts.map(({ host }) => host)).toEqual(["SRV01", "SRV02"]);
  });
});

describe("settings", () => {
  it("keeps both sides of a disagreement and names both lines", async () => {
    const report = await analyze(`${global("automatic")}\nChimney : Disabled\nTaskOffload : Enabled\n`);
    expect(report.hosts[0]?.summary.settings).toEqual({ chimneyOffload: "automatic", taskOffload: "enabled" });
    expect(report.hosts[0]?.settings.map(({ value }) => value)).toEqual(["automatic", "disabled", "enabled"]);
    const [found] = report.diagnostics;
    expect(found).toMatchObject({ code: "setting-disagreement", source: "paste", line: 5 });
    expect(found?.message).toContain('"automatic" in paste:3');
  });
});

describe("rows handed out", () => {
  it("come a table at a time, with their class, line and snapshot", async () => {
    const tables: (readonly ConnectionRow[])[] = [];
    await analyze(source("x", `${netstat}\n${heading}${row(50014)}`), {
      onConnections: (rows) => void tables.push(rows),
    });
    expect(tables.map((rows) => rows.map((one) => [one.snapshot, one.connection.line, one.class]))).toEqual([
      [
        [1, 2, "eligible"],
        [1, 3, "eligible"],
      ],
      [[2, 6, "eligible"]],
    ]);
  });
});

describe("bad input", () => {
  it.each([
    ["nothing", "", "skipped", "source-empty"],
    [
      "an archive",
      Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0, 0x21, 0x5c, 0x8a, 0xff),
      "skipped",
      "source-binary",
    ],
    ["prose", "netstat says that all is well\n", "skipped", "nothing-recognised"],
    [
      "its own report",
      '{\n  "schemaVersion": 1,\n  "tool": {\n    "name": "chimneysweep"',
      "skipped",
      "source-own-report",
    ],
    [
      "its own table",
      "host,source,line,setting,label,value\r\n,x,1,,Chimney Offload State,enabled\r\n",
      "skipped",
      "source-own-report",
    ],
  ])("%s", async (_, text, status, code) => {
    const report = await analyze([source("x", text), source("y", netstat)]);
    const alone = await analyze(source("x", text));
    expect(report.sources.map((one) => one.status)).toEqual([status, "ok"]);
    expect(alone.hosts).toEqual([]);
    expect(alone.diagnostics.map((found) => found.code)).toContain(code);
  });

  it.each([..." \t-=_*#~+|:<>[](){}\"'`.,;/\\@$>aA0é日"])("is a line of %j alone, read once", async (sign) => {
    const report = await analyze(`${sign.repeat(100_000)}\n${netstat}`);
    expect(report.sources[0]?.lines).toBe(4);
    expect(report.hosts[0]?.summary.raw?.total).toBe(2);
  });

  it("keeps what was read before a source failed", async () => {
    const bytes = async function* () {
      yield encoder.encode(netstat.repeat(2_000));
      throw new Error("the disk is gone");
    };
    const report = await analyze([{ name: "x", bytes: bytes() }, source("y", disabled)]);
    expect(report.sources.map(({ status, reason }) => [status, reason])).toEqual([
      ["partial", "the disk is gone"],
      ["ok", null],
    ]);
    const [{ lines, ledger } = { lines: 0, ledger: {} }] = report.sources;
    expect(lines).toBeGreaterThan(1000);
    expect(Object.values(ledger).reduce((sum, count) => sum + count, 0)).toBe(lines);
  });

  it("says how much it does not say", async () => {
    const odd = Array.from({ length: 50 }, (_, port) => row(50_100 + port, "Sideways")).join("");
    const report = await analyze(`${netstat}${odd}`);
    const codes = report.diagnostics.map(({ code }) => code);
    expect(codes.filter((code) => code === "unknown-offload-state")).toHaveLength(20);
    expect(report.diagnostics.at(-1)).toMatchObject({ code: "too-many", message: expect.stringContaining("30 more") });
    expect(report.hosts[0]?.summary.notCounted?.unknownOffload).toBe(50);
  });

  it("says so when a title lost its table", async () => {
    const report = await analyze("Active Connections\n");
    expect(report.diagnostics.map(({ code }) => code)).toEqual(["nothing-recognised", "title-without-table"]);
  });
});
