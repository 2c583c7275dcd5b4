import { describe, expect, it } from "vitest";
import { tcpipParameters } from "../../../grammar/kinds/tcpip-parameters.ts";
import { classesIn, remarksIn, segmentOf } from "../../support/readings.ts";

const read = (text: string, command: string | null = null) => tcpipParameters.read(segmentOf(text), { command });

/** The records as words: `EnableTCPChimney REG_DWORD 1 (2)`. */
const valuesIn = (text: string, command: string | null = null) =>
  read(text, command).records.map(
    ({ line, name, type, value }) => `${name} ${type} ${JSON.stringify(value)} (${line})`,
  );

const key = "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters";
const query = "reg query HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters";

describe("reg query", () => {
  it("of the whole key", () => {
    const text = `
${key}
    DataBasePath    REG_EXPAND_SZ    %SystemRoot%\\System32\\drivers\\etc
    NV Hostname    REG_SZ    app-17
    Domain    REG_SZ    ${""}
    EnableTCPChimney    REG_DWORD    0x1
    ReservedPorts    REG_MULTI_SZ    1433-1434\\05022-5022
    Empty    REG_MULTI_SZ    ""
    Big    REG_QWORD    0x100000000

${key}\\Interfaces
${key}\\Winsock
`;
    expect(valuesIn(text)).toEqual([
      'DataBasePath REG_EXPAND_SZ "%SystemRoot%\\\\System32\\\\drivers\\\\etc" (3)',
      'NV Hostname REG_SZ "app-17" (4)',
      'Domain REG_SZ "" (5)',
      "EnableTCPChimney REG_DWORD 1 (6)",
      'ReservedPorts REG_MULTI_SZ ["1433-1434","5022-5022"] (7)',
      "Empty REG_MULTI_SZ [] (8)",
      "Big REG_QWORD 4294967296 (9)",
    ]);
    expect(classesIn(read(text))).toBe("bhrrrrrrrb--");
    expect(read(text)).toMatchObject({
      diagnostics: [],
      traits: { wholeKey: true, controlSet: "CurrentControlSet" },
      recognised: true,
    });
  });

  it("of Server 2003, with TABs", () => {
    const text = `! REG.EXE VERSION 3.0\n\n${key}\n    EnableTCPChimney\tREG_DWORD\t0x0\n`;
    expect(valuesIn(text)).toEqual(["EnableTCPChimney REG_DWORD 0 (4)"]);
    expect(classesIn(read(text))).toBe("hbhr");
  });

  it("leaves values of other keys alone, whatever their names", () => {
    const other = "    DisableTaskOffload    REG_DWORD    0x1\n";
    const text = `${key}\n    EnableRSS    REG_DWORD    0x1\n\n${key}\\Interfaces\\{1}\n${other}
HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\Tcpip6\\Parameters\n${other}`;
    expect(valuesIn(text)).toEqual(["EnableRSS REG_DWORD 1 (2)"]);
    expect(classesIn(read(text))).toBe("hrb--b--");
  });

  it("says that there is no such value", () => {
    const text = "\nERROR: The system was unable to find the specified registry key or value.\n";
    const reading = read(text, `${query} /v EnableRSS`);
    expect(reading).toMatchObject({ records: [], traits: { wholeKey: false }, recognised: true });
    expect(classesIn(reading)).toBe("bm");
    expect(read(text).recognised).toBe(false);
  });

  it.each([
    [query, true],
    ["reg.exe query HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters /s", true],
    ["reg query HKLM\\SYSTEM\\CurrentControlSet\\services\\Tcpip /s", true],
    [`${query} /v EnableTCPChimney`, false],
    [`${query} | findstr Enable`, false],
    [`${query} /f Enable`, false],
    ["reg query HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip", false],
  ])("by %j shows the whole key: %s", (command, isWhole) => {
    const text = `${key}\n    EnableTCPChimney    REG_DWORD    0x1\n`;
    expect(read(text, command).traits.wholeKey).toBe(isWhole);
  });

  it.each([
    [["DataBasePath", "EnableTCPChimney"], true],
    [["EnableRSS", "EnableTCPChimney"], false],
    [["DataBasePath"], false],
  ])("without its command shows the whole key with %j: %s", (names, isWhole) => {
    const text = `${key}\n${names.map((name) => `    ${name}    REG_SZ    x\n`).join("")}`;
    expect(read(text).traits.wholeKey).toBe(isWhole);
  });

  it("of one value after the other is not the whole key", () => {
    const one = (name: string) => `${key}\n    ${name}    REG_SZ    x\n\n`;
    const text = one("DataBasePath") + one("Hostname");
    expect(valuesIn(text)).toHaveLength(2);
    expect(read(text).traits.wholeKey).toBe(false);
  });

  it("whose key line was filtered away is of the key in the command", () => {
    const text = "    EnableTCPChimney    REG_DWORD    0x1\n";
    expect(valuesIn(text, `${query} | findstr Chimney`)).toEqual(["EnableTCPChimney REG_DWORD 1 (1)"]);
    expect(valuesIn(text)).toEqual([]);
    expect(valuesIn(text, `${query} /s | findstr Chimney`)).toEqual([]);
  });
});

describe("a .reg file", () => {
  it("holds numbers, strings and bytes over several lines", () => {
    const text = `Windows Registry Editor Version 5.00

[HKEY_LOCAL_MACHINE\\SYSTEM\\ControlSet001\\Services\\Tcpip\\Parameters]
"EnableTCPChimney"=dword:00000001
"DataBasePath"=hex(2):25,00,53,00,79,00,73,00,25,00,00,00
"Hostname"="app-17"
"Path"="C:\\\\a \\"b\\""
"ReservedPorts"=hex(7):31,00,34,00,33,00,33,00,\\
  2d,00,34,00,00,00,35,00,\\
  00,00,00,00
"Big"=hex(b):00,00,00,00,01,00,00,00
"Raw"=hex:01,02
"Gone"=-

[HKEY_LOCAL_MACHINE\\SYSTEM\\ControlSet001\\Services\\Tcpip\\Parameters\\Interfaces]
"EnableTCPChimney"=dword:00000000
`;
    expect(valuesIn(text)).toEqual([
      "EnableTCPChimney REG_DWORD 1 (4)",
      'DataBasePath REG_EXPAND_SZ "%Sys%" (5)',
      'Hostname REG_SZ "app-17" (6)',
      'Path REG_SZ "C:\\\\a \\"b\\"" (7)',
      'ReservedPorts REG_MULTI_SZ ["1433-4","5"] (8)',
      "Big REG_QWORD 4294967296 (11)",
      'Raw REG_BINARY "01,02" (12)',
    ]);
    expect(classesIn(read(text))).toBe("hbhrrrrrrrrr-b--");
    expect(read(text)).toMatchObject({ diagnostics: [], traits: { wholeKey: true, controlSet: "ControlSet001" } });
  });

  it("of the old kind has one byte a letter", () => {
    const text = `REGEDIT4\n\n[${key}]\n"Ports"=hex(7):31,2d,32,00,35,00,00\n`;
    expect(valuesIn(text)).toEqual(['Ports REG_MULTI_SZ ["1-2","5"] (4)']);
  });

  it("with several control sets counts for the running one", () => {
    const set = (name: string, value: number) =>
      `[HKEY_LOCAL_MACHINE\\SYSTEM\\${name}\\Services\\Tcpip\\Parameters]\n"EnableRSS"=dword:0000000${value}\n`;
    const text = set("ControlSet001", 0) + set("CurrentControlSet", 1) + set("ControlSet002", 0);
    expect(valuesIn(text)).toEqual(["EnableRSS REG_DWORD 1 (4)"]);
    expect(classesIn(read(text))).toBe("h-hrh-");
  });
});

describe("damaged values", () => {
  it.each([
    ["    EnableRSS    REG_DWORD    0x1ffffffff", '"0x1ffffffff"', ["unknown-value 2:31"]],
    ["    EnableRSS    REG_DWORD    0xZZ", '"0xZZ"', ["unknown-value 2:31"]],
    ["    EnableRSS    REG_DWORD", '""', ["unknown-value 2:27"]],
    ["    EnableRSS    REG_QWORD    0xffffffffffffffff", '"0xffffffffffffffff"', ["unknown-value 2:31"]],
    ["    EnableRSS    REG_DWORD    0x1   <-- here", "1", ["trailing-text 2:37"]],
    ['"EnableRSS"=dword:00x', '"00x"', ["unknown-value 2:19"]],
    ['"Name"="cut', '"\\"cut"', ["unknown-value 2:8"]],
    ['"Ports"=hex(7):31,00,3', '"31,00,3"', ["unknown-value 2:16"]],
    ['"Ports"=hex(7):31,00,33', '"31,00,33"', ["unknown-value 2:16"]],
    ['"Number"=hex(4):01,00', '"01,00"', ["unknown-value 2:17"]],
  ])("%j", (line, value, remarks) => {
    const reading = read(`${key}\n${line}\n`);
    expect(reading.records.map((record) => JSON.stringify(record.value))).toEqual([value]);
    expect(remarksIn(reading)).toEqual(remarks);
  });

  it("lost lines of bytes are said", () => {
    const text = `${key}\n  00,00,\\\n  00\n    EnableRSS    REG_DWORD    0x1\n`;
    expect(classesIn(read(text))).toBe("h??r");
    expect(remarksIn(read(text))).toEqual(["unknown-line 2:1"]);
  });
});

it.each([
  [key, null, "title"],
  [`[${key}]`, null, "title"],
  [key.toLowerCase(), null, "title"],
  [`${key}\\Interfaces`, null, undefined],
  ["HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\Tcpip6\\Parameters", null, undefined],
  [`Look at ${key}`, null, undefined],
  ["Windows Registry Editor Version 5.00", null, "title"],
  ["    EnableTCPChimney    REG_DWORD    0x1", null, undefined],
  ["    EnableTCPChimney    REG_DWORD    0x1", query, "record"],
  ["错误: 系统找不到指定的注册表项或值。", query, "message"],
  ["x".repeat(100_000), query, undefined],
  [`${"00,".repeat(50_000)}00`, query, undefined],
  [`"${"\\".repeat(50_000)}`, query, undefined],
  [`HKEY_LOCAL_MACHINE${"\\x".repeat(9000)}`, query, undefined],
])("%j behind %j is a landmark: %s", (line, command, found) => {
  expect(tcpipParameters.landmark(line, { command })).toBe(found);
});

it.each([
  [query, true],
  ['reg query "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters" /v EnableRSS', true],
  ["reg query \\\\APP-17\\HKLM\\SYSTEM\\ControlSet001\\Services\\Tcpip\\Parameters\\", true],
  ["reg query HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip6\\Parameters", false],
  ["reg query HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters\\Interfaces", false],
  ["reg add HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters /v EnableRSS", false],
  ["netstat -nt", false],
])("%j is answered: %s", (command, answered) => expect(tcpipParameters.answers(command)).toBe(answered));
