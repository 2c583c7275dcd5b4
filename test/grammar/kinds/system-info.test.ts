import { describe, expect, it } from "vitest";
import { systemInfo } from "../../../grammar/kinds/system-info/index.ts";
import { classesIn, remarksIn, segmentOf } from "../../support/readings.ts";

const read = (text: string, command: string | null = null) => systemInfo.read(segmentOf(text), { command });

/** The records as words: `version=6.1.7601 (2)`. */
const factsIn = (text: string, command: string | null = null) =>
  read(text, command).records.map(({ line, name, value }) => `${name}=${value} (${line})`);

const english = `Host Name:                 APP-17
OS Name:                   Microsoft Windows Server 2008 R2 Enterprise
OS Version:                6.1.7601 Service Pack 1 Build 7601
OS Manufacturer:           Microsoft Corporation
Registered Owner:          Windows User
System Model:              Model 7
Processor(s):              1 Processor(s) Installed.
                           [01]: Intel64 Family 6 Model 79 Stepping 1 GenuineIntel ~2300 Mhz
BIOS Version:              Maker 1.2.3456, 8/24/2006
Hotfix(s):                 2 Hotfix(s) Installed.
                           [01]: KB2525390
                           [02]: KB976902
Network Card(s):           1 NIC(s) Installed.
                           [01]: Adapter
                                 Connection Name: Ethernet
`;

describe("systeminfo", () => {
  it("in English", () => {
    const reading = read(english);
    expect(factsIn(english)).toEqual([
      "hostName=APP-17 (1)",
      "osName=Microsoft Windows Server 2008 R2 Enterprise (2)",
      "version=6.1.7601 (3)",
      "servicePack=1 (3)",
      "systemModel=Model 7 (6)",
      "processors=1 Processor(s) Installed. (7)",
      "hotfix=KB2525390 (11)",
      "hotfix=KB976902 (12)",
    ]);
    expect(classesIn(reading)).toBe("rrr--rr--hrr---");
    expect(reading).toMatchObject({ diagnostics: [], locale: "en-US", recognised: true });
    expect(reading.traits).toEqual({ listsHotfixes: true });
    expect(reading.host).toEqual({ name: "APP-17", by: "systeminfo", line: 1 });
  });

  it("in a language of which no word is known", () => {
    const text = `Nomo de gastiganto:   app-18.example.com
Nomo de OS:           Microsoft Windows Server 2016 Standard
Eldono:               10.0.14393 ne havebla Konstruo 14393
Fabrikanto:           Maker Inc.
Modelo:               Model 7
Tipo:                 x64-bazita
Procesoroj:           1 procesoro instalita.
                      [01]: Intel64 Family 6 Model 79 Stepping 1 GenuineIntel ~2300 Mhz
Korektoj:             3 korektoj instalitaj.
                      [01]: KB4049065
                      [02]: KB4465659
                      [03]: KB5001402
`;
    expect(factsIn(text)).toEqual([
      "hostName=app-18.example.com (1)",
      "osName=Microsoft Windows Server 2016 Standard (2)",
      "version=10.0.14393 (3)",
      "systemModel=Model 7 (5)",
      "processors=1 procesoro instalita. (7)",
      "hotfix=KB4049065 (10)",
      "hotfix=KB4465659 (11)",
      "hotfix=KB5001402 (12)",
    ]);
    expect(classesIn(read(text))).toBe("rrr-r-r-hrrr");
    expect(read(text)).toMatchObject({
      locale: null,
      traits: { listsHotfixes: true },
      host: { name: "app-18.example.com" },
    });
    expect(remarksIn(read(text))).toEqual(["unknown-language 3:1"]);
    const above = text.split("\n").slice(0, 2);
    expect(systemInfo.above?.(["C:\\>systeminfo", "", ...above])).toBe(2);
  });

  it("names no host where the line above the name of Windows is not one", () => {
    const text = "Noto: du vortoj\nNomo: Microsoft Windows 7\nEldono: 6.1.7601 SP Konstruo 7601\n";
    expect(factsIn(text)).toEqual(["osName=Microsoft Windows 7 (2)", "version=6.1.7601 (3)"]);
    expect(systemInfo.above?.(text.split("\n").slice(0, 2))).toBe(1);
  });

  it.each([
    ["es-ES", "Nombre de host", "Nombre del sistema operativo", "Versión del sistema operativo", "N/D Compilación"],
    ["fr-FR", "Nom de l'hôte", "Nom du système d'exploitation", "Version du système", "N/A version"],
    ["ja-JP", "ホスト名", "OS 名", "OS バージョン", "N/A ビルド"],
    ["ko-KR", "호스트 이름", "OS 이름", "OS 버전", "N/A 빌드"],
    ["pt-BR", "Nome do host", "Nome do sistema operacional", "Versão do sistema operacional", "N/A compilação"],
    ["ru-RU", "Имя узла", "Название ОС", "Версия ОС", "Н/Д построение"],
    ["zh-CN", "主机名", "OS 名称", "OS 版本", "暂缺 Build"],
  ])("in %s", (locale, host, name, version, words) => {
    const text = `${host}:   APP-17\n${name}:   Microsoft Windows 10 Pro\n${version}:   10.0.19045 ${words} 19045\n`;
    expect(factsIn(text)).toEqual([
      "hostName=APP-17 (1)",
      "osName=Microsoft Windows 10 Pro (2)",
      "version=10.0.19045 (3)",
    ]);
    expect(read(text)).toMatchObject({ locale, diagnostics: [], host: { name: "APP-17" } });
    expect(systemInfo.landmark(`${host}:   APP-17`, { command: null })).toBe("name");
  });

  it("whose list of hotfixes was cut does not say that the others are missing", () => {
    const text = english.replace("2 Hotfix", "5 Hotfix");
    expect(read(text).traits.listsHotfixes).toBe(false);
    expect(remarksIn(read(text))).toEqual(["list-incomplete 10:1"]);
  });

  it.each([
    ["OS Version:                6.1.76O1", "unknown-value 1:28"],
    ["OS Version:", "unknown-value 1:12"],
  ])("%j is damaged", (line, remark) => {
    expect(remarksIn(read(`${line}\nOS Name: Microsoft Windows 7`))).toEqual([remark]);
    expect(factsIn(`${line}\nOS Name: Microsoft Windows 7`)).toEqual(["osName=Microsoft Windows 7 (2)"]);
  });
});

describe("one line says", () => {
  it.each([
    ["Microsoft Windows [Version 6.1.7601]", "version=6.1.7601"],
    ["Microsoft Windows [version 10.0.19045.3208]", "version=10.0.19045"],
    ["Microsoft Windows [版本 10.0.19045.3208]", "version=10.0.19045"],
    ["Microsoft Windows XP [Version 5.1.2600]", "version=5.1.2600"],
    ["OS Version:                10.0.19045 N/A Build 19045", "version=10.0.19045"],
    ["Version du système:                         10.0.22631 N/A version 22631", "version=10.0.22631"],
    ["OS Version: 1607(OS Build 10.0.14393.4583)", "version=10.0.14393"],
    ["Version 1607 (OS Build 14393.4583)", "version=10.0.14393"],
    ["Version 6.1 (Build 7601: Service Pack 1)", "version=6.1.7601 servicePack=1"],
    ["Version 5.2 (Build 3790.srv03_sp2_gdr.100216-1301 : Service Pack 2)", "version=5.2.3790 servicePack=2"],
    ["Build                               : 6.1.7601", "version=6.1.7601"],
    ["Version\t6.1.7601 Service Pack 1 Build 7601", "version=6.1.7601 servicePack=1"],
    [
      "OS Name : Microsoft Windows Server 2008 R2 Enterprise Service Pack 1 64-bit",
      "osName=Microsoft Windows Server 2008 R2 Enterprise Service Pack 1 64-bit servicePack=1",
    ],
    ["                           [01]: KB2525390", "hotfix=KB2525390"],
    ["[05]: KB911164 - Update", "hotfix=KB911164"],
    ["[06]: kb941569_WM9 - Update", "hotfix=KB941569"],
    ["HotFixID=KB2525390", "hotfix=KB2525390"],
    ["HotFixID    : KB2525390", "hotfix=KB2525390"],
    ["WINLPE-01    Security Update KB4562830  NT AUTHORITY\\SYSTEM  9/9/2020  12:00:00 AM", "hotfix=KB4562830"],
    ["http://support.microsoft.com/?kbid=2525390  Update           KB2525390  LAB\\admin", "hotfix=KB2525390"],
  ])("%j: %s", (line, facts) => {
    const { records, diagnostics } = read(line);
    expect(records.map(({ name, value }) => `${name}=${value}`).join(" ")).toBe(facts);
    expect(diagnostics.filter(({ code }) => code !== "unknown-language")).toEqual([]);
    expect(systemInfo.landmark(line, { command: null })).toMatch(/^(?:record|message)$/);
  });

  it.each([
    "Host Name:                 APP-17",
    "Driver version: 1.2.3456",
    "BIOS Version:              Maker 1.2.3456, 8/24/2006",
    "I run Microsoft Windows [Version 6.1.7601] here",
    "OS Name: Ubuntu",
    "Please install KB2525390 first",
    "[01]: Intel64 Family 6",
    "192.0.2.10:445",
    "x".repeat(100_000),
    "[01".repeat(30_000),
    "",
  ])("nothing: %j", (line) => {
    expect(read(line)).toMatchObject({ records: [], recognised: false });
    expect(systemInfo.landmark(line, { command: null })).toBe(line.startsWith("Host") ? "name" : undefined);
  });
});

describe("a console's banner", () => {
  it("takes the copyright line with it", () => {
    const text =
      "Microsoft Windows [Version 6.0.6002]\nCopyright (c) 2006 Microsoft Corporation.  All rights reserved.\n";
    expect(classesIn(read(text))).toBe("rm");
    expect(systemInfo.continues("(c) 2016 Microsoft Corporation. Alle Rechte vorbehalten.", { command: null })).toBe(
      true,
    );
  });
});

describe("a table of hotfixes", () => {
  const table = `Source        Description      HotFixID      InstalledBy          InstalledOn
------        -----------      --------      -----------          -----------
APP-17        Update           KB2525390                          3/12/2012 12:00:00 AM
APP-17        Hotfix           KB2477730
APP-17        Update           File 1
`;

  it("is read by its heading", () => {
    expect(factsIn(table)).toEqual(["hotfix=KB2525390 (3)", "hotfix=KB2477730 (4)"]);
    expect(classesIn(read(table))).toBe("hhrr-");
    expect(read(table).traits.listsHotfixes).toBe(true);
  });

  it("of one column needs its heading or its command", () => {
    expect(factsIn("HotFixID\nKB2525390\n")).toEqual(["hotfix=KB2525390 (2)"]);
    expect(factsIn("KB2525390\n", "wmic qfe get HotFixID")).toEqual(["hotfix=KB2525390 (1)"]);
    expect(factsIn("KB2525390\n")).toEqual([]);
  });

  it.each([
    ["Get-HotFix", true],
    ["wmic qfe list", true],
    ["Get-HotFix | Sort-Object InstalledOn", true],
    ["Get-HotFix -Id KB2525390", false],
    ["wmic qfe where hotfixid='KB2525390'", false],
    ["Get-HotFix | select -First 5", false],
    ["wmic qfe list | findstr 2525390", false],
  ])("of %j is of all hotfixes: %s", (command, isWhole) => {
    expect(read(table, command)).toMatchObject({ traits: { listsHotfixes: isWhole }, diagnostics: [] });
  });
});

it.each([
  ["systeminfo", true],
  ["systeminfo.exe /fo list", true],
  ["C:\\Windows\\System32\\systeminfo.exe | findstr /B OS", true],
  ["cmd /c ver", true],
  ["ver", true],
  ["wmic qfe list brief", true],
  ["Get-HotFix -ComputerName APP-17", true],
  ["Get-WmiObject -Class Win32_QuickFixEngineering", true],
  ["verify", false],
  ["Get-HotFixes", false],
  ["wmic os get version", true],
  ["wmic /node:APP-17 computersystem get model /format:csv", true],
  ["Get-ComputerInfo -Property Os*", true],
  ["Get-WmiObject Win32_OperatingSystem | fl *", true],
  ["[Environment]::OSVersion.Version", true],
  ["dism /online /get-packages /format:table", true],
  ['reg query "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion"', true],
  ["Get-ItemProperty 'HKLM:\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion'", true],
  ["wmic nic get Name", false],
  ["dism /online /get-features", false],
  ["reg query HKLM\\SOFTWARE", false],
  ["netstat -nt", false],
  ["x".repeat(20_000), false],
])("%j is answered: %s", (command, answered) => expect(systemInfo.answers(command)).toBe(answered));
