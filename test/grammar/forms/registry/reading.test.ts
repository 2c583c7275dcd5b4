import P from "parsimmon";
import { describe, expect, it } from "vitest";
import { registryQuery } from "../../../../grammar/forms/registry/command.ts";
import {
  aboutEntries,
  isOfRegistry,
  isRegistryValue,
  readRegistry,
  registryLandmark,
} from "../../../../grammar/forms/registry/reading.ts";

const key = "HKEY_LOCAL_MACHINE\\SYSTEM\\A";
const ours = P.regexp(/HKEY_LOCAL_MACHINE\\SYSTEM\\A/i);

it.each<[string, string | undefined, boolean, boolean]>([
  ["reg query HKLM\\SYSTEM\\A", key, false, true],
  ["reg query HKEY_LOCAL_MACHINE\\SYSTEM\\A", key, false, true],
  ["reg query hkey_local_machine\\SYSTEM\\A\\", key, false, true],
  ['reg query "HKLM\\SYSTEM\\A" /s', key, true, true],
  ["REG QUERY \\\\SRV01\\HKLM\\SYSTEM\\A /S", key, true, true],
  ["reg query HKLM\\SYSTEM\\A /v X", key, false, false],
  ["reg query HKLM\\SYSTEM\\A /ve", key, false, false],
  ["reg query HKLM\\SYSTEM\\A /s /f X", key, true, false],
  ["reg query HKLM\\SYSTEM\\A /k", key, false, false],
  ["reg query HKLM\\SYSTEM\\A /d", key, false, false],
  ["reg query HKLM\\SYSTEM\\A /t REG_DWORD", key, false, false],
  ["reg query HKLM\\SYSTEM\\A /z", key, false, true],
  ["reg query HKLM\\SYSTEM\\A | find X", key, false, false],
  ["reg query HKCU\\Software", "HKCU\\Software", false, true],
  ["reg query HKLM", "HKEY_LOCAL_MACHINE", false, true],
  ["reg add HKLM\\SYSTEM\\A", undefined, false, false],
  ["reg queryx HKLM\\SYSTEM\\A", undefined, false, false],
  ["reg query SYSTEM\\A", undefined, false, false],
  ["reg query HKLMX\\A", "HKLMX\\A", false, true],
  ["reg query", undefined, false, false],
  ["regedit", undefined, false, false],
])("%s asks for %s", (command, asked, isRecursive, isWhole) => {
  expect(registryQuery(command)).toEqual(asked === undefined ? undefined : { key: asked, isRecursive, isWhole });
});

/** Keys with their values as `name type value`, and the classes of the lines by their first letters. */
function read(text: string, asked: string | null = null) {
  const { keys, lines, isNotFound } = readRegistry(`${text}\n`, ours, asked);
  const values = keys.flatMap((own) =>
    own.entries.map(({ printed, value }) => `${own.key} ${printed.name} ${printed.type} ${value}`),
  );
  return [...values, lines.map((own) => own.class[0]).join(""), ...(isNotFound ? ["not found"] : [])];
}

describe("what reg query prints", () => {
  it.each<[string, string, readonly string[]]>([
    ["a value", `${key}\n    A    REG_DWORD    0x1`, [`${key} A REG_DWORD 1`, "hr"]],
    ["a name with blanks", `${key}\n    A b  c    REG_SZ    d  e `, [`${key} A b  c REG_SZ d  e`, "hr"]],
    ["a value without data", `${key}\n    A    REG_SZ    `, [`${key} A REG_SZ `, "hr"]],
    ["a value without data or blanks", `${key}\n    A    REG_SZ`, [`${key} A REG_SZ `, "hr"]],
    ["TABs", `${key}\n\tA\tREG_DWORD\t0x2`, [`${key} A REG_DWORD 2`, "hr"]],
    ["another key", `HKEY_LOCAL_MACHINE\\SYSTEM\\B\n    A    REG_DWORD    0x1`, ["uu"]],
    ["both", `HKEY_USERS\\X\n    A    REG_SZ    x\n\n${key}\n    B    REG_SZ    y`, [`${key} B REG_SZ y`, "uubhr"]],
    ["values without a key", "    A    REG_DWORD    0x1", ["u"]],
    ["some words", `${key}\nwords\n    A    REG_SZ    x`, [`${key} A REG_SZ x`, "hur"]],
    ["no such key", "ERROR: The system was unable to find the specified registry key or value.", ["m", "not found"]],
    [
      "no such key, without a dot",
      "ERROR: The system was unable to find the specified registry key or value",
      ["m", "not found"],
    ],
    ["a hive that goes on", "HKEY_LOCAL_MACHINEX\\SYSTEM\\A\n    A    REG_DWORD    0x1", ["uu"]],
    ["no type", `${key}\n    A    REGDWORD    0x1`, ["hu"]],
  ])("%s", (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it("goes to the key that the command names where no line does", () => {
    expect(read("    A    REG_DWORD    0x1\nwords", "asked")).toEqual(["asked A REG_DWORD 1", "ru"]);
  });
});

describe("a .reg file", () => {
  const heading = "Windows Registry Editor Version 5.00";
  it.each<[string, string, readonly string[]]>([
    ["a number", `${heading}\n\n[${key}]\n"A"=dword:00000001`, [`${key} A REG_DWORD 1`, "hbhr"]],
    ["a text", `[${key}]\n"A \\"b\\""="c\\\\d"`, [`${key} A "b" REG_SZ c\\d`, "hr"]],
    ["the nameless value", `[${key}]\n@="x"`, [`${key} @ REG_SZ x`, "hr"]],
    ["blanks", `[${key}]\n  "A" = dword:0000000a`, [`${key} A REG_DWORD 10`, "hr"]],
    ["bytes", `[${key}]\n"A"=hex:01,02`, [`${key} A REG_BINARY 01,02`, "hr"]],
    [
      "bytes of other types",
      `[${key}]\n"A"=hex(1):41,00\n"B"=hex(2):42,00\n"C"=hex(4):01,00,00,00\n"D"=hex(7):44,00,00,00\n"E"=hex(b):01,00,00,00,00,00,00,00\n"F"=hex(3):01\n"G"=hex(0):01\n"H"=hex(5):01`,
      [
        ...[
          "A REG_SZ A",
          "B REG_EXPAND_SZ B",
          "C REG_DWORD 1",
          "D REG_MULTI_SZ D",
          "E REG_QWORD 1",
          "F REG_BINARY 01",
        ].map((own) => `${key} ${own}`),
        ...["G REG_NONE 01", "H hex(5) 01"].map((own) => `${key} ${own}`),
        "hrrrrrrrr",
      ],
    ],
    [
      "bytes on several lines",
      `[${key}]\n"A"=hex(1):41,00,\\\n  42,00,\\\n  43,00\n"B"=dword:00000001`,
      [`${key} A REG_SZ ABC`, `${key} B REG_DWORD 1`, "hrrrr"],
    ],
    ["bytes that were lost", `[${key}]\n"A"=dword:00000001\n  42,00,\\\n  43,00`, [`${key} A REG_DWORD 1`, "hruu"]],
    ["letters of older files", `REGEDIT4\n\n[${key}]\n"A"=hex(2):41,42`, [`${key} A REG_EXPAND_SZ AB`, "hbhr"]],
    [
      "letters of later files",
      `! REG.EXE VERSION 3.0\n\n[${key}]\n"A"=hex(2):41,00,42,00`,
      [`${key} A REG_EXPAND_SZ AB`, "hbhr"],
    ],
    [
      "no heading of one",
      `Windows Registry Editor Version 4.00\n[${key}]\n"A"=dword:00000001`,
      [`${key} A REG_DWORD 1`, "uhr"],
    ],
  ])("%s", (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

it("says of which values something was not read", () => {
  const text = `${key}\n    A    REG_DWORD    0xfoo\n    B    REG_DWORD    0x1 # why?\n    C    REG_SZ    x\n`;
  const [own] = readRegistry(text, ours, null).keys;
  expect(aboutEntries(own?.entries ?? [])).toEqual([
    {
      code: "unknown-value",
      message: '"A" is not a readable REG_DWORD: its text was kept as printed',
      at: text.indexOf("0xfoo"),
    },
    { code: "trailing-text", message: 'Ignored the text after the value of "B"', at: text.indexOf("# why") },
  ]);
});

it.each<[string, boolean, string | undefined]>([
  [key, false, "title"],
  [`[${key}]`, false, "title"],
  ["HKEY_LOCAL_MACHINE\\SYSTEM\\B", false, undefined],
  ["HKEY_LOCAL_MACHINE\\SYSTEM\\B", true, undefined],
  ["Windows Registry Editor Version 5.00", false, "title"],
  ["REGEDIT4", false, "title"],
  ["! REG.EXE VERSION 3.0", false, "title"],
  ["    A    REG_DWORD    0x1", false, undefined],
  ["    A    REG_DWORD    0x1", true, "record"],
  ['"A"=dword:00000001', true, "record"],
  ["ERROR: The system was unable to find the specified registry key or value.", true, "message"],
  ["ERROR: The system was unable to find the specified registry key or value.", false, undefined],
  ["some words", true, undefined],
])("%s is a landmark, asked %s: %s", (line, asked, mark) => {
  expect(registryLandmark(line, ours, asked)).toBe(mark);
});

it.each([
  ["", true, false],
  ["  \t", true, false],
  ["HKEY_USERS\\X", true, false],
  ["    A    REG_SZ    x", true, true],
  ['"A"="x"', true, true],
  ["  42,00,\\", true, false],
  ["REGEDIT4", true, false],
  ["some words", false, false],
])("%j may stand among values: %s, is one: %s", (line, isOf, isValue) => {
  expect([isOfRegistry(line), isRegistryValue(line)]).toEqual([isOf, isValue]);
});
