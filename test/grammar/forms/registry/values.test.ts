import { expect, it } from "vitest";
import { readText } from "../../../../grammar/contract/lines.ts";
import { type PrintedValue, quoted, readData } from "../../../../grammar/forms/registry/values.ts";

const value = (form: PrintedValue["form"], type: string, text: string): PrintedValue => ({
  name: "x",
  type,
  text,
  at: 0,
  form,
});

it.each<[PrintedValue["form"], string, string, number | string | readonly string[] | undefined]>([
  ["query", "REG_DWORD", "0x1", 1],
  ["query", "reg_dword", "0XFFFFFFFF", 0xffffffff],
  ["query", "REG_DWORD", "0x123456789", undefined],
  ["query", "REG_DWORD", "1", undefined],
  ["query", "REG_DWORD", "0x", undefined],
  ["query", "REG_DWORD", "0x1g", undefined],
  ["query", "REG_DWORD", "0x1.5", undefined],
  ["query", "REG_QWORD", "0x1fffffffffffff", Number.MAX_SAFE_INTEGER],
  ["query", "REG_QWORD", "0x20000000000000", undefined],
  ["query", "REG_QWORD", "0x00000000000000001", undefined],
  ["query", "REG_SZ", " a b ", " a b "],
  ["query", "REG_MULTI_SZ", "1433-1434\\05022-5022", ["1433-1434", "5022-5022"]],
  ["query", "REG_MULTI_SZ", "a\\b\\0c", ["a\\b", "c"]],
  ["query", "REG_MULTI_SZ", "a\\0\\0b\\0\\0", ["a", "", "b"]],
  ["query", "REG_MULTI_SZ", '""', []],
  ["query", "REG_MULTI_SZ", "", []],
  ["dword", "REG_DWORD", "0000000a", 10],
  ["dword", "REG_DWORD", "00000000a", undefined],
  ["dword", "REG_DWORD", "0x0a", undefined],
  ["string", "REG_SZ", '"a \\"b\\" \\\\c"', 'a "b" \\c'],
  ["string", "REG_SZ", '"C:\\dir"', "C:\\dir"],
  ["string", "REG_SZ", '"a', undefined],
  ["hex", "REG_DWORD", "0a,00,00,00", 10],
  ["hex", "REG_DWORD", "01,02,00,00", 0x201],
  ["hex", "REG_DWORD", "0a,00,00", undefined],
  ["hex", "REG_DWORD", "0a,00,00,00,00", undefined],
  ["hex", "REG_QWORD", "01,00,00,00,01,00,00,00", 2 ** 32 + 1],
  ["hex", "REG_QWORD", "ff,ff,ff,ff,ff,ff,ff,ff", undefined],
  ["hex", "REG_SZ", "31,00,34,00,00,00", "14"],
  ["hex", "REG_SZ", "e4,00,\\\n  ac,20,00,00", "ä€"],
  ["hex", "REG_EXPAND_SZ", "25,00", "%"],
  ["hex", "REG_SZ", "31,00,34", undefined],
  ["hex", "REG_SZ", "31,00,00,00,34,00,00,00,00,00", "1\x004"],
  ["hex", "REG_MULTI_SZ", "31,00,00,00,34,00,00,00,00,00", ["1", "4"]],
  ["hex", "REG_MULTI_SZ", "00,00", []],
  ["hex", "REG_SZ", "31,0", undefined],
  ["hex", "REG_SZ", "zz", undefined],
  ["hex", "REG_BINARY", "31, 00", "31, 00"],
])("%s %s %j is %j", (form, type, text, expected) => {
  const read = readData(value(form, type, text), "utf16");
  expect(read).toEqual(
    expected === undefined
      ? { value: text, trailing: null, readable: false }
      : { value: expected, trailing: null, readable: true },
  );
});

it.each([
  ["31,34,00", "14"],
  ["31,00,34,00,00", "1\x004"],
  ["7f", "\x7f"],
  ["80", undefined],
])("bytes of an older file %s are %j", (text, expected) => {
  expect(readData(value("hex", "REG_SZ", text), "ansi")).toMatchObject({
    value: expected ?? text,
    readable: expected !== undefined,
  });
});

it("knows what stands behind a number", () => {
  expect(readData(value("query", "REG_DWORD", "0x1   <--- why?"), "utf16")).toEqual({
    ...{ value: 1, readable: true, trailing: { at: 6, value: "<--- why?" } },
  });
  expect(readData(value("dword", "REG_DWORD", "00000001 ;x"), "utf16").trailing).toEqual({ at: 9, value: ";x" });
});

it.each([
  ['""', ""],
  ['"\\\\"', "\\"],
  ['"a\nb"', undefined],
  ["a", undefined],
])("%j is the text %j", (text, expected) => {
  expect(readText(quoted, text)).toBe(expected);
});
