import { describe, expect, it } from "vitest";
import { systemInfo } from "../../../grammar/kinds/system-info/index.ts";
import { segmentOf } from "../../support/readings.ts";

const read = (text: string, command: string | null = null) => systemInfo.read(segmentOf(text), { command });

/** The facts as words, each name once: `hostName=APP-17 version=6.1.7601`. */
const factsIn = (text: string, command: string | null = null) =>
  read(text, command)
    .records.map(({ name, value }) => `${name}=${value}`)
    .join(" · ");

const lines = (...all: readonly string[]) => `${all.join("\n")}\n`;

/** Names of items and their values, as msinfo32 saves them. */
const summary: readonly (readonly [string, string])[] = [
  ["OS Name", "Microsoft Windows Server 2008 R2 Enterprise "],
  ["Version", "6.1.7601 Service Pack 1 Build 7601"],
  ["Other OS Description ", "Not Available"],
  ["OS Manufacturer", "Microsoft Corporation"],
  ["System Name", "APP-17"],
  ["System Manufacturer", "Maker Inc."],
  ["System Model", "Virtual Machine"],
  ["System Type", "x64-based PC"],
];
const summaryFacts =
  "osName=Microsoft Windows Server 2008 R2 Enterprise · version=6.1.7601 · servicePack=1 · hostName=APP-17 · systemManufacturer=Maker Inc. · systemModel=Virtual Machine";
const data = (separator: string, renamed = (label: string) => label) =>
  summary.map(([item, value]) =>
    ["<Data>", `<Item><![CDATA[${renamed(item)}]]></Item>`, `<Value><![CDATA[${value}]]></Value>`, "</Data>"].join(
      separator,
    ),
  );
const key = "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion";

describe("what tells the version of Windows", () => {
  it.each([
    [
      "Get-ComputerInfo",
      lines(
        "WindowsEditionId                                        : ServerStandard",
        "WindowsProductName                                      : Windows Server 2019 Standard",
        "WindowsVersion                                          : 1809",
        "CsDNSHostName                                           : APP-17",
        "CsManufacturer                                          : Maker Inc.",
        "CsModel                                                 : Virtual Machine",
        "CsName                                                  : APP-17",
        "OsName                                                  : Microsoft Windows Server 2019 Standard",
        "OsVersion                                               : 10.0.17763",
        "OsBuildNumber                                           : 17763",
        "OsHotFixes                                              : {KB4486153, KB4470502, KB4489899, KB4512578...}",
        "OsProductType                                           : Server",
      ),
      "edition=ServerStandard · hostName=APP-17 · systemManufacturer=Maker Inc. · systemModel=Virtual Machine · osName=Microsoft Windows Server 2019 Standard · version=10.0.17763 · hotfix=KB4486153 · hotfix=KB4470502 · hotfix=KB4489899 · hotfix=KB4512578 · productType=server",
    ],
    [
      "Get-ComputerInfo as JSON",
      lines(
        "{",
        '    "CsName":  "APP-17",',
        '    "OsName":  "Microsoft Windows 10 Pro",',
        '    "OsVersion":  "10.0.19045"',
        "}",
      ),
      "hostName=APP-17 · osName=Microsoft Windows 10 Pro · version=10.0.19045",
    ],
    [
      "Win32_OperatingSystem",
      lines(
        "SystemDirectory : C:\\Windows\\system32",
        "Organization    : ",
        "BuildNumber     : 7601",
        "RegisteredUser  : Windows User",
        "SerialNumber    : 00486-001-0001076-84319",
        "Version         : 6.1.7601",
      ),
      "version=6.1.7601",
    ],
    [
      "all of Win32_OperatingSystem",
      lines(
        "PSComputerName        : DB-21",
        "BuildNumber           : 3790",
        "Caption               : Microsoft(R) Windows(R) Server 2003 Enterprise x64 Edition",
        "CSDVersion            : Service Pack 2",
        "CSName                : DB-21",
        "Manufacturer          : Microsoft Corporation",
        "ProductType           : 3",
      ),
      "version=5.2.3790 · osName=Microsoft(R) Windows(R) Server 2003 Enterprise x64 Edition · servicePack=2 · hostName=DB-21 · productType=server",
    ],
    [
      "OSVersion",
      lines(
        "Platform ServicePack    Version        VersionString",
        "-------- -----------    -------        -------------",
        " Win32NT Service Pack 1 6.1.7601.65536 Microsoft Windows NT 6.1.7601 Service Pack 1",
      ),
      "version=6.1.7601 · servicePack=1",
    ],
    [
      "OSVersion.Version",
      lines("Major  Minor  Build  Revision", "-----  -----  -----  --------", "6      3      9600   0"),
      "version=6.3.9600",
    ],
    ["OSVersion.VersionString", "Microsoft Windows NT 6.2.9200.0\n", "version=6.2.9200"],
    [
      "wmic os as a table",
      lines(
        "Caption                                    CSName  Version   ",
        "Microsoft Windows Server 2008 R2 Standard  APP-22  6.1.7601  ",
      ),
      "hostName=APP-22 · osName=Microsoft Windows Server 2008 R2 Standard · version=6.1.7601",
    ],
    [
      "wmic os list brief",
      lines(
        "BuildNumber  Organization  RegisteredUser  Version     ",
        "17763                      Windows User    10.0.17763  ",
      ),
      "version=10.0.17763",
    ],
    [
      "wmic os as properties",
      lines("BuildNumber=9600", "Caption=Microsoft Windows Server 2012 R2 Standard", "CSDVersion=", "CSName=APP-24"),
      "version=6.3.9600 · osName=Microsoft Windows Server 2012 R2 Standard · hostName=APP-24",
    ],
    [
      "wmic os as CSV",
      lines(
        "Node,Caption,CSDVersion,Version",
        "APP-23,Microsoft(R) Windows(R) Server 2003, Enterprise Edition,Service Pack 2,5.2.3790",
      ),
      "hostName=APP-23 · osName=Microsoft(R) Windows(R) Server 2003, Enterprise Edition · version=5.2.3790 · servicePack=2",
    ],
    [
      "reg query",
      lines(
        key,
        "    CurrentVersion    REG_SZ    6.3",
        "    EditionID    REG_SZ    ServerStandard",
        "    InstallationType    REG_SZ    Server",
        "    ProductName    REG_SZ    Windows Server 2019 Standard",
        "    CurrentBuildNumber    REG_SZ    17763",
        "",
        `${key}\\Fonts`,
      ),
      "edition=ServerStandard · productType=server · osName=Windows Server 2019 Standard · version=10.0.17763",
    ],
    [
      "a .reg file",
      lines(
        `[${key}]`,
        '"CurrentBuild"="7601"',
        '"CSDVersion"="Service Pack 1"',
        '"ProductName"="Windows 7 Professional"',
        '"Raw"=hex:a4,00,\\',
        "  30,30",
      ),
      "version=6.1.7601 · servicePack=1 · osName=Windows 7 Professional",
    ],
    ["msinfo32 as text", lines("Item\tValue", ...summary.map(([item, value]) => `${item}\t${value}\t`)), summaryFacts],
    [
      "msinfo32 as text in any language",
      lines(...summary.map(([, value], at) => `ero ${"x".repeat(at + 1)}\t${value}\t`)),
      summaryFacts,
    ],
    [
      "msinfo32 of Server 2003, without the other description",
      lines(...summary.filter((_, at) => at !== 2).map(([item, value]) => `${item}\t${value}`)),
      summaryFacts,
    ],
    [
      "the document of msinfo32",
      lines('<?xml version="1.0"?>', "<MsInfo>", '<Category name="System Summary">', ...data("\n"), "</Category>"),
      summaryFacts,
    ],
    [
      "the document of msinfo32 in any language, on fewer lines",
      lines(...data("", (label) => `ero ${label.length}`)),
      summaryFacts,
    ],
    [
      "the header of a transcript",
      lines("Username: LAB\\admin", "Machine: APP-17 (Microsoft Windows NT 6.1.7601 Service Pack 1)"),
      "hostName=APP-17 · version=6.1.7601 · servicePack=1",
    ],
    ["the header of a transcript of PowerShell 7", "OS: Microsoft Windows 10.0.19045\n", "version=10.0.19045"],
    [
      "OSVersion with a row wider than its titles",
      lines(
        "Platform ServicePack    Version      VersionString",
        "-------- -----------    -------      -------------",
        " Win32NT Service Pack 1 6.1.7601.65536 Microsoft Windows NT 6.1.7601 Service Pack 1",
      ),
      "version=6.1.7601 · servicePack=1",
    ],
    [
      "SQL Server",
      "\tStandard Edition (64-bit) on Windows NT 6.1 <X64> (Build 7601: Service Pack 1) (Hypervisor)\n",
      "version=6.1.7601 · servicePack=1",
    ],
    [
      "SQL Server on a Windows with a name",
      "\tWeb Edition (64-bit) on Windows Server 2016 Standard 10.0 <X64> (Build 14393: )\n",
      "osName=Microsoft Windows Server 2016 Standard · version=10.0.14393",
    ],
    [
      "SQL Server on Server 2003",
      "\tEnterprise Edition on Windows NT 5.2 (Build 3790: Service Pack 2)\n",
      "version=5.2.3790 · servicePack=2",
    ],
    [
      "dism",
      lines(
        "Deployment Image Servicing and Management tool",
        "Version: 6.1.7600.16385",
        "",
        "Image Version: 6.1.7601.18489",
      ),
      "version=6.1.7601",
    ],
  ])("%s", (_, text, facts) => {
    expect(factsIn(text)).toBe(facts);
    expect(read(text)).toMatchObject({ recognised: true, diagnostics: [] });
    expect(text.split("\n").some((line) => systemInfo.landmark(line, { command: null }) !== undefined)).toBe(true);
  });

  it("systeminfo /fo csv in any language", () => {
    const cells = ["APP-29", "Microsoft Windows Server 2008 R2 Standard ", "6.1.7601 Service Pack 1 Build 7601"];
    const more = [
      "",
      "Model 7",
      "x64-based PC",
      "1 x,[01]: Intel64 Family 6 Model 44 Stepping 2",
      "2 y.,[01]: KB2525390,[02]: KB976902",
    ];
    const row = [...cells, ...more].map((cell) => `"${cell}"`).join(",");
    const facts =
      "hostName=APP-29 · osName=Microsoft Windows Server 2008 R2 Standard · version=6.1.7601 · servicePack=1 · systemModel=Model 7 · processors=1 x · hotfix=KB2525390 · hotfix=KB976902";
    expect(factsIn(`"Nomo","OS","Eldono"\n${row}\n`)).toBe(facts);
    expect(factsIn(`${row}\n`)).toBe(facts);
    expect(read(`${row}\n`)).toMatchObject({ traits: { listsHotfixes: true }, host: { name: "APP-29" } });
    expect(read(`${row.replace("2 y", "3 y")}\n`).traits.listsHotfixes).toBe(false);
    expect(systemInfo.landmark(row, { command: null })).toBe("record");
  });
});

describe("versions of other products are none of Windows", () => {
  it.each([
    "Version 15.0 (Build 1497.2)",
    "Version 15.1 (Build 2507.6)",
    "Version 6.5 (Build 7638.2: Service Pack 2)",
    "Version 6.0 (Build 6249.4: Service Pack 3)",
    "OS Version: 15.1.2507 Build 2507",
    "Version : 15.1.2507.6",
    "ProductVersion : 10.0.1600.22",
    "Build : 10.0.1600",
    "Microsoft SQL Server 2008 R2 (SP2) - 10.50.4000.0 (X64)",
    "AdminDisplayVersion : Version 15.1 (Build 2507.6)",
    "Caption=Microsoft Office 2010",
  ])("%j", (line) => {
    expect(read(line).records.filter(({ name }) => name !== "hostName")).toEqual([]);
    expect(systemInfo.landmark(line, { command: null })).toBeUndefined();
  });
});

describe("a list of hotfixes", () => {
  const dates = [
    "3/12/2012",
    "12.03.2012 00:00:00",
    "2012-03-12",
    "12/03/2012",
    "2012年3月12日",
    "01cd0047f2dc6b4c",
    "20120312",
    "",
  ];
  it.each(dates)("with the date %j, in every form", (date) => {
    const forms = [
      lines(
        "Source        HotFixID      InstalledOn",
        "------        --------      -----------",
        ...["KB2525390", "KB976902"].map((fix) => `APP-17        ${fix.padEnd(14)}${date}`),
      ),
      lines(...["KB2525390", "KB976902"].flatMap((fix) => [`HotFixID      : ${fix}`, `InstalledOn   : ${date}`, ""])),
      lines("HotFixID   InstalledOn  ", ...["KB2525390", "KB976902"].map((fix) => `${fix.padEnd(11)}${date}  `)),
      lines(...["KB2525390", "KB976902"].flatMap((fix) => [`HotFixID=${fix}`, `InstalledOn=${date}`, "", ""])),
      lines("", "Node,HotFixID,InstalledOn", ...["KB2525390", "KB976902"].map((fix) => `APP-17,${fix},${date}`)),
      lines('"HotFixID","InstalledOn"', ...["KB2525390", "KB976902"].map((fix) => `"${fix}","${date}"`)),
    ];
    for (const text of forms) {
      const { records, traits, diagnostics } = read(text);
      expect(records.flatMap(({ name, value }) => (name === "hotfix" ? [value] : []))).toEqual([
        "KB2525390",
        "KB976902",
      ]);
      expect([traits.listsHotfixes, diagnostics]).toEqual([true, []]);
    }
  });

  it.each([
    ["one hotfix alone", lines("HotFixID      : KB2525390"), null, false],
    ["one hotfix behind the command for all", lines("HotFixID      : KB2525390"), "Get-HotFix | Format-List", true],
    [
      "one of wmic's behind the command for all",
      lines("Node,HotFixID", "APP-17,KB2525390"),
      "wmic qfe get HotFixID /format:csv",
      true,
    ],
    [
      "some behind a filter",
      lines("HotFixID=KB2525390", "", "HotFixID=KB976902"),
      "wmic qfe where hotfixid='x' get /value",
      false,
    ],
    [
      "some behind a pipe",
      lines("Node,HotFixID", "APP-17,KB2525390"),
      "wmic qfe list /format:csv | findstr 2525390",
      false,
    ],
    [
      "hotfixes of Get-ComputerInfo that were cut",
      lines("OsVersion  : 6.1.7601", "OsHotFixes : {KB2525390, KB976902...}"),
      null,
      false,
    ],
  ])("%s", (_, text, command, isWhole) => {
    expect(read(text, command)).toMatchObject({ recognised: true, traits: { listsHotfixes: isWhole } });
  });

  const packages = (state: string, separator: string) =>
    [
      ["Microsoft-Windows-Foundation-Package~31bf3856ad364e35~amd64~~6.1.7601.17514", "Installed", "Foundation"],
      ["Package_for_KB2525390~31bf3856ad364e35~amd64~~6.1.1.0", state, "Update"],
    ].map(([own, is, type]) =>
      separator === "|"
        ? [own, is, type].join(" | ")
        : `Package Identity : ${own}\nState : ${is}\nRelease Type : ${type}\n`,
    );
  it.each([
    ["Installed", "|", "hotfix=KB2525390"],
    ["Installed", "\n", "hotfix=KB2525390"],
    ["Superseded", "\n", "hotfix=KB2525390"],
    ["Installiert", "|", "hotfix=KB2525390"],
    ["Staged", "|", ""],
    ["Staged", "\n", ""],
    ["Uninstall Pending", "\n", ""],
  ])("of dism, %s, parted by %j", (state, separator, facts) => {
    const text = lines(...packages(state, separator));
    const reading = read(text, "dism /online /get-packages");
    expect(reading.records.map(({ name, value }) => `${name}=${value}`).join(" ")).toBe(facts);
    expect(reading.traits.listsHotfixes).toBe(true);
  });
});

/** The columns of `systeminfo /fo table`, as many as it takes for one. */
const columns: readonly (readonly [title: string, value: string])[] = [
  ["Host Name", "APP-17"],
  ["OS Name", "Microsoft Windows 7 Professional "],
  ["OS Version", "6.1.7601 Service Pack 1 Build 7601"],
  ...Array.from({ length: 9 }, (_, at) => [`Other ${at}`, at === 4 ? "" : `value ${at}`] as const),
  ["System Model", "Virtual Machine"],
  ["System Type", "x64-based PC"],
  ["Processor(s)", "1 Processor(s) Installed., [01]: Intel64 Family 6 Model 79 Stepping 1 GenuineIntel ~2300 Mhz"],
  ["Hotfix(s)", "2 Hotfix(s) Installed., [01]: KB2525390, [02]: KB976902"],
];

describe("systeminfo as a table", () => {
  const tableOf = (titled: (title: string) => string) => {
    const widths = columns.map(([title, value]) => Math.max(titled(title).length, value.length));
    const line = (cells: readonly string[], fill = " ") =>
      cells.map((cell, at) => cell.padEnd(widths[at] ?? 0, fill)).join(" ");
    return [
      line(columns.map(([title]) => titled(title))),
      line(
        columns.map(() => ""),
        "=",
      ),
      line(columns.map(([, value]) => value)),
    ];
  };
  const facts =
    "hostName=APP-17 · osName=Microsoft Windows 7 Professional · version=6.1.7601 · servicePack=1 · systemModel=Virtual Machine · processors=1 Processor(s) Installed. · hotfix=KB2525390 · hotfix=KB976902";

  it.each([
    ["in English", (title: string) => title],
    ["in a language that nobody taught us", () => "Ххх ххх"],
  ])("is read %s", (_, titled) => {
    const reading = read(lines(...tableOf(titled)));
    expect(reading.records.map(({ name, value }) => `${name}=${value}`).join(" · ")).toBe(facts);
    expect(reading.traits.listsHotfixes).toBe(true);
  });

  it("is known by its titles and its rule, which a list of processes has shorter", () => {
    const [titles = "", rule = ""] = tableOf((title) => title);
    const mark = (text: string) => systemInfo.landmark(text, { command: null });
    expect([mark(titles), mark(rule)]).toEqual(["heading", "heading"]);
    expect(mark("========================= ======== ================ =========== ============")).toBeUndefined();
  });
});
