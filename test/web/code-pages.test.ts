import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { decode } from "../../src/web/code-pages.ts";

const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);

describe("code pages in a browser", () => {
  it.each(["cp437", "cp850", "cp852"])("%s is what the package makes of it", (page) => {
    expect(decode(all, page)).toBe(iconv.decode(all, page, { stripBOM: false }));
  });

  it.each([
    ["cp1252", [0x80, 0xfc], "€ü"],
    ["cp949", [0xb0, 0xa1], "가"],
  ] as const)("%s is read by the decoder that is there", (page, bytes, text) => {
    expect(decode(Uint8Array.from(bytes), page).endsWith(text.at(-1) ?? "")).toBe(true);
  });
});
