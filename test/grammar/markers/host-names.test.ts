import { describe, expect, it } from "vitest";
import { isTellingName, readHostHeading, readLabel } from "../../../grammar/markers/index.ts";

describe("a word that is the name of a host by its look", () => {
  it.each([
    ..."SRV01 srv-01 web-frontend FILESERVER srv.example.com SQL01 DC1 NODE2 WIN-4F8K2L1 192.0.2.7 2022-FDC1-F".split(
      " ",
    ),
    ..."ex01.corp.example.com BÜRO-7 APP_31 HV1 server3 SQL-01 dc_2".split(" "),
  ])("%s", (word) => expect(isTellingName(word)).toBe(true));

  it.each([
    ..."Settings settings NETSTAT TCP-GLOBAL IPv4 Step1 RUN2 BEFORE-CHANGE netstat.txt 2024-03-05 v1.2 WIN7 KB951037".split(
      " ",
    ),
    ..."NOTE TCP/IP localhost unknown SERVER Follow-up after-reboot EINSTELLUNGEN VORHER PHASE-2 LAN1 Ethernet0 1".split(
      " ",
    ),
    ..."fileserver Übersicht 设置 Test_1 RUN-1 SQL-SERVER X".split(" "),
  ])("is not %s", (word) => expect(isTellingName(word)).toBe(false));
});

describe("a heading with nothing but a host", () => {
  it.each([
    ["=== SRV01 ===", "SRV01", "sure"],
    ["--- srv-02 ---", "srv-02", "sure"],
    ["##### SRV01 #####", "SRV01", "sure"],
    ["[SRV01]", "SRV01", "sure"],
    ["=== FILESERVER ===", "FILESERVER", "likely"],
    ["=== fileserver ===", "fileserver", "possible"],
    ["===== SRV01 (192.0.2.21) =====", "SRV01", "sure"],
    ["=== Server: fileserver ===", "fileserver", "sure"],
    ["--- Server SRV01 ---", "SRV01", "sure"],
    ["*** Output from SRV01 ***", "SRV01", "sure"],
    ["--- Ausgabe von SRV01 ---", "SRV01", "sure"],
    ["SRV01", "SRV01", "likely"],
    ["srv01:", "srv01", "likely"],
    ["fileserver:", "fileserver", "possible"],
    ["=== settings ===", "settings", "possible"],
  ])("%s", (line, name, trust) => expect(readHostHeading(line)).toMatchObject({ name, trust }));

  it.each(["=== SRV01 and more ===", "TCP Global Parameters", "---------", "Output from SRV01", "a/b", ""])(
    "is not %s",
    (line) => expect(readHostHeading(line)).toBeUndefined(),
  );
});

describe("a label with a host", () => {
  it.each([
    ["COMPUTERNAME=SRV01", "SRV01", "COMPUTERNAME"],
    ["Server: SRV01", "SRV01", "a label"],
    ["InstanceId: i-0a1b2c3d4e5f60001", "i-0a1b2c3d4e5f60001", "a label"],
    ["VM name : SRV01", "SRV01", "a label"],
    ["Host: srv01.example.com", "srv01.example.com", "a label"],
    ["Computer : \\\\SRV01", "SRV01", "a label"],
    ["Node: fileserver", "fileserver", "a label"],
    ['  "ComputerName": "SRV01",', "SRV01", "a label"],
    ["CSName         : SRV01", "SRV01", "a label"],
    ["Rechnername: SRV01", "SRV01", "a label"],
    ["Nom de l’ordinateur : SRV01", "SRV01", "a label"],
    ["Имя компьютера: SRV01", "SRV01", "a label"],
    ["主机名：SRV01", "SRV01", "a label"],
    ["Computer name                        \\\\SRV01", "SRV01", "net config"],
    ["Computername                         \\\\SRV01", "SRV01", "net config"],
    ["Server: SRV01 (192.0.2.21)", "SRV01", "a label"],
  ])("%s", (line, name, by) => expect(readLabel(line)?.host).toMatchObject({ name, by }));

  it.each([
    "Server: UnKnown",
    "Server: Microsoft-IIS/7.5",
    "Host: localhost",
    "Logon Server:              \\\\DC01",
    "Computer: two words",
    "Node,Caption",
    "DNS Servers . . . : 192.0.2.1",
    "OK           Z:        \\\\srv02\\share           Microsoft Windows Network",
  ])("is not %s", (line) => expect(readLabel(line)?.host).toBeUndefined());
});

describe("a label with a time", () => {
  it.each([
    ["Local Time: 2024-03-05 08:15:10", undefined],
    ["Collection started: Tue 03/05/2024 08:15:10", undefined],
    ["Aktuelle Zeit: 05.03.2024 08:15:10", undefined],
    ["日時: 2024/03/05 8:15:10", undefined],
    ["Netstat output above was taken at: 2024-03-05 08:15:10", "above"],
  ])("%s", (line, reach) => {
    expect(readLabel(line)?.time).toBeDefined();
    expect(readLabel(line)?.timeReach).toBe(reach);
  });

  it.each([
    "System Boot Time:          1/13/2024, 7:28:52 PM",
    "Original Install Date:     3/12/2012, 3:40:57 PM",
    "Driver Date: 2012-03-12",
    "Date: Tue, 05 Mar 2024 08:15:10 +0100",
    "Time Zone: (UTC+01:00) Amsterdam",
    "   Lease Obtained. . . . . . . . . . : Tuesday, March 5, 2024 8:15:10 AM",
  ])("is not %s", (line) => expect(readLabel(line)?.time).toBeUndefined());
});
