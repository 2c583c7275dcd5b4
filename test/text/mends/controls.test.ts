import { describe, expect, it } from "vitest";
import { controls } from "../../../src/text/mends/controls.ts";
import { linesAfter } from "../../support/mended.ts";

describe("controls", () => {
  it.each<[what: string, text: string, lines: string[]]>([
    ["NUL", "T\0C\0P\0", ["TCP"]],
    ["bell, backspace, substitute, delete", "T\x07C\bP\x1a\x7f", ["TCP"]],
    ["a stray escape", "T\x1bCP", ["TCP"]],
    ["a byte order mark", "\ufeffTCP", ["TCP"]],
    ["zero-width and directional marks", "T\u200bC\u200eP\u2060\u202c", ["TCP"]],
    ["the soft hyphen", "Estab\xadlished", ["Established"]],
    ["C1 controls", "T\x85CP", ["TCP"]],
    ["a soft return", "one\vtwo", ["one", "two"]],
    ["a page break", "one\ftwo", ["one", "two"]],
    ["line and paragraph separators", "one\u2028two\u2029three", ["one", "two", "three"]],
  ])("mends %s", (_, text, lines) => {
    expect(linesAfter(controls, text)).toEqual(lines);
  });

  it.each(["4\tInHost", "ABHÖREN", "\ufffd", "状态"])("leaves %j alone", (text) => {
    expect(controls(text)).toEqual([]);
  });
});
