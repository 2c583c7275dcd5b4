import { expect, it } from "vitest";
import { adapterClass } from "../../../grammar/kinds/adapter-class.ts";
import { classesIn, segmentOf } from "../../support/readings.ts";

const key = "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Class\\{4D36E972-E325-11CE-BFC1-08002BE10318}";
const read = (text: string) => adapterClass.read(segmentOf(text), { command: null });
const propertiesIn = (text: string) =>
  read(text).records.map(({ line, adapter, property, value }) => `${adapter}: ${property}=${value} (${line})`);

it("reads what the drivers are set to, miniports apart", () => {
  const text = `${key}\\0000
    DriverDesc    REG_SZ    WAN Miniport (IP)

${key}\\0007
    DriverDesc    REG_SZ    Example Adapter
    *TCPConnectionOffloadIPv4    REG_SZ    0
    *RSS    REG_SZ    1
${key}\\0007\\Ndi\\Params
    *RSS    REG_SZ    9
${key}\\0008
    DriverDesc    REG_SZ    Example Adapter
    *RSS    REG_SZ    0
`;
  expect(propertiesIn(text)).toEqual([
    "Example Adapter: Index=7 (4)",
    "Example Adapter: DriverDesc=Example Adapter (5)",
    "Example Adapter: *TCPConnectionOffloadIPv4=0 (6)",
    "Example Adapter: *RSS=1 (7)",
    "Example Adapter #2: Index=8 (10)",
    "Example Adapter #2: DriverDesc=Example Adapter (11)",
    "Example Adapter #2: *RSS=0 (12)",
  ]);
  expect(classesIn(read(text))).toBe("hrbhrrr--hrr");
});

it("reads the form of .reg files", () => {
  const text = `Windows Registry Editor Version 5.00\n\n[${key}\\0007]\n"DriverDesc"="Example Adapter"\n"*LsoV2IPv4"="1"\n`;
  expect(propertiesIn(text)).toEqual([
    "Example Adapter: Index=7 (3)",
    "Example Adapter: DriverDesc=Example Adapter (4)",
    "Example Adapter: *LsoV2IPv4=1 (5)",
  ]);
});

it("reads settings that the driver names itself, as on Server 2003", () => {
  const text = `! REG.EXE VERSION 3.0

${key}\\0007
    DriverDesc\tREG_SZ\tExample Adapter
    Characteristics\tREG_DWORD\t0x84
    ConnOffload\tREG_SZ\t0
    BusNumber\tREG_SZ\t3

${key}\\0007\\Linkage
    RootDevice\tREG_MULTI_SZ\t{00000000-1111-2222-3333-444444444444}\\0

${key}\\0007\\Ndi\\Params\\ConnOffload
    ParamDesc\tREG_SZ\tTCP Connection Offload

${key}\\0007\\Ndi\\Params\\ConnOffload\\enum
    0\tREG_SZ\tDisable
    1\tREG_SZ\tEnable
`;
  expect(propertiesIn(text)).toEqual([
    "Example Adapter: Index=7 (3)",
    "Example Adapter: DriverDesc=Example Adapter (4)",
    "Example Adapter: TCP Connection Offload=Disable (6)",
  ]);
});

it.each([
  ["a device", "    Characteristics    REG_DWORD    0x84\n", 1],
  ["a miniport", "    Characteristics    REG_DWORD    0x29\n    *IfType    REG_DWORD    0x6\n", 0],
  ["a tunnel", "    *IfType    REG_DWORD    0x83\n    *MediaType    REG_DWORD    0xf\n", 0],
  ["a team", "    Characteristics    REG_DWORD    0x21\n    *LsoV2IPv4    REG_SZ    1\n", 1],
])("takes %s for an adapter: %s", (_, values, count) => {
  const text = `${key}\\0001\n    DriverDesc    REG_SZ    Example\n${values}`;
  expect(propertiesIn(text).filter((own) => own.includes("DriverDesc"))).toHaveLength(count);
});

it("reads the names of connections beside the class", () => {
  const guid = "{00000000-1111-2222-3333-444444444444}";
  const text = `${key.replace("Class", "Network")}\\${guid}\\Connection\n    Name    REG_SZ    Office\n`;
  expect(propertiesIn(text)).toEqual([`Office: NetCfgInstanceId=${guid} (2)`]);
});

it.each([
  [`${key}\\0007`, "record"],
  [`[${key.toLowerCase()}\\0007]`, "record"],
  [`${key}\\0007\\Ndi`, "record"],
  [key.replace("4D36E972", "4D36E97D"), undefined],
])("%j is a landmark: %s", (line, found) => expect(adapterClass.landmark(line, { command: null })).toBe(found));

it.each([
  [adapterClass.command, true],
  [`reg query ${key}\\0007`, true],
  ["reg query HKLM\\SYSTEM", false],
])("%j asks for it: %s", (command, asked) => expect(adapterClass.answers(command)).toBe(asked));
