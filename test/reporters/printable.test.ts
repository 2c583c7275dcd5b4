import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printable, printableJson, withoutControls } from "../../src/reporters/printable.ts";

describe("printable", () => {
  it.each([
    ["plain ASCII, TCP 192.0.2.1:445", "plain ASCII, TCP 192.0.2.1:445"],
    ["日本語 ÄÖÜ ж € 🙂", "日本語 ÄÖÜ ж € 🙂"],
    ["\x1b[31mred", "\\x1b[31mred"],
    ["a\tb\r\nc\0", "a    b\\x0d\\x0ac\\x00"],
    ["\x7f\x9b2J", "\\x7f\\x9b2J"],
    ["\u202eexe.txt\u2066", "\\u202eexe.txt\\u2066"],
    ["\u200b\ufeff\u2028", "\\u200b\\ufeff\\u2028"],
    ["\ud83d", "\\ud83d"],
    ["\u{e0041}", "\\u{e0041}"],
  ])("%j", (captured, shown) => expect(printable(captured)).toBe(shown));

  it("leaves nothing that a terminal acts on", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(printable(text)).not.toMatch(/[\p{Cc}\p{Cs}\p{Bidi_Control}]/u);
      }),
    );
  });
});

describe("withoutControls", () => {
  it("keeps line ends and tabs", () => expect(withoutControls("a\r\n\tb\0\x1bc")).toBe("a\r\n\tb\\x00\\x1bc"));
});

describe("printableJson", () => {
  it("reads back the same", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json = JSON.stringify(value);
        expect(JSON.parse(printableJson(json))).toEqual(JSON.parse(json));
      }),
    );
  });

  it("has no control or bidirectional character", () => {
    expect(printableJson(JSON.stringify("\x9b\x7f\u202e\x1b"))).toBe('"\\u009b\\u007f\\u202e\\u001b"');
  });
});
