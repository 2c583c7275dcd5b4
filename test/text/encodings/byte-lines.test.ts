import { describe, expect, it } from "vitest";
import { byteClass, byteStretches, endsInsideUtf8 } from "../../../src/text/encodings/byte-lines.ts";

function bytes(...parts: readonly (string | readonly number[])[]): Uint8Array {
  return Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Uint8Array.from(part))));
}

describe("byteClass", () => {
  it.each([
    ["a letter of two bytes", bytes("Büro"), "utf-8"],
    ["letters of three bytes", bytes("活动连接"), "utf-8"],
    ["a character of four bytes", bytes("🙂"), "utf-8"],
    ["a letter of a code page", bytes("B", [0xfc], "ro"), "legacy"],
    ["half a character only", bytes("B", [0xc3], "ro"), "legacy"],
    ["an overlong form", bytes([0xc0, 0xaf]), "legacy"],
    ["an overlong form of three bytes", bytes([0xe0, 0x80, 0xaf]), "legacy"],
    ["a surrogate", bytes([0xed, 0xa0, 0x80]), "legacy"],
    ["what lies beyond Unicode", bytes([0xf4, 0x90, 0x80, 0x80]), "legacy"],
    ["much UTF-8 with a broken character", bytes("活动连接", [0xe6, 0xb4], "x"), "damaged-utf-8"],
    ["a little UTF-8 beside a code page", bytes("ü", [0xfc], "x"), "legacy"],
    ["GBK", bytes([0xbb, 0xee, 0xb6, 0xaf, 0xc1, 0xac, 0xbd, 0xd3]), "legacy"],
  ])("tells %s", (_, line, expected) => {
    expect(byteClass(line)).toBe(expected);
  });
});

describe("endsInsideUtf8", () => {
  it.each([
    ["the first of two bytes", bytes("caf", [0xc3]), true],
    ["two of three bytes", bytes("活", [0xe5, 0x8a]), true],
    ["three of four bytes", bytes([0xf0, 0x9f, 0x99]), true],
    ["a whole character", bytes("café"), false],
    ["a byte of a code page before", bytes([0xfc], "ber", [0xc3]), false],
    ["a byte that begins nothing", bytes("caf", [0xff]), false],
  ])("judges %s", (_, line, expected) => {
    expect(endsInsideUtf8(line)).toBe(expected);
  });
});

describe("byteStretches", () => {
  it("keeps lines of ASCII with what they follow, and with what comes first", () => {
    const lines = bytes("a\r\n", "ü\r\n", "b\n", [0xfc], "\r", "c\r", [0xfc], "\n", "活");
    const cut = byteStretches(lines, byteClass).map(({ class: kind, start, end }) => [kind, start, end]);
    expect(cut).toEqual([
      ["utf-8", 0, 9],
      ["legacy", 9, 15],
      ["utf-8", 15, 18],
    ]);
  });

  it("makes one stretch of plain ASCII and of nothing", () => {
    expect(byteStretches(bytes("a\nb"), byteClass)).toEqual([{ class: "ascii", start: 0, end: 3 }]);
    expect(byteStretches(bytes(), byteClass)).toEqual([{ class: "ascii", start: 0, end: 0 }]);
  });
});
