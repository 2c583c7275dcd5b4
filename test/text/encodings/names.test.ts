import { describe, expect, it } from "vitest";
import { pageDecoder } from "../../../src/text/encodings/code-pages.ts";
import { encodingNamed, supportedEncodings } from "../../../src/text/encodings/names.ts";

describe("encodingNamed", () => {
  it.each([
    ["cp850", "cp850"],
    ["850", "cp850"],
    ["IBM-850", "cp850"],
    ["OEM 850", "cp850"],
    ["code page 866", "cp866"],
    ["latin1", "windows-1252"],
    ["ISO-8859-1", "windows-1252"],
    ["1252", "windows-1252"],
    ["ANSI1250", "windows-1250"],
    ["win-1251", "windows-1251"],
    ["SJIS", "shift_jis"],
    ["Windows-31J", "shift_jis"],
    ["cp932", "shift_jis"],
    ["ms936", "gbk"],
    ["GB2312", "gbk"],
    ["949", "euc-kr"],
    ["Big-5", "big5"],
    ["UTF8", "utf-8"],
    ["cp65001", "utf-8"],
    ["UTF-16", "utf-16le"],
    ["Unicode", "utf-16le"],
    ["BigEndianUnicode", "utf-16be"],
  ])("takes %s for %s", (name, encoding) => {
    expect(encodingNamed(name)).toBe(encoding);
  });

  it.each(["", "koi8-r", "cp", "8500", "utf", "toString"])("does not know %j", (name) => {
    expect(encodingNamed(name)).toBeUndefined();
  });

  it("knows every supported encoding by its own name", () => {
    expect(supportedEncodings.map(encodingNamed)).toEqual(supportedEncodings);
  });
});

describe("pageDecoder", () => {
  it.each([
    ["cp437", [0x81, 0xc4, 0xe1], "ü─ß"],
    ["cp850", [0x81, 0xb5, 0xe1], "üÁß"],
    ["cp852", [0xa5, 0x88, 0xfd], "ąłř"],
    ["cp866", [0x91, 0xe2, 0xa0], "Ста"],
    ["windows-1250", [0xb9, 0xb3, 0xf8], "ąłř"],
    ["windows-1251", [0xd1, 0xf2, 0xe0], "Ста"],
    ["windows-1252", [0x80, 0x92, 0xfc], "€’ü"],
    ["shift_jis", [0x83, 0x4f, 0x5c], "グ\\"],
    ["gbk", [0xbb, 0xee, 0x80], "活€"],
    ["euc-kr", [0xb0, 0xa1, 0x81, 0x41], "가갂"],
    ["big5", [0xba, 0xf4], "網"],
    ["utf-8", [0xc3, 0xbc, 0xff], "ü\ufffd"],
  ])("reads %s", async (page, bytes, text) => {
    expect((await pageDecoder(page))(Uint8Array.from(bytes))).toBe(text);
  });

  it.each([
    ["windows-1250", 0x81],
    ["windows-1251", 0x98],
    ["windows-1252", 0x9d],
    ["shift_jis", 0xfd],
  ])("shows what %s leaves undefined", async (page, byte) => {
    expect((await pageDecoder(page))(Uint8Array.of(byte))).toBe("\ufffd");
  });

  it.each(supportedEncodings.filter((name) => !name.startsWith("utf-16")))("%s never eats a line end", async (page) => {
    const decode = await pageDecoder(page);
    for (let lead = 0x80; lead < 0x100; lead++) {
      for (const end of [0x0a, 0x0d, 0x00, 0x20]) {
        expect(decode(Uint8Array.of(lead, end, 0x41)).endsWith(`${String.fromCharCode(end)}A`)).toBe(true);
      }
    }
  });
});
