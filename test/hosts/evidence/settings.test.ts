import { describe, expect, it } from "vitest";
import type { OsBand } from "../../../src/facts/os-bands.ts";
import { printedSettings } from "../../../src/hosts/evidence/settings.ts";
import { collectedFrom, evidenceIn } from "../../support/evidence.ts";

const rule = "----------------------------------------------";
const global = (chimney: string) =>
  `C:\\>netsh int tcp show global\nTCP Global Parameters\n${rule}\nReceive-Side Scaling State          : enabled\nChimney Offload State               : ${chimney}\n\n`;
const offload = (chimney: string) =>
  `PS C:\\> Get-NetOffloadGlobalSetting\n\nReceiveSideScaling           : Disabled\nReceiveSegmentCoalescing     : Enabled\nChimney                      : ${chimney}\nTaskOffload                  : Enabled\n\n`;
const ipGlobal = (state: string) =>
  `C:\\>netsh int ip show global\nQuerying active state...\n\nGeneral Global Parameters\n${rule}\nDefault Hop Limit                   : 128 hops\nTask Offload                        : ${state}\n\n`;
const key = "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters";
const registry = (...values: readonly string[]) =>
  `C:\\>reg query ${key.replace("HKEY_LOCAL_MACHINE", "HKLM")}\n\n${key}\n${values.map((value) => `    ${value.replace("=", "    REG_DWORD    0x")}\n`).join("")}    Hostname    REG_SZ    SRV-41\n\n`;

/** The value of a setting and the line that says so, as `value < text`. */
async function said(
  text: string,
  setting: "chimneyOffload" | "receiveSideScaling" | "netDma" | "taskOffload",
  os?: OsBand,
) {
  const fact = (await evidenceIn(text, os === undefined ? {} : { os }))[setting];
  return fact === undefined ? undefined : `${fact.value} < ${fact.at.map((place) => place.text.trim()).join(" | ")}`;
}

describe("settings", () => {
  it.each([
    [
      "show global",
      `${offload("Enabled")}${global("automatic")}`,
      "automatic < Chimney Offload State               : automatic",
    ],
    [
      "show global, though it is earlier",
      `${global("automatic")}${offload("Enabled")}`,
      "automatic < Chimney Offload State               : automatic",
    ],
    [
      "the later one",
      `${global("automatic")}${global("disabled")}`,
      "disabled < Chimney Offload State               : disabled",
    ],
    ["PowerShell, without the other", offload("Enabled"), "enabled < Chimney                      : Enabled"],
    [
      "netsh, whatever the registry says",
      `${global("disabled")}${registry("EnableTCPChimney=1")}`,
      "disabled < Chimney Offload State               : disabled",
    ],
    ["the registry of Server 2003", registry("EnableTCPChimney=1"), "enabled < EnableTCPChimney    REG_DWORD    0x1"],
    ["the registry of Server 2003", registry("enabletcpchimney=0"), "disabled < enabletcpchimney    REG_DWORD    0x0"],
  ])("are those of %s", async (_, text, expected) => {
    expect(await said(text, "chimneyOffload", "2003")).toBe(expected);
  });

  it.each([
    ["2003", "netDma", "EnableTCPA=1", "enabled < EnableTCPA    REG_DWORD    0x1"],
    ["2003", "receiveSideScaling", "EnableRSS=0", "disabled < EnableRSS    REG_DWORD    0x0"],
    ["2003", "chimneyOffload", "EnableTCPChimney=2", undefined],
    ["2008R2", "chimneyOffload", "EnableTCPChimney=1", undefined],
    [undefined, "chimneyOffload", "EnableTCPChimney=1", undefined],
    [undefined, "taskOffload", "DisableTaskOffload=1", "disabled < DisableTaskOffload    REG_DWORD    0x1"],
    ["2012", "taskOffload", "DisableTaskOffload=0", "enabled < DisableTaskOffload    REG_DWORD    0x0"],
  ] as const)("of the registry count where they are documented: %s %s %s", async (os, setting, value, expected) => {
    expect(await said(registry(value), setting, os)).toBe(expected);
  });

  it("hold task offload, as netsh int ip shows it before others", async () => {
    const text = `${ipGlobal("disabled")}${offload("Disabled")}${registry("DisableTaskOffload=0")}`;
    expect(await said(text, "taskOffload")).toBe("disabled < Task Offload                        : disabled");
  });

  it("of a table on one line are quoted by themselves", async () => {
    const line = global("automatic").split("\n").slice(1).join(" ");
    expect(await said(`${line}\n`, "chimneyOffload")).toBe("automatic < Chimney Offload State : automatic");
  });

  it("of the report are those that commands print", async () => {
    const { evidence } = await collectedFrom(
      `${ipGlobal("enabled")}${registry("EnableTCPChimney=1")}${offload("Disabled")}`,
    );
    expect(printedSettings(evidence.kept)).toEqual({
      receiveSideScaling: "disabled",
      receiveSegmentCoalescing: "enabled",
      chimneyOffload: "disabled",
      taskOffload: "enabled",
    });
  });
});
