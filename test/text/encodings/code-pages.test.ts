import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { pageDecoder } from "../../../src/text/encodings/code-pages.ts";

/** What is printable in ASCII, and all behind it. */
const all = Uint8Array.from({ length: 256 - 33 }, (_, at) => at + (at < 95 ? 32 : 33));
/** Every code of two bytes, each on a line of its own. */
const pairs = Uint8Array.from(
  Array.from({ length: 0x80 * 0x100 }, (_, at) => [0x80 + (at >> 8), at & 0xff]).flatMap((pair) => [...pair, 0x0a]),
);

describe("code pages", () => {
  it.each([
    ["cp437", "cp437"],
    ["cp850", "cp850"],
    ["cp852", "cp852"],
    ["windows-1252", "cp1252"],
    ["cp866", "cp866"],
    ["windows-1250", "cp1250"],
    ["windows-1251", "cp1251"],
  ])("%s is what the package makes of each byte", (page, label) => {
    expect(pageDecoder(page)(all)).toBe(iconv.decode(all, label, { stripBOM: false }));
  });

  it("euc-kr has the syllables that Windows adds to it", () => {
    const [own, theirs] = [pageDecoder("euc-kr")(pairs), iconv.decode(pairs, "cp949")].map((text) => text.split("\n"));
    const differing = theirs?.flatMap((sign, at) => (/^[가-힣]$/.test(sign) && own?.[at] !== sign ? [sign] : []));
    expect(differing).toEqual([]);
    expect(own?.filter((sign) => /^[가-힣]$/.test(sign))).toHaveLength(11_172);
  });

  it.each([
    [[0x81, 0x41, 0x20, 0x81], "갂 \ufffd"],
    [[0xff, 0xb0, 0xa1], "\ufffd가"],
    [[0x54, 0xc7, 0x0a, 0x43], "T\ufffd\nC"],
  ])("euc-kr reads %j as %j", (bytes, text) => {
    expect(pageDecoder("euc-kr")(Uint8Array.from(bytes))).toBe(text);
  });
});
