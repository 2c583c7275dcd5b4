import { describe, expect, it } from "vitest";
import { analyze, type Finding } from "../../../src/index.ts";

type Options = Parameters<typeof analyze>[1];

async function findings(rule: string, text: string, options: Options): Promise<readonly Finding[]> {
  const report = await analyze(text, options);
  return report.hosts.flatMap((host) => host.findings).filter((finding) => finding.rule === rule);
}

const global = (...lines: readonly string[]) =>
  String.raw`C:\>netsh int tcp show global
TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : enabled
${lines.join("\n")}

`;

const rows = (offloadState: string, count: number) => String.raw`C:\>netstat -nt

  Proto  Local Address          Foreign Address        State           Offload State
${Array.from({ length: count }, (_, at) => `  TCP    192.0.2.10:445         198.51.100.7:5001${at}     ESTABLISHED     ${offloadState}`).join("\n")}

`;

describe("NetDMA beside Chimney", () => {
  it.each([
    ["enabled", "enabled", "2008R2", "review", "info"],
    ["automatic", "enabled", "2008R2", "pass", "info"],
    ["automatic", "disabled", "2008R2", "pass", "info"],
    ["disabled", "enabled", "2008R2", "pass", "info"],
    ["enabled", "enabled", "2012", "notApplicable", "info"],
  ] as const)("Chimney %s, NetDMA %s on %s: %s %s", async (chimney, netDma, os, kind, severity) => {
    const text = global(
      `Chimney Offload State               : ${chimney}`,
      `NetDMA State                        : ${netDma}`,
    );
    expect(await findings("netdma-and-chimney-both-on", text, { os })).toMatchObject([{ kind, severity }]);
  });

  it("names no winner, and quotes both sides", async () => {
    const text = global(
      "Chimney Offload State               : enabled",
      "NetDMA State                        : enabled",
    );
    const [finding] = await findings("netdma-and-chimney-both-on", text, { os: "2008R2" });
    expect(finding?.message).toContain("KB 912222");
    expect(finding?.message).toContain("The Cable Guy");
  });

  it.each([
    [3, "InHost", "notEvaluated"],
    [4, "InHost", "fail"],
    [4, "Offloaded", "pass"],
  ])("%i rows that are %s: a %s", async (count, offloadState, kind) => {
    const text = global(
      "Chimney Offload State               : enabled",
      "NetDMA State                        : enabled",
    );
    const found = await findings("netdma-on-chimney-nothing-offloaded", text + rows(offloadState, count), {
      os: "2008R2",
    });
    expect(found).toMatchObject([{ kind }]);
  });

  it("takes a listing without the line for one of a Windows without NetDMA", async () => {
    const text = global("Receive Window Auto-Tuning Level    : normal");
    expect(await findings("netdma-on-unsupported-os", text, { os: "1709+" })).toMatchObject([{ kind: "pass" }]);
    expect(await findings("netdma-on-unsupported-os", rows("InHost", 1), { os: "1709+" })).toMatchObject([
      { kind: "notEvaluated", missing: ["tcpGlobal"] },
    ]);
  });
});

describe("single parameters", () => {
  it.each([
    ["autotuning-not-normal", "Receive Window Auto-Tuning Level    : disabled", "2016", "fail"],
    ["autotuning-not-normal", "Receive Window Auto-Tuning Level    : experimental", "2016", "pass"],
    ["autotuning-experimental", "Receive Window Auto-Tuning Level    : restricted", "2016", "pass"],
    ["ecn-nondefault", "ECN Capability                      : disabled", "2012", "fail"],
    ["ecn-nondefault", "ECN Capability                      : disabled", "2016", "notApplicable"],
    ["initial-rto-nondefault", "Initial RTO                         : 1000", "2012", "fail"],
    ["initial-rto-nondefault", "Initial RTO                         : 1000", "1709+", "pass"],
    ["max-syn-retransmissions-changed", "Max SYN Retransmissions             : 4", "1709+", "pass"],
    ["rss-disabled", "Chimney Offload State               : disabled", "2003", "notApplicable"],
  ] as const)("%s of %s on %s: %s", async (rule, line, os, kind) => {
    expect(await findings(rule, global(line), { os })).toMatchObject([{ kind }]);
  });

  it.each([
    ["ctcp", "Microsoft Windows Server 2008 R2 Standard", "6.1.7601", "pass"],
    ["none", "Microsoft Windows Server 2008 Standard", "6.0.6002", "fail"],
    ["none", "Microsoft Windows Vista Business", "6.0.6002", "pass"],
    ["bbr", "Microsoft Windows 7 Professional", "6.1.7601", "fail"],
  ])("the congestion provider %s on %s", async (provider, name, version, kind) => {
    const system = `C:\\>systeminfo\n\nOS Name:                   ${name}\nOS Version:                ${version} Build ${version.slice(-4)}\n\n`;
    const text = system + global(`Add-On Congestion Control Provider  : ${provider}`);
    expect(await findings("congestion-provider-unexpected", text, {})).toMatchObject([{ kind }]);
  });

  it("does not judge the provider where no capture names the edition", async () => {
    const text = `C:\\>ver\n\nMicrosoft Windows [Version 6.1.7601]\n\n${global("Add-On Congestion Control Provider  : ctcp")}`;
    expect(await findings("congestion-provider-unexpected", text, {})).toMatchObject([
      { kind: "notEvaluated", message: expect.stringMatching(/no capture shows which of them it is/) },
    ]);
  });
});

describe("tables one after the other", () => {
  const chimney = global("Chimney Offload State               : enabled");

  it.each([
    [["InHost"], "notEvaluated"],
    [["Offloaded"], "notEvaluated"],
    [["Offloaded", "InHost"], "fail"],
    [["InHost", "InHost"], "pass"],
  ])("%j: that all came back is a %s", async (states, kind) => {
    const text = chimney + states.map((state) => rows(state, 2)).join("");
    expect(await findings("chimney-dead-after-nic-change", text, { os: "2008R2" })).toMatchObject([{ kind }]);
  });

  it("asks for the checksum and the large send offloads, not for one of them", async () => {
    const checksums = `PS C:\\> Get-NetAdapterChecksumOffload\n\nName       IpIPv4Enabled   TcpIPv4Enabled\n----       -------------   --------------\nEthernet   RxTxEnabled     RxTxEnabled\n\n`;
    const found = await findings("rss-blocked-by-checksum-offload", chimney + checksums, { os: "2012" });
    expect(found).toMatchObject([{ kind: "notEvaluated" }]);
    expect(JSON.stringify(found)).toContain("Get-NetAdapterLso");
  });
});
