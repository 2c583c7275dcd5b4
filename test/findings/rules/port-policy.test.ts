import { describe, expect, it } from "vitest";
import { portEntries, portListCommand } from "../../../src/facts/port-lists.ts";
import { type AnalyzeOptions, analyze, type Finding } from "../../../src/index.ts";

const key = String.raw`HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters`;

/** A dump of the whole key. */
const registry = (
  ...values: readonly string[]
) => String.raw`C:\>reg query HKLM\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters

${key}
    Hostname    REG_SZ    FILES03
    EnableTCPChimney    REG_DWORD    0x1
${values.map((value) => `    ${value}\n`).join("")}
`;

/** One value that was asked for by its name. */
const asked = (name: string, answer: string) => `C:\\>reg query ${key} /v ${name}\n\n${answer}\n\n`;

const table = (...rows: readonly string[]) => String.raw`C:\>netstat -nt

  Proto  Local Address          Foreign Address        State           Offload State
${rows.map((row) => `  TCP    ${row}\n`).join("")}
`;

async function findings(
  rule: string,
  text: string,
  options: AnalyzeOptions = { os: "2003" },
): Promise<readonly Finding[]> {
  const report = await analyze(text, options);
  return report.hosts.flatMap((host) => host.findings).filter((finding) => finding.rule === rule);
}

describe("entries of a list", () => {
  it.each([
    [
      ["80", "443"],
      [80, 443],
    ],
    [["80 443,1433"], [80, 443, 1433]],
    [
      ["80, 443", "", " "],
      [80, 443],
    ],
    [
      ["0", "65535", "65536", "080"],
      [null, 65_535, null, 80],
    ],
    [
      ["80-90", "http", "-1", "1e3"],
      [null, null, null, null],
    ],
  ])("%j are %j", (strings, ports) => {
    expect(portEntries(strings).map(({ port }) => port)).toEqual(ports);
  });

  it.each([['80" /f & del'], ["%PATH%"], ["80\n81"]])("%j is not made into a command", (text) => {
    expect(portListCommand("OffloadExcludeSourcePorts", [text])).toBeUndefined();
  });
});

describe("port lists", () => {
  const thirteen = Array.from({ length: 13 }, (_, at) => 5000 + at).join(String.raw`\0`);

  it("tells which ports stand beyond the twelfth, and how to write the list back", async () => {
    const text = registry(`OffloadExcludeSourcePorts    REG_MULTI_SZ    ${thirteen}`);
    const [finding] = await findings("port-list-over-12", text);
    expect(finding).toMatchObject({ kind: "fail", severity: "error", message: expect.stringContaining(": 5012.") });
    expect(finding?.rollback).toContain(String.raw`/v OffloadExcludeSourcePorts /t REG_MULTI_SZ /d "5000\05001`);
  });

  it("does not write back what is no list of ports", async () => {
    const text = registry(String.raw`OffloadExcludeSourcePorts    REG_MULTI_SZ    80\0" & calc`);
    const [finding] = await findings("port-list-invalid-entry", text);
    expect(finding?.rollback).toContain("OffloadExcludeSourcePorts as it is quoted");
    expect(finding?.rollback).not.toContain("calc");
  });

  it.each([
    ["OffloadExcludeSourcePorts", "OffloadIncludeSourcePorts", "fail"],
    ["OffloadExcludeSourcePorts", "OffloadIncludeDestinationPorts", "review"],
    ["OffloadIncludeSourcePorts", "OffloadIncludeDestinationPorts", "pass"],
  ])("the same port in %s and %s: %s", async (one, other, kind) => {
    const text = registry(`${one}    REG_MULTI_SZ    3260`, `${other}    REG_MULTI_SZ    80 3260`);
    expect(await findings("port-included-and-excluded", text)).toMatchObject([{ kind }]);
  });

  it.each([
    [
      "nothing of the lists",
      asked("EnableTCPChimney", `${key}\n    EnableTCPChimney    REG_DWORD    0x1`),
      "notEvaluated",
    ],
    ["the whole key", registry(), "pass"],
  ])("a capture of %s: %s", async (_, text, kind) => {
    expect(await findings("port-list-over-12", text)).toMatchObject([{ kind }]);
    expect(await findings("min-packet-size-to-dma-out-of-range", text)).toMatchObject([{ kind }]);
    expect(await findings("snp-port-lists-on-newer-os", text, { os: "2008R2" })).toMatchObject([{ kind }]);
  });

  it("takes the answer that there is no such value for an answer", async () => {
    const none = "ERROR: The system was unable to find the specified registry key or value.";
    const text = asked("DmaSyncCompletionHighThreshold", none);
    expect(await findings("dma-sync-threshold-out-of-range", text)).toMatchObject([{ kind: "pass" }]);
    expect(await findings("min-packet-size-to-dma-out-of-range", text)).toMatchObject([{ kind: "notEvaluated" }]);
  });
});

describe("port lists beside the table", () => {
  it.each([
    ["OffloadExcludeSourcePorts", "443", "192.0.2.10:443    198.51.100.7:2012", "fail"],
    ["OffloadExcludeSourcePorts", "443", "192.0.2.10:2012    198.51.100.7:443", "pass"],
    ["OffloadExcludeDestinationPorts", "443", "192.0.2.10:2012    198.51.100.7:443", "fail"],
    ["OffloadIncludeSourcePorts", "443", "192.0.2.10:443    198.51.100.7:2012", "pass"],
    ["OffloadExcludeSourcePorts", "1 2 3 4 5 6 7 8 9 10 11 12 443", "192.0.2.10:443    198.51.100.7:2012", "review"],
    ["OffloadExcludeSourcePorts", "443", "192.0.2.10:example    198.51.100.7:2012", "notEvaluated"],
  ])("%s %s beside the offloaded row %s: %s", async (name, ports, row, kind) => {
    const text = `${registry(`${name}    REG_MULTI_SZ    ${ports}`)}${table(`${row}    ESTABLISHED    Offloaded`)}`;
    expect(await findings("excluded-port-offloaded", text)).toMatchObject([{ kind }]);
  });

  it.each([
    [4, "InHost", "fail"],
    [3, "InHost", "pass"],
    [4, "Uploading", "pass"],
  ])("%d connections of a preferred port that are %s: %s", async (count, state, kind) => {
    const rows = Array.from(
      { length: count },
      (_, at) => `192.0.2.10:3260    198.51.100.${at}:2012    ESTABLISHED    ${state}`,
    );
    const text = `${registry("OffloadIncludeSourcePorts    REG_MULTI_SZ    3260")}${table(...rows)}`;
    expect(await findings("included-port-not-offloaded", text)).toMatchObject([{ kind }]);
  });
});

describe("values of NetDMA", () => {
  it.each([
    ["min-packet-size-to-dma-out-of-range", "MinPacketSizeToDma", "0x7f", "warning"],
    ["min-packet-size-to-dma-out-of-range", "MinPacketSizeToDma", "0x1001", "warning"],
    ["min-packet-size-to-dma-out-of-range", "MinPacketSizeToDma", "0x200", "info"],
    ["dma-sync-threshold-out-of-range", "DmaSyncCompletionHighThreshold", "0x15630", "info"],
    ["dma-sync-threshold-out-of-range", "DmaSyncCompletionHighThreshold", "0xffffffff", "warning"],
  ])("%s: %s %s is a %s", async (rule, name, value, severity) => {
    const found = await findings(rule, registry(`${name}    REG_DWORD    ${value}`));
    expect(found).toMatchObject([
      { kind: "fail", severity, rollback: expect.stringContaining(`/d ${Number(value)} /f`) },
    ]);
  });
});
