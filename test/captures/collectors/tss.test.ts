import { describe, expect, it } from "vitest";
import { attribute } from "../../../src/captures/collectors/index.ts";
import { attributed } from "../../support/bundles/attributed.ts";
import { srv01, type TestBundle } from "../../support/bundles/bundle.ts";
import { lines } from "../../support/bundles/texts.ts";
import { tss } from "../../support/bundles/tss.ts";
import { variants } from "../../support/bundles/variants.ts";

const ofTss = (bundle: TestBundle): TestBundle => ({
  ...bundle,
  files: bundle.files.filter((file) => !("inner" in file)),
});

describe("a run of TSS", () => {
  it("has the captures of each phase, with the time that stands above each", async () => {
    const { hosts } = await attributed("*.zip!", ofTss(tss(srv01)));
    expect(hosts).toEqual({
      SRV01: [
        "_240115-102233_NetStat_Info_Start_.txt | netstat | 11 | NETSTAT -anob | start | 2024-01-15T10:22:33.456 | TSS",
        "_240115-102233_NetStat_Info_Start_.txt | netstat | 11 | NETSTAT -nato | start | 2024-01-15T10:22:34.502 | TSS",
        "_240115-102233_NetStat_Info_Start_.txt | netstat | 8 | NETSTAT -nato -p tcp | start | 2024-01-15T10:22:36.018 | TSS",
        "_240115-102233_NetStat_Info_Stop_.txt | netstat | 11 | NETSTAT -anob | stop | 2024-01-15T11:05:33.456 | TSS",
        "_240115-102233_NetStat_Info_Stop_.txt | netstat | 11 | NETSTAT -nato | stop | 2024-01-15T11:05:34.502 | TSS",
        "_240115-102233_NetStat_Info_Stop_.txt | netstat | 8 | NETSTAT -nato -p tcp | stop | 2024-01-15T11:05:36.018 | TSS",
        "_240115-102233_IPconfig_Info_Stop_.txt | ipConfig | 1 | IPCONFIG /ALL | stop | 2024-01-15T11:04:30.004 | TSS",
        "_240115-102233_IPconfig_Info_Stop_.txt | ipOffload | 4 | netsh interface ipv4 show offload | stop | 2024-01-15T11:04:31.200 | TSS",
        "_240115-102233_IPconfig_Info_Stop_.txt | tcpGlobal | 8 | netsh interface tcp show global | stop | 2024-01-15T11:04:31.498 | TSS",
        "_240115-102233_SystemInfo_Start_.txt | systemInfo | 4 | systeminfo.exe | start | 2024-01-15T10:22:20.100 | TSS",
        "_240115-102233_OS_TCPIP-Info-netsh.txt | tcpGlobal | 8 | netsh int tcp show global | - | - | TSS",
        "_240115-102233_OS_TCPIP-Info-netsh.txt | ipOffload | 4 | netsh int ipv4 show offload | - | 2024-01-15T10:25:31.200 | TSS",
        "_240115-102233_OS_TCPIP-Info-netstat.txt | netstat | 8 | netstat -nato -p tcp | - | - | TSS",
        "OSVersion-Build.txt | systemInfo | 1 | - | before-repro | 2024-01-15T10:22:33 | TSS",
        "_NETWORK_TCPIP_OFFLOAD.txt | tcpGlobal | 8 | netsh int tcp show global | - | 2024-01-15T10:22:51.204 | TSS",
        "_interface-tcp-show-global.txt | tcpGlobal | 8 | netsh interface tcp show global | - | 2024-01-15T10:23:00 | TSS",
      ],
    });
  });

  it("leaves the SDP inside to the collector of that", async () => {
    const { hosts } = await attributed("*.zip!", tss(srv01));
    const makers = new Set((hosts["SRV01"] ?? []).map((line) => line.split(" | ").at(-1)));
    expect([...makers]).toEqual(["TSS", "psSDP"]);
  });

  it("gives a file to the host that its text names, and says so", async () => {
    const text = lines(
      "Host Name:                 SRV02",
      "OS Version:                6.1.7601 Service Pack 1 Build 7601",
    );
    const path = "SRV01_240115-102233_SystemInfo_Stop_.txt";
    const copied = variants.withFile(ofTss(tss(srv01)), { path, text, encoding: "utf-16le" });
    const { hosts, report } = await attributed("*.zip!", copied);
    expect(hosts["SRV02"]).toEqual([`${path} | systemInfo | 3 | - | stop | - | TSS`]);
    expect(report.diagnostics.filter(({ code }) => code === "host-conflict")).toMatchObject([{ excerpt: "SRV01" }]);
  });
});

it.each([
  ["SRV_01_240115-102233_NetStat_Info_Stop_.txt", { host: { name: "SRV_01", by: "file name" }, phase: "stop" }],
  [
    "TSS_A-B_240115-102233_NET.zip!BasicLog_Mini-2024-01-15.1022.33-After-Repro/OS_info.txt",
    { phase: "after-repro", time: "2024-01-15T10:22:33", host: { name: "A-B", by: "archive" } },
  ],
  ["TSS_SRV01_240115-102233_/BasicLog-2024-01-15.1022.33/hotfixes.txt", { host: { name: "SRV01", by: "folder" } }],
  ["TSS_SRV01_240115-102233_x (1).zip!SRV01_240115-102233__Log-transcript.txt", { holdsCaptures: false }],
  ["SRV01_240115-102233_Command-Error.txt", { holdsCaptures: false }],
  ["Setup_Report-2024-01-15.1022.33/SRV01_NETWORK_TCPIP_info.txt", { host: { name: "SRV01", by: "file name" } }],
  [
    "support-2024-01-15.1022.33/network/SRV01_Get-NetOffloadGlobalSetting.txt",
    { command: "Get-NetOffloadGlobalSetting" },
  ],
  ["SRV01_249915-102233_NetStat_Info_Start_.txt", { phase: "start", host: { name: "SRV01", by: "file name" } }],
])("%s is of TSS", (name, known) => {
  expect(attribute(name, "")).toMatchObject({ collector: "TSS", ...known });
});

it.each([
  "SRV01_249915-102233_NetStat_Info_Start_.txt",
  "SRV01_240115-102233_NetStat_Info_Stop_.txt",
  "TSS_SRV01_240115-102233_NET_General.zip!notes.txt",
])("%s tells no time", (name) => {
  expect(attribute(name, "")).not.toHaveProperty("time");
});

it.each([
  "SRV01_240115-102233_notes.txt",
  "BasicLog-2024-01-15.1022.33/OS_info.txt",
  "TSS_SRV01.zip!netstat.txt",
  "240115-102233_NetStat.txt",
])("%s is not of TSS", (name) => {
  expect(attribute(name, "")).toBeUndefined();
});
