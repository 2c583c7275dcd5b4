import { describe, expect, it } from "vitest";
import { type AnalyzeOptions, analyze, type Finding } from "../../src/index.ts";

const global = (...lines: readonly string[]) =>
  `C:\\>netsh int tcp show global\nTCP Global Parameters\n----------------------------------------------\nReceive-Side Scaling State          : enabled\n${lines.join("\n")}\n\n`;
const chimney = (state: string) => global(`Chimney Offload State               : ${state}`);
const registry = (...values: readonly string[]) =>
  `C:\\>reg query HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters\n\nHKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters\n    Hostname    REG_SZ    SRV1\n${values.map((value) => `    ${value}\n`).join("")}\n`;
const hotfix = (id: string) => `C:\\>wmic qfe get HotFixID,InstalledOn\nHotFixID   InstalledOn\n${id}  3/14/2012\n\n`;
const version = (text: string) => `C:\\>ver\n\nMicrosoft Windows [Version ${text}]\n\n`;

async function finding(rule: string, text: string, options: AnalyzeOptions = {}): Promise<Finding | undefined> {
  const { hosts } = await analyze(text, options);
  return hosts.flatMap(({ findings }) => findings).find((one) => one.rule === rule);
}

describe("netsh of Server 2008", () => {
  it("is not to be run without the update that mends it", async () => {
    const found = await finding("chimney-enabled-2008", version("6.0.6002") + chimney("enabled"));
    for (const step of [found?.remedy, found?.rollback])
      expect(step).toMatch(/^First install KB967224.*netsh int tcp set global/);
  });

  it("may be run with it, and on other versions", async () => {
    const mended = await finding("chimney-enabled-2008", version("6.0.6002") + hotfix("KB967224") + chimney("enabled"));
    expect(mended?.remedy).not.toContain("First install");
    expect((await finding("chimney-enabled-2012", version("6.3.9600") + chimney("enabled")))?.remedy).not.toContain(
      "KB967224",
    );
  });

  it("left damage in the registry, which is listed with the way back", async () => {
    const damaged = ["KeepAliveTime    REG_DWORD    0xffffffff", "Tcp1323Opts    REG_DWORD    0xffffffff"];
    const text = version("6.0.6002") + registry(...damaged, "TcpTimedWaitDelay    REG_DWORD    0x1e");
    const found = await finding("netsh-damaged-values-2008", text);
    expect(found).toMatchObject({ kind: "fail", severity: "error" });
    expect(found?.message).toContain("2 values below Tcpip\\Parameters: KeepAliveTime, Tcp1323Opts.");
    expect(found?.remedy).toMatch(
      /^Install KB967224 first\. Then delete the values: .*\/v KeepAliveTime \/f.*\/v Tcp1323Opts \/f/,
    );
    expect(found?.rollback).toContain("/v KeepAliveTime /t REG_DWORD /d 4294967295");
  });
});

describe("remedies of the version", () => {
  it.each([
    ["10.0.20348.2227", 300, "initialRto=1000"],
    ["10.0.17763.5329", 300, "initialRto=3000"],
    ["6.3.9600", 300, "initialRto=3000"],
    ["10.0.19045.3930", 300, "an untouched host of the same build"],
  ])("an initial RTO on %s of %d: %s", async (build, rto, expected) => {
    const text = version(build) + global(`Initial RTO                         : ${rto}`);
    expect((await finding("initial-rto-nondefault", text))?.remedy).toContain(expected);
  });

  it.each([
    ["10.0.20348.2227", "maxsynretransmissions=4"],
    ["10.0.14393.6452", "maxsynretransmissions=2"],
  ])("SYN retransmissions on %s: %s", async (build, expected) => {
    const text = version(build) + global("Max SYN Retransmissions             : 8");
    expect((await finding("max-syn-retransmissions-changed", text))?.remedy).toContain(expected);
  });

  it("take a leftover of the registry away where netsh knows no Chimney any more", async () => {
    const text = version("10.0.17763.5329") + registry("EnableTCPChimney    REG_DWORD    0x1") + chimney("disabled");
    const found = await finding("registry-netsh-chimney-disagree", text);
    expect(found?.remedy).toMatch(/reg delete .*\/v EnableTCPChimney/);
    expect(found?.remedy).not.toContain("netsh");
  });
});

describe("Chimney disabled on 2008 R2", () => {
  it("is right beside what does not work with it, and otherwise a question", async () => {
    const bare = await finding("chimney-disabled-2008r2", chimney("disabled"), { os: "2008R2" });
    expect(bare).toMatchObject({ kind: "fail", remedy: expect.stringMatching(/^Unless this was set on purpose: /) });
    const beside = await finding("chimney-disabled-2008r2", chimney("disabled"), { os: "2008R2", context: ["nlb"] });
    expect(beside).toMatchObject({ kind: "review", remedy: null });
  });
});
