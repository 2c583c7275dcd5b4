import { describe, expect, it } from "vitest";
import { bareCommand } from "../../../src/captures/provenance/commands.ts";
import { readBanner, readPrompt, readTellingBanner } from "../../../src/captures/provenance/index.ts";

describe("a prompt", () => {
  it.each([
    ["C:\\>netstat -t", "netstat -t", undefined],
    ["    C:\\Users\\Administrator>netsh int tcp show global", "netsh int tcp show global", undefined],
    ["C:\\temp>", null, undefined],
    ["PS C:\\Windows\\system32> netstat -oat", "netstat -oat", undefined],
    ["PS> Get-NetOffloadGlobalSetting", "Get-NetOffloadGlobalSetting", undefined],
    [
      "*Evil-WinRM* PS C:\\Users\\user004\\Documents> netstat -nat | Select-String TCP",
      "netstat -nat | Select-String TCP",
      undefined,
    ],
    ["[SRV-01]: PS C:\\Users\\admin\\Documents> netstat -nt", "netstat -nt", "SRV-01"],
    ["[Administrator]: PS C:\\> netstat -nt", "netstat -nt", undefined],
    ["administrator@SRV_02 C:\\Users\\administrator>netstat -t", "netstat -t", "SRV_02"],
    ["netsh interface tcp>show global", "netsh interface tcp show global", undefined],
    ["netsh>interface tcp", "netsh interface tcp", undefined],
    ["λ netstat -nt", "netstat -nt", undefined],
    ["$ netsh interface tcp show global", "netsh interface tcp show global", undefined],
    ["ops@SRV03:~$ netstat -nt", "netstat -nt", "SRV03"],
  ])("%s", (line, command, host) => {
    const { isRemote, ...marker } = readPrompt(line) ?? {};
    expect(marker).toEqual({ class: "prompt", command, ...(host === undefined ? {} : { host }) });
    expect(isRemote === true).toBe(line.startsWith("[") && host !== undefined);
  });

  it.each([
    "  TCP    192.0.2.1:445  198.51.100.7:1  ESTABLISHED",
    "Chimney Offload State : automatic",
    "> quoted",
    "a > b",
  ])("is not %s", (line) => expect(readPrompt(line)).toBeUndefined());
});

describe("an echoed command", () => {
  it.each([
    ["netstat -nat", "netstat -nat"],
    ["netstat -tn -p tcp", "netstat -tn -p tcp"],
    ['"netsh int tcp show chimneystats"', "netsh int tcp show chimneystats"],
    ["netsh -r SRV01 int tcp show global", "netsh -r SRV01 int tcp show global"],
    ["netsh int tcp show global | findstr Chimney", "netsh int tcp show global | findstr Chimney"],
    ["C:\\Windows\\System32\\netstat.exe -t", "C:\\Windows\\System32\\netstat.exe -t"],
    ["ipconfig /all", "ipconfig /all"],
    ["hostname", "hostname"],
    ["    Hostname    REG_SZ    FILES01", null],
    ["netstat shows that nothing is offloaded", null],
    ["netsh int tcp show global is what I ran", null],
    ["Netstat and netsh are attached", null],
    ["  1. netsh int tcp show global", null],
    ["InHost", null],
    ["Get-NetAdapterRss", "Get-NetAdapterRss"],
    ["Get-NetAdapterRss : Access denied", null],
  ])("%s", (line, command) => expect(bareCommand(line)).toBe(command));
});

describe("a banner", () => {
  it.each([
    ["[netstat -nato]", { class: "banner", command: "netstat -nato" }],
    [
      "====================================== netstat -tn =============================",
      { class: "banner", command: "netstat -tn" },
    ],
    ["== netsh int tcp show global ==", { class: "banner", command: "netsh int tcp show global" }],
    ["【netsh int tcp show global】", { class: "banner", command: "netsh int tcp show global" }],
    ["### netsh int tcp show global ###", { class: "banner", command: "netsh int tcp show global" }],
    [
      "20240115 10:22:33.456 : netsh interface tcp show global\t",
      { class: "banner", command: "netsh interface tcp show global", time: "2024-01-15T10:22:33.456" },
    ],
    [
      "===== 10:15:23.45 : netsh int tcp show global ",
      { class: "banner", command: "netsh int tcp show global", time: "10:15:23.45" },
    ],
    ["=====  9:05:12,33 : netstat -nato ", { class: "banner", command: "netstat -nato", time: "09:05:12.33" }],
    [
      "Mon 01/15/2024 10:22:40.12 . INITIALIZE file C:\\mDCT\\on\\a.txt by some on on SRV-01 in Domain LAB ",
      { class: "banner", command: null, host: "SRV-01" },
    ],
    ["Administrator @ SRV-01_A:", { class: "banner", command: null, host: "SRV-01_A" }],
    ["\\\\SRV01:", { class: "banner", command: null, host: "SRV01" }],
    [
      "-                      Netstat NATO Report for NODE:  NODE01 ",
      { class: "banner", command: null, host: "NODE01" },
    ],
    ["netstat -nat", { class: "prompt", command: "netstat -nat" }],
    ["+ netstat -nat", { class: "banner", command: "netstat -nat" }],
  ])("%s", (line, marker) => expect(readTellingBanner(line)).toEqual(marker));

  it.each(['+ Get-NetAdapterRss -Name "Ethernet 9"', "    + CategoryInfo          : ObjectNotFound"])(
    "is not %s",
    (line) => expect(readBanner(line)).toBeUndefined(),
  );

  it.each([
    "-----------------------------",
    "=====",
    "________",
    "- - - - - -",
    "-_-_-_-_-_-_-_-_-_-_-_",
    "```",
    "~~~text",
  ])("is the rule %s", (line) => {
    expect(readBanner(line)).toEqual({ class: "banner", command: null });
    expect(readTellingBanner(line)).toBeUndefined();
  });
});
