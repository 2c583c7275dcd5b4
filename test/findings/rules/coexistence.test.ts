import { describe, expect, it } from "vitest";
import { analyze, type Finding } from "../../../src/index.ts";

const table = (...states: readonly string[]) => String.raw`C:\>netstat -nt

Active Connections

  Proto  Local Address          Foreign Address        State           Offload State

${states.map((state, at) => `  TCP    192.0.2.10:445         198.51.100.7:5001${at}     ESTABLISHED     ${state}\n`).join("")}
`;

const settings = (chimney: string) => String.raw`C:\>netsh int tcp show global
TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : enabled
Chimney Offload State               : ${chimney}

`;

type Options = Parameters<typeof analyze>[1];

/** What a rule makes of a text, without the rules that have nothing to say. */
async function findings(rule: string, text: string, options: Options): Promise<readonly Finding[]> {
  const report = await analyze(text, options);
  return report.hosts.flatMap((host) => host.findings).filter((finding) => finding.rule === rule);
}

describe("features that block Chimney", () => {
  it("an IPsec policy on 2003 is refuted by a row that is Offloaded", async () => {
    const found = await findings("coexist-ipsec", `${registry}${table("Offloaded")}`, {
      os: "2003",
      context: ["ipsec"],
    });
    expect(found).toMatchObject([{ kind: "pass", message: expect.stringContaining("Refuted"), evidence: [{}] }]);
  });

  it.each([
    ["coexist-nlb", "2008R2", "nlb"],
    ["coexist-nat-ics", "2008", "nat"],
    ["coexist-hyperv-2008", "2008", "hyperv"],
    ["coexist-firewall-2003", "2003", "third-party-firewall"],
  ] as const)("%s is refuted by rows that are, or were, Offloaded", async (rule, os, feature) => {
    const chimney = os === "2003" ? registry : settings("enabled");
    const kinds = async (text: string) =>
      (await findings(rule, text, { os, context: [feature] })).map(({ kind }) => kind);
    expect(await kinds(`${chimney}${table("InHost")}`)).toContain("fail");
    expect(await kinds(`${chimney}${table("Offloaded")}`)).toEqual(["pass"]);
    expect(await kinds(`${chimney}${table("Offloaded")}${table("InHost")}`)).toEqual(["pass"]);
  });

  it.each([
    ["2008", "InHost", "warning"],
    ["2008", "Offloaded", "error"],
    ["2008R2", "Offloaded", "warning"],
  ] as const)("an IPsec policy on %s beside a row that is %s is an %s", async (os, state, severity) => {
    const found = await findings("coexist-ipsec", `${settings("enabled")}${table(state)}`, { os, context: ["ipsec"] });
    expect(found).toMatchObject([{ kind: "fail", severity }]);
  });

  it("does not take what 2008's document says to 2008 R2", async () => {
    const options = { os: "2008R2", context: ["ipsec"] } as const;
    const [finding] = await findings("coexist-ipsec", settings("enabled"), options);
    expect(finding?.message).toContain('"Partial"');
    expect(finding?.rollback).toBe("netsh int tcp set global chimney=enabled");
  });

  it.each(["ipsec", "nlb", "nat"] as const)("asks for nothing beside %s in automatic mode", async (feature) => {
    const rule = feature === "nat" ? "coexist-nat-ics" : `coexist-${feature}`;
    const [finding] = await findings(rule, settings("automatic"), { os: "2008R2", context: [feature] });
    expect(finding).toMatchObject({ kind: "review", severity: "info", remedy: null, rollback: null });
  });

  it.each([
    [[], "notEvaluated"],
    [["no-nat"], "notEvaluated"],
    [["no-nat", "no-ics"], "pass"],
    [["nat"], "fail"],
    [["no-nat", "ics"], "fail"],
  ] as const)("%j of address translation: %s", async (context, kind) => {
    expect(await findings("coexist-nat-ics", settings("enabled"), { os: "2008", context })).toMatchObject([{ kind }]);
  });

  it.each([
    [[], "notEvaluated"],
    [["no-windows-firewall", "no-third-party-firewall"], "notEvaluated"],
    [["no-windows-firewall", "no-third-party-firewall", "no-ndis51"], "pass"],
    [["ndis51"], "fail"],
  ] as const)("%j of what blocks 2003: %s", async (context, kind) => {
    expect(await findings("coexist-firewall-2003", registry, { os: "2003", context })).toMatchObject([{ kind }]);
  });

  it.each([
    ["2008R2", "info"],
    ["2016", "info"],
  ] as const)("takes a declared team on %s for a vendor's", async (os, severity) => {
    const found = await findings("coexist-teaming", settings("enabled"), { os, context: ["teaming"] });
    expect(found).toMatchObject([{ kind: "fail", severity }]);
  });

  it("warns of the team that is part of Windows", async () => {
    const team = `PS C:\\> Get-NetLbfoTeam\n\nName                   : Team 1\nMembers                : {Ethernet 1, Ethernet 2}\nTeamNics               : Team 1\nTeamingMode            : SwitchIndependent\n\n`;
    const found = await findings("coexist-teaming", `${settings("enabled")}${team}`, { os: "2012" });
    expect(found).toMatchObject([{ kind: "fail", severity: "warning" }]);
    expect(found[0]?.evidence.length).toBeGreaterThan(1);
  });
});

describe("a table of a host with features", () => {
  it("is too short to blame a third-party firewall", async () => {
    const options = { os: "2008", context: ["third-party-firewall"] } as const;
    const rule = "coexist-third-party-filter";
    expect(await findings(rule, settings("enabled") + table("InHost", "InHost"), options)).toMatchObject([
      { kind: "notEvaluated", message: expect.stringMatching(/too few/) },
    ]);
    expect(await findings(rule, settings("enabled") + table(...Array(4).fill("InHost")), options)).toMatchObject([
      { kind: "fail", severity: "info" },
    ]);
  });

  it("has the cluster's own adapter for certain when ipconfig shows it", async () => {
    const row = table("InHost").replace("192.0.2.10:445  ", "169.254.1.20:3343");
    const addresses = String.raw`C:\>ipconfig /all

Windows IP Configuration

Tunnel adapter Local Area Connection* 9:

   Description . . . . . . . . . . . : Microsoft Failover Cluster Virtual Adapter
   IPv4 Address. . . . . . . . . . . : 169.254.1.20(Preferred)

`;
    const options = { os: "2008", context: ["cluster"] } as const;
    const rule = "netft-connections-never-offloaded";
    expect(await findings(rule, row, options)).toMatchObject([{ kind: "review" }]);
    expect(await findings(rule, addresses + row, options)).toMatchObject([{ kind: "fail", severity: "info" }]);
  });
});

const registry = String.raw`C:\>reg query HKLM\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters

HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters
    EnableTCPChimney    REG_DWORD    0x1
    EnableRSS    REG_DWORD    0x1
    EnableTCPA    REG_DWORD    0x0

`;
