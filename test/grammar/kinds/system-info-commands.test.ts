import { describe, expect, it } from "vitest";
import { readText } from "../../../grammar/contract/lines.ts";
import { askedBy, picksHotfixes } from "../../../grammar/kinds/system-info/commands.ts";
import { hotfixOf, servicePackIn, versionOfBuild, windowsVersion } from "../../../grammar/kinds/system-info/facts.ts";
import { systemInfo } from "../../../grammar/kinds/system-info/index.ts";
import { segmentOf } from "../../support/readings.ts";

it.each([
  ["systeminfo", "system"],
  ["systeminfo /fo csv", "system"],
  ["ver", "system"],
  ["winver", "system"],
  ["msinfo32 /report a.txt", "system"],
  ["cmd /c ver", "system"],
  ['reg query "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion"', "system"],
  ["reg query HKLM\\SOFTWARE", "nothing"],
  ["wmic os get Caption", "objects"],
  ["wmic OS list brief", "objects"],
  ["wmic computersystem get Model", "objects"],
  ["wmic nic get Name", "nothing"],
  ["wmic osx get Name", "nothing"],
  ["Get-ComputerInfo", "objects"],
  ["gin", "objects"],
  ["Get-WmiObject Win32_OperatingSystem", "objects"],
  ["gwmi win32_computersystem", "objects"],
  ["gwmi Win32_ComputerSystemProduct", "nothing"],
  ["[Environment]::OSVersion", "objects"],
  ["[System.Environment]::OSVersion.Version", "objects"],
  ["Get-ItemProperty 'HKLM:\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion'", "objects"],
  ["wmic qfe list", "hotfixes"],
  ["wmic QFE get HotFixID", "hotfixes"],
  ["Get-HotFix", "hotfixes"],
  ["get-hotfix | sort InstalledOn", "hotfixes"],
  ["Get-WindowsPackage -Online", "hotfixes"],
  ["gwmi Win32_QuickFixEngineering", "hotfixes"],
  ["dism /online /get-packages", "hotfixes"],
  ["dism -online -Get-Packages", "hotfixes"],
  ["dism /online /get-features", "nothing"],
  ["hostname", "nothing"],
  ["", "nothing"],
  [`ver${" ".repeat(8188)}`, "system"],
  [`ver${" ".repeat(8189)}`, "nothing"],
])("%j asks for: %s", (command, asked) => {
  expect(askedBy(command)).toBe(asked);
  expect(systemInfo.answers(command)).toBe(asked !== "nothing");
});

it.each([
  [null, false],
  ["Get-HotFix", false],
  ["Get-HotFix KB2525390", true],
  ["Get-HotFix -Id x", true],
  ["wmic qfe where HotFixID=1", true],
  ["systeminfo | find KB", true],
  ["Get-HotFix | sort InstalledOn", false],
  ["Get-HotFix | Format-Table", false],
  ["Get-HotFix | ft -auto", false],
  ["Get-HotFix | fl *", false],
  ["Get-HotFix | Out-File a.txt", false],
  ["systeminfo | more", false],
  ["Get-HotFix | Tee-Object a.txt", false],
  ["Get-HotFix | Select-Object *", false],
  ["Get-HotFix | Select-Object -First 3", true],
  ["Get-HotFix | ConvertTo-Json", false],
  ["Get-HotFix | Export-Csv a.csv", false],
  ["Get-HotFix | ? Description -eq Update", true],
  [`Get-HotFix${" ".repeat(8182)}`, true],
])("%j picks some of the hotfixes: %s", (command, expected) => {
  expect(picksHotfixes(command)).toBe(expected);
});

it.each([
  ["5.0.2195", "5.0", "2195"],
  ["5.00.2195", "5.00", "2195"],
  ["5.2.3790", "5.2", "3790"],
  ["6.3.9600.17031", "6.3", "9600"],
  ["10.0.19045", "10.0", "19045"],
  ["5.3.2195", undefined, undefined],
  ["6.4.9841", undefined, undefined],
  ["10.0.9841", undefined, undefined],
  ["6.1.76012", "6.1", "76012"],
  ["6.1.760123", undefined, undefined],
  ["6.1.760", undefined, undefined],
  ["6.1.7601.", undefined, undefined],
  ["6.1.7601x", undefined, undefined],
  ["6.1.7601.1234567", undefined, undefined],
  ["11.0.22631", undefined, undefined],
])("%s is release %s, build %s", (text, release, build) => {
  expect(readText(windowsVersion, text)).toEqual(release === undefined ? undefined : { release, build });
});

it.each([
  ["Service Pack 1", "1"],
  ["6.1.7601 service pack 02 Build", "2"],
  ["Service Pack x, Service Pack 3", "3"],
  ["Service Pack 123", undefined],
  ["Service Pack", undefined],
  ["", undefined],
])("%j mentions service pack %s", (text, value) => {
  expect(servicePackIn(text)).toEqual(value === undefined ? [] : [{ name: "servicePack", value }]);
});

it("a hotfix is compared in capitals, and a build that was not released is of no version", () => {
  expect(hotfixOf("kb2525390")).toEqual({ name: "hotfix", value: "KB2525390" });
  expect(["7600", "7601", "7609", "76010", "09041", "19041"].map((build) => versionOfBuild(build)?.release)).toEqual([
    ...["6.1", "6.1", "6.1", "10.0", undefined, "10.0"],
  ]);
});

describe("packages", () => {
  const block = (kb: string, state: string) =>
    `Package Identity : Package_for_${kb}~31bf3856ad364e35~amd64~~6.1.1.0\nState : ${state}\nRelease Type : Update\n\n`;
  const factsIn = (text: string, command: string | null = null) => {
    const { records, traits } = systemInfo.read(segmentOf(text), { command });
    return [...records.map(({ line, value }) => `${line} ${value}`), traits.listsHotfixes ? "all" : "some"];
  };

  it.each([
    ["Installed", ["1 KB2525390", "5 KB2532445", "all"]],
    ["Installiert", ["1 KB2525390", "5 KB2532445", "all"]],
    ["Install Pending", ["1 KB2525390", "5 KB2532445", "all"]],
    ...["Not Present", "Staged", "Removed", "Resolved", "Uninstall Pending", "Uninstalled", "Partially Installed"].map(
      (state) => [state, ["5 KB2532445", "all"]] as const,
    ),
  ] as const)("in the state %s", (state, facts) => {
    expect(factsIn(block("KB2525390", state) + block("KB2532445", "Installed"))).toEqual(facts);
  });

  it("stand in a table as well, and one alone may have been picked out", () => {
    const row = (kb: string, state: string) =>
      `Package_for_${kb}~31bf3856ad364e35~amd64~~6.1.1.0 | ${state} | Update | 21.11.2010 03:41\n`;
    expect(factsIn(row("KB2525390", "Installed") + row("KB2532445", "Staged"))).toEqual(["1 KB2525390", "all"]);
    expect(factsIn(row("KB2525390", "Installed"))).toEqual(["1 KB2525390", "some"]);
    expect(factsIn(row("KB2525390", "Installed"), "dism /online /get-packages")).toEqual(["1 KB2525390", "some"]);
    const other = "Microsoft-Windows-Foundation-Package~31bf3856ad364e35~amd64~~6.1.7601.17514 | Installed | x | y\n";
    expect(factsIn(other + row("KB2525390", "Installed"))).toEqual(["2 KB2525390", "all"]);
  });
});

describe("tables of hotfixes", () => {
  const heading = "Source        Description      HotFixID      InstalledBy          InstalledOn\n";
  const rule = "------        -----------      --------      -----------          -----------\n";
  const read = (text: string, command: string | null = null) => systemInfo.read(segmentOf(text), { command });
  const hotfixes = (text: string, command: string | null = null) =>
    read(text, command).records.map(({ value }) => value);

  it.each([
    "SRV01         Update           KB2525390     LAB\\admin            3/12/2012",
    "SRV01         Security Update  KB2525390     NT AUTHORITY\\SYSTEM  12.03.2012",
    "http://support.microsoft.com/?kbid=2525390  SRV01  Update  KB2525390  LAB\\admin",
    "SRV01  Update  KB2525390  LAB\\admin  20120312",
    "SRV01  Update  KB2525390  LAB\\admin  01cd00e5c1a2b3c4",
    "SRV01  Update  KB2525390  LAB\\admin  2012-03-12",
  ])("have rows like %s, also by themselves", (row) => {
    expect(hotfixes(`${row}\n`)).toEqual(["KB2525390"]);
    expect(hotfixes(`${heading}${rule}${row}\n`)).toEqual(["KB2525390"]);
    expect(read(`${heading}${rule}${row}\n`).traits.listsHotfixes).toBe(true);
    expect(systemInfo.landmark(row, { command: null })).toBe("record");
  });

  it.each([
    "Update  KB2525390  LAB\\admin",
    "Label:  Update  KB2525390  3/12/2012",
    "we installed KB2525390 on 3/12/2012",
    "Update  KB252  LAB\\admin  3/12/2012",
  ])("have no row like %s by itself", (row) => {
    expect(hotfixes(`${row}\n`).filter(() => !row.startsWith("Label"))).toEqual([]);
    expect(systemInfo.landmark(row, { command: null })).toBe(row.startsWith("Label") ? "record" : undefined);
  });

  it("are known by their heading, and behind the command by any row", () => {
    expect(systemInfo.landmark(heading.trim(), { command: null })).toBe("heading");
    expect(systemInfo.landmark("HotFixID", { command: null })).toBe("heading");
    expect(systemInfo.landmark("the HotFixID: x", { command: null })).toBeUndefined();
    expect(systemInfo.landmark("Update  KB2525390", { command: "wmic qfe list" })).toBe("record");
    expect(hotfixes("Update  KB2525390\nUpdate  KB2532445\n", "wmic qfe list")).toEqual(["KB2525390", "KB2532445"]);
    expect(hotfixes("HotFixID\nKB2525390\nKB2532445\n")).toEqual(["KB2525390", "KB2532445"]);
  });
});
