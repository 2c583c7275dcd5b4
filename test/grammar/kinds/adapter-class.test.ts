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
    "Example Adapter: DriverDesc=Example Adapter (5)",
    "Example Adapter: *TCPConnectionOffloadIPv4=0 (6)",
    "Example Adapter: *RSS=1 (7)",
    "Example Adapter #2: DriverDesc=Example Adapter (11)",
    "Example Adapter #2: *RSS=0 (12)",
  ]);
  expect(classesIn(read(text))).toBe("hrbhrrr--hrr");
});

it("reads the form of .reg files", () => {
  const text = `Windows Registry Editor Version 5.00\n\n[${key}\\0007]\n"DriverDesc"="Example Adapter"\n"*LsoV2IPv4"="1"\n`;
  expect(propertiesIn(text)).toEqual([
    "Example Adapter: DriverDesc=Example Adapter (4)",
    "Example Adapter: *LsoV2IPv4=1 (5)",
  ]);
});

it.each([
  [`${key}\\0007`, "title"],
  [`[${key.toLowerCase()}\\0007]`, "title"],
  [`${key}\\0007\\Ndi`, undefined],
  [key.replace("4D36E972", "4D36E97D"), undefined],
])("%j is a landmark: %s", (line, found) => expect(adapterClass.landmark(line, { command: null })).toBe(found));

it.each([
  [adapterClass.command, true],
  [`reg query ${key}\\0007`, true],
  ["reg query HKLM\\SYSTEM", false],
])("%j asks for it: %s", (command, asked) => expect(adapterClass.answers(command)).toBe(asked));
