import { describe, expect, it } from "vitest";
import { type AnalyzeOptions, analyze, type Finding } from "../../../src/index.ts";

const settings = (...lines: readonly string[]) => `C:\\>netsh int tcp show global
TCP Global Parameters
----------------------------------------------
${lines.map((line) => `${line}\n`).join("")}
`;
const taskOffload = (state: string) => `C:\\>netsh int ip show global
Querying active state...

General Global Parameters
----------------------------------------------
Default Hop Limit                     : 128 hops
Task Offload                          : ${state}

`;
const table = (count: number, port: number) => String.raw`C:\>netstat -nt

  Proto  Local Address          Foreign Address        State           Offload State
${Array.from({ length: count }, (_, at) => `  TCP    192.0.2.10:${port}    198.51.100.${at}:50012    ESTABLISHED    InHost\n`).join("")}
`;

async function findings(rule: string, text: string, options: AnalyzeOptions): Promise<readonly Finding[]> {
  const report = await analyze(text, options);
  return report.hosts.flatMap((host) => host.findings).filter((finding) => finding.rule === rule);
}

const rss = (state: string) => `Receive-Side Scaling State          : ${state}`;
const chimney = (state: string) => `Chimney Offload State               : ${state}`;
const tuning = (state: string) => `Receive Window Auto-Tuning Level    : ${state}`;

describe("everything disabled at once", () => {
  it.each([
    ["2008R2", [rss("disabled"), chimney("disabled"), tuning("disabled")], "", "fail"],
    ["2008", [rss("disabled"), chimney("disabled"), tuning("disabled")], "", "notEvaluated"],
    ["2008", [rss("disabled"), chimney("disabled"), tuning("disabled")], taskOffload("enabled"), "pass"],
    ["2008", [rss("disabled"), chimney("disabled"), tuning("disabled")], taskOffload("disabled"), "fail"],
    ["2008R2", [rss("enabled"), chimney("automatic"), tuning("disabled")], "", "pass"],
    ["2003", [rss("disabled"), chimney("disabled"), tuning("disabled")], "", "notApplicable"],
  ] as const)("on %s %j %j: %s", async (os, lines, more, kind) => {
    const found = await findings("blanket-disable-pattern", `${settings(...lines)}${more}`, { os });
    expect(found).toMatchObject([{ kind }]);
  });

  it("goes back to what each version recommends, and from there to what was captured", async () => {
    const text = settings(rss("disabled"), chimney("disabled"), tuning("disabled"));
    const [finding] = await findings("blanket-disable-pattern", text, { os: "2008R2" });
    expect(finding?.remedy).toContain("chimney=automatic");
    expect(finding?.remedy).toContain("autotuninglevel=normal");
    expect(finding?.rollback).toContain("chimney=disabled");
    expect(finding?.rollback).not.toContain("taskoffload");
  });
});

describe("workloads", () => {
  it.each([
    [30, 443, "enabled", "review"],
    [29, 443, "enabled", "notEvaluated"],
    [30, 445, "enabled", "pass"],
    [30, 443, "automatic", "pass"],
  ])("%d connections of port %d with Chimney %s: %s", async (count, port, state, kind) => {
    const text = `${settings(chimney(state))}${table(count, port)}`;
    const found = await findings("workload-short-lived-chimney-on", text, { os: "2008R2" });
    expect(found).toMatchObject([{ kind }]);
    if (kind === "review") expect(found[0]?.message).toContain("The Cable Guy");
  });

  it.each([
    ["10 Gbps Full Duplex", "fail"],
    ["1.0 Gbps Full Duplex", "pass"],
    ["Auto Negotiation", "notEvaluated"],
  ])("a file server whose adapter says %s: %s", async (speed, kind) => {
    const adapter = `PS C:\\> Get-NetAdapterAdvancedProperty

Name       DisplayName       DisplayValue            RegistryKeyword   RegistryValue
----       -----------       ------------            ---------------   -------------
Storage    Speed & Duplex    ${speed.padEnd(23)} *SpeedDuplex      {6}
`;
    const text = `${settings(chimney("disabled"))}${table(4, 445)}${adapter}`;
    expect(await findings("workload-bulk-chimney-idle", text, { os: "2008R2" })).toMatchObject([{ kind }]);
  });
});

describe("what is declared of Server 2003", () => {
  const registry = (
    ...values: readonly string[]
  ) => String.raw`C:\>reg query HKLM\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters

HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters
    Hostname    REG_SZ    MAIL03
${values.map((value) => `    ${value}    REG_DWORD    0x1\n`).join("")}
`;

  it.each([
    ["exchange-2003-era-snp", ["exchange"], ["EnableTCPA"], "fail"],
    ["exchange-2003-era-snp", ["exchange"], [], "notEvaluated"],
    ["exchange-2003-era-snp", ["no-exchange"], ["EnableTCPA"], "pass"],
    ["exchange-2003-era-snp", [], ["EnableTCPA"], "notEvaluated"],
    ["sbs-2003-nat-snp", ["sbs"], ["EnableTCPChimney"], "notEvaluated"],
    ["sbs-2003-nat-snp", ["sbs", "no-nat"], ["EnableTCPChimney"], "pass"],
    ["nic-driver-quirk-2003-teaming", [], ["EnableTCPChimney"], "notEvaluated"],
    ["nic-driver-quirk-2003-teaming", ["no-teaming"], ["EnableTCPChimney"], "notEvaluated"],
    ["nic-driver-quirk-2003-teaming", ["bugchecks"], ["EnableTCPChimney"], "fail"],
    ["tcpip-statistics-double-count-2003", ["statistics"], ["EnableTCPChimney"], "pass"],
  ] as const)("%s with %j and %j on: %s", async (rule, context, values, kind) => {
    expect(await findings(rule, registry(...values), { os: "2003", context })).toMatchObject([{ kind }]);
  });

  it("shows SynAttackProtect by itself", async () => {
    const text = registry("EnableTCPChimney", "SynAttackProtect");
    const [finding] = await findings("biztalk-snp-on", text, { os: "2003", context: ["biztalk"] });
    expect(finding?.message).toContain("SynAttackProtect, which is another matter, is 1.");
    expect(finding?.evidence.map((place) => place.text).join("\n")).toContain("SynAttackProtect");
  });

  it.each([
    ["2003", "warning"],
    ["2012", "info"],
  ] as const)("offloaded SQL Server connections on %s are a %s", async (os, severity) => {
    const text = table(1, 1433).replace("InHost", "Offloaded");
    expect(await findings("sql-server-chimney", text, { os })).toMatchObject([{ kind: "fail", severity }]);
  });
});

describe("answers of netsh", () => {
  const asked = (answer: string) => `C:\\>netsh int tcp show chimneystats\n${answer}\n`;

  it.each([
    ["The following command was not found: int tcp show chimneystats.", "review", /as is normal on Windows 10 1709/],
    ["The requested operation requires elevation (Run as administrator).", "notEvaluated", /instead of data/],
    ["Your System Administrator has disabled TCP Chimney.", "pass", /does not apply/],
  ])("%s: %s", async (answer, kind, message) => {
    const found = await findings("command-not-available", asked(answer), { os: "1709+" });
    expect(found).toMatchObject([{ kind, message: expect.stringMatching(message) }]);
    if (kind !== "pass") expect(found[0]?.evidence[0]?.text).toBe(answer);
  });

  it.each([
    ["", "notEvaluated"],
    ["*               3260         *                *", "fail"],
  ])("a table of ports with %j and none of applications: %s", async (entry, kind) => {
    const text = `C:\\>netsh int tcp show chimneyports

Local Address   Local Port   Remote Address   Remote Port
-------------   ----------   --------------   -----------
${entry}
`;
    expect(await findings("chimney-policy-tables-set", text, { os: "2012" })).toMatchObject([{ kind }]);
  });
});
