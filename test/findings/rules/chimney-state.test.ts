import { describe, expect, it } from "vitest";
import { type AnalyzeOptions, analyze, type Finding } from "../../../src/index.ts";

const HEADING = "  Proto  Local Address          Foreign Address        State           Offload State";

const version = (number: string) => `C:\\>ver\n\nMicrosoft Windows [Version ${number}]\n\n`;

const global = (...lines: readonly string[]) =>
  `C:\\>netsh int tcp show global\nTCP Global Parameters\n------------------------\n${lines.join("\n")}\n\n`;

const chimney = (state: string) => global("Receive-Side Scaling State : enabled", `Chimney Offload State : ${state}`);

/** One row for each word. */
const table = (...words: readonly string[]) => `C:\\>netstat -nt\n\n${HEADING}\n${words.map(row).join("\n")}\n\n`;

const withoutColumn =
  "C:\\>netstat -n\n\n  Proto  Local Address  Foreign Address  State\n  TCP  192.0.2.1:445  198.51.100.7:50001  ESTABLISHED\n\n";

const registry = (...values: readonly string[]) =>
  `C:\\>reg query HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters\n\nHKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters\n    NV Hostname    REG_SZ    FILES03\n${values.map((value) => `    ${value}\n`).join("")}\n`;

const hotfixes = (...ids: readonly string[]) =>
  `C:\\>systeminfo\n\nHost Name:                 FILES03\nOS Name:                   Windows Server\nOS Version:                5.2.3790 Service Pack 2 Build 3790\nHotfix(s):                 ${ids.length} Hotfix(s) Installed.\n${ids.map((id, index) => `                           [0${index + 1}]: ${id}\n`).join("")}\n`;

function row(word: string, index: number): string {
  return `  TCP    192.0.2.1:445          198.51.100.7:${50_000 + index}     ESTABLISHED     ${word}`;
}

/** What a rule says of a text, as "kind severity". */
async function saidBy(rule: string, text: string, options: AnalyzeOptions = {}): Promise<readonly Finding[]> {
  const { hosts } = await analyze(text, options);
  return hosts.flatMap(({ findings }) => findings).filter((finding) => finding.rule === rule);
}

const inHost = (count: number) => Array.from({ length: count }, () => "InHost");

describe("rules on the state of Chimney", () => {
  it.each<readonly [rule: string, text: string, expected: string]>([
    [
      "chimney-enabled-nothing-offloaded",
      version("6.1.7601") + chimney("enabled") + table(...inHost(4)),
      "fail warning",
    ],
    [
      "chimney-enabled-nothing-offloaded",
      version("6.1.7601") + chimney("enabled") + table(...inHost(3)),
      "notEvaluated",
    ],
    ["chimney-enabled-nothing-offloaded", version("6.1.7601") + chimney("enabled") + withoutColumn, "notEvaluated"],
    ["chimney-enabled-nothing-offloaded", version("6.1.7601") + chimney("disabled") + table(...inHost(4)), "pass"],
    [
      "chimney-enabled-nothing-offloaded",
      version("6.1.7601") + chimney("enabled") + table(...inHost(4), "Offloading"),
      "pass",
    ],
    [
      "chimney-enabled-nothing-offloaded",
      version("10.0.17763") + chimney("enabled") + table(...inHost(4)),
      "notApplicable",
    ],
    ["chimney-enabled-nothing-offloaded", chimney("enabled") + table(...inHost(4)), "notEvaluated"],
    [
      "chimney-automatic-nothing-offloaded",
      version("6.1.7601") + chimney("automatic") + table("InHost"),
      "review info",
    ],
    ["chimney-automatic-nothing-offloaded", version("6.1.7601") + chimney("automatic") + withoutColumn, "notEvaluated"],
    ["chimney-disabled-but-offloaded", chimney("disabled") + table("Offloaded"), "fail error"],
    ["chimney-disabled-but-offloaded", chimney("disabled") + table("Offloading"), "fail error"],
    ["chimney-disabled-but-offloaded", chimney("disabled") + table("InHost", "Uploading"), "review info"],
    ["chimney-disabled-but-offloaded", chimney("disabled") + withoutColumn, "notEvaluated"],
    ["automatic-rtt-too-high", version("6.1.7601") + chimney("automatic") + table("InHost"), "review info"],
    ["automatic-transfer-too-small", version("6.1.7601") + chimney("automatic") + table("Offloaded"), "pass"],
    ["offload-column-missing", withoutColumn, "fail error"],
    ["offload-column-missing", withoutColumn + table("InHost"), "pass"],
    ["captures-not-contemporaneous", chimney("enabled") + table("InHost"), "notEvaluated"],
    ["transitional-states-present", table("InHost", "Uploading"), "review info"],
    ["transitional-states-present", withoutColumn, "notEvaluated"],
    ["uploading-dominates", table("InHost", ...Array.from({ length: 3 }, () => "Uploading")), "fail warning"],
    ["uploading-dominates", table("InHost", "Uploading", "Uploading"), "pass"],
    ["uploading-dominates", table(...inHost(12), "Uploading", "Uploading", "Uploading"), "pass"],
    [
      "uploading-dominates",
      table("Uploading", "Uploading", "Uploading", "Offloading", "Offloading", "Offloading"),
      "pass",
    ],
    ["offload-flapping-between-snapshots", table("Offloaded") + table("InHost"), "notEvaluated"],
  ])("%s %#", async (rule, text, expected) => {
    expect((await saidBy(rule, text)).map(told)).toEqual([expected]);
  });
});

describe("rules on the version of Windows", () => {
  it.each<readonly [rule: string, text: string, expected: string]>([
    ["chimney-value-impossible-for-os", version("6.0.6002") + chimney("automatic"), "fail error"],
    ["chimney-value-impossible-for-os", version("6.1.7601") + chimney("on"), "fail error"],
    ["chimney-value-impossible-for-os", version("6.1.7601") + chimney("automatic"), "pass"],
    ["chimney-nondefault-for-os", version("6.0.6002") + chimney("disabled"), "pass"],
    ["chimney-nondefault-for-os", version("6.1.7601") + chimney("disabled"), "review info"],
    ["chimney-nondefault-for-os", version("10.0.17763") + chimney("disabled"), "pass"],
    [
      "chimney-nondefault-for-os",
      version("5.2.3790") + registry("EnableTCPChimney    REG_DWORD    0x1"),
      "notEvaluated",
    ],
    [
      "chimney-nondefault-for-os",
      hotfixes("KB948496") + registry("EnableTCPChimney    REG_DWORD    0x1"),
      "review info",
    ],
    ["chimney-nondefault-for-os", hotfixes("KB111111") + registry("EnableTCPChimney    REG_DWORD    0x1"), "pass"],
    ["snp-values-absent-2003", version("5.2.3790") + registry(), "notEvaluated"],
    ["snp-values-absent-2003", hotfixes("KB948496") + registry(), "review info"],
    [
      "registry-netsh-chimney-disagree",
      version("5.2.3790") + registry("EnableTCPChimney    REG_DWORD    0x1"),
      "notEvaluated",
    ],
    ["chimney-deprecated-2016", version("10.0.14393") + chimney("automatic"), "fail warning"],
    ["chimney-active-on-removed-os", version("10.0.17763") + chimney("automatic") + table("InHost"), "fail error"],
    ["chimney-active-on-removed-os", version("10.0.17763") + chimney("automatic"), "fail error"],
    ["chimney-active-on-removed-os", version("10.0.17763") + table("Offloaded"), "fail error"],
    ["chimney-active-on-removed-os", version("10.0.17763") + table("InHost"), "notEvaluated"],
    ["chimney-active-on-removed-os", version("10.0.17763") + chimney("disabled"), "notEvaluated"],
    ["all-inhost-on-removed-os", version("10.0.17763") + withoutColumn, "notEvaluated"],
    [
      "chimney-line-missing-on-old-os",
      version("6.1.7601") + global("Receive-Side Scaling State : enabled", "Stodo vo ladofo : enabled"),
      "review warning",
    ],
    ["os-fingerprint-mismatch", version("6.1.7601") + chimney("enabled"), "notEvaluated"],
    ["os-fingerprint-mismatch", version("6.1.7601") + table("InHost"), "notEvaluated"],
    ["os-fingerprint-mismatch", version("6.1.7601") + version("6.1.7600") + table("InHost"), "notEvaluated"],
    ["os-fingerprint-mismatch", version("10.0.14393") + table("InHost") + version("6.1.7601"), "fail warning"],
  ])("%s %#", async (rule, text, expected) => {
    expect((await saidBy(rule, text)).map(told)).toEqual([expected]);
  });
});

describe("a version of Windows", () => {
  it("that is declared against a captured one is told", async () => {
    const text = version("10.0.14393") + table("InHost");
    const [told] = await saidBy("os-fingerprint-mismatch", text, { os: "2008R2" });
    expect(told).toMatchObject({ kind: "fail", severity: "warning", evidence: [{ line: 3 }] });
    expect(told?.message).toMatch(/Server 2016 .*\(captured\); .*2008 R2 .*\(declared\)/);
    expect(await saidBy("os-fingerprint-mismatch", text, { os: "2016" })).toMatchObject([{ kind: "notEvaluated" }]);
  });
});

describe("the way back on Server 2003", () => {
  it("restores the registry as it was captured, not netsh's state alone", async () => {
    const text =
      version("5.2.3790") + registry("EnableTCPChimney    REG_DWORD    0x1", "EnableTCPA    REG_DWORD    0x1");
    const [told] = await saidBy("chimney-enabled-2003", text);
    expect(told?.rollback).toContain("/v EnableTCPChimney /t REG_DWORD /d 1");
    expect(told?.rollback).toContain("/v EnableTCPA /t REG_DWORD /d 1");
    expect(told?.rollback).toMatch(/reg delete .* \/v EnableRSS /);
  });
});

describe("a finding", () => {
  it("names what is known to stand in the way, and is folded into it", async () => {
    const text = version("6.0.6002") + chimney("enabled") + table(...inHost(4));
    const [bare] = await saidBy("chimney-enabled-nothing-offloaded", text);
    const [told] = await saidBy("chimney-enabled-nothing-offloaded", text, { context: ["ipsec", "nlb"] });
    expect(bare?.message).not.toContain("In use");
    expect(bare).toMatchObject({ kind: "fail", severity: "warning", explainedBy: null });
    expect(told).toMatchObject({ kind: "review", explainedBy: "coexist-nlb", remedy: null });
    expect(told?.message).toMatch(/In use: an IPsec policy\. .*In use: Network Load Balancing\. /);
  });

  it("restores what was captured", async () => {
    const text = version("6.3.9600") + chimney("automatic");
    const [finding] = await saidBy("chimney-enabled-2012", text);
    expect(finding?.rollback).toBe("netsh int tcp set global chimney=automatic");
  });
});

function told({ kind, severity }: Finding): string {
  return kind === "fail" || kind === "review" ? `${kind} ${severity}` : kind;
}
