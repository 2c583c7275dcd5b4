import { describe, expect, it } from "vitest";
import { attribute } from "../../../src/captures/collectors/index.ts";

const heading = `${"=".repeat(52)}\r\nTCPIP Offload Information\r\n${"=".repeat(52)}\r\n`;
const classic = `\n\n\n\r\n${"-".repeat(25)}\r\nnetsh int tcp show global\r\n${"-".repeat(25)}\r\n`;
const pack = "tss_240202-191840_2022-FDC1-F_psSDP_Dom.zip!";

describe("the files of a pack", () => {
  it.each([
    [`${pack}2022-FDC1-F_TCPIP_info.TXT`, "", "psSDP", "2022-FDC1-F", "2024-02-02T19:18:40Z"],
    [`${pack}2022-FDC1-F_Something_New.txt`, "", "psSDP", "2022-FDC1-F", "2024-02-02T19:18:40Z"],
    [`${pack}results.xml`, "", "psSDP", undefined, "2024-02-02T19:18:40Z"],
    [`${pack}OTHER_Something_New.txt`, "", "psSDP", undefined, "2024-02-02T19:18:40Z"],
    [`${pack}OTHER_NLB_info.txt`, "", "psSDP", "OTHER", "2024-02-02T19:18:40Z"],
    [
      `TSS_SRV01_240202-191000_NET.zip!SDP_Dom/${pack}SRV01_TCPIP_info.TXT`,
      "",
      "psSDP",
      "SRV01",
      "2024-02-02T19:18:40Z",
    ],
    ["Results_Net_240202-191840/SRV01_Hotfixes.TXT", "", "psSDP", "SRV01", "2024-02-02T19:18:40Z"],
    ["Results_Net_240230-191840/SRV01_Hotfixes.TXT", "", "psSDP", "SRV01", undefined],
    ["Results_Net_240202-251840/SRV01_Hotfixes.TXT", "", "psSDP", "SRV01", undefined],
    ["mail/SRV01_TCPIP_OFFLOAD.TXT", heading, "psSDP", "SRV01", undefined],
    ["mail/SRV01_TCPIP_OFFLOAD.TXT", classic, "SDP classic", "SRV01", undefined],
    ["mail/SRV01_TCPIP_OFFLOAD.TXT", "something else", "SDP", "SRV01", undefined],
    ["mail/srv01_tcpip_offload.txt", heading, "psSDP", "srv01", undefined],
    ["mail/Netsh_TCPIP_info_TCPIP_info.TXT", heading, "psSDP", "Netsh_TCPIP_info", undefined],
    ["SRV01_msinfo32.txt", "", "SDP", "SRV01", undefined],
  ])("%s is of its collector, host and time", (name, head, collector, host, time) => {
    expect(attribute(name, head)).toMatchObject({ collector, holdsCaptures: true });
    expect(attribute(name, head)?.host?.name).toBe(host);
    expect(attribute(name, head)?.time).toBe(time);
  });

  it.each([
    [`${pack}_psSDP-DiagLog_240202-191840.txt`, ""],
    [`${pack}_psSDP_Dom_Transcript_2022-FDC1-F_240202-191840.Log`, ""],
    [`${pack}_psSDP-ErrorVariable.txt`, ""],
    [`${pack}2022-FDC1-F_TCPIP_ServicesFile.TXT`, ""],
    ["mail/stdout.log", "[RunCMD] Running Command:\r\ncmd.exe /c netsh int tcp show global >> x\r\n"],
  ])("%s holds no captures", (name, head) => expect(attribute(name, head)?.holdsCaptures).toBe(false));

  it.each([
    ["mail/stdout.log", "Active Connections"],
    ["mail/Copy of SRV01_TCPIP_OFFLOAD.TXT", heading],
    ["mail/_TCPIP_OFFLOAD.TXT", heading],
    [`mail/${"A".repeat(64)}_TCPIP_OFFLOAD.TXT`, heading],
    ["mail/netstat.txt", ""],
  ])("%s is of no collector by its name", (name, head) => expect(attribute(name, head)).toBeUndefined());
});
