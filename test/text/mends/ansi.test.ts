import { describe, expect, it } from "vitest";
import { ansi } from "../../../src/text/mends/ansi.ts";
import { linesAfter } from "../../support/mended.ts";

describe("ansi", () => {
  it.each<[what: string, text: string, lines: string[]]>([
    ["colours", "\x1b[32mTCP\x1b[0m  192.0.2.1:445\x1b[K", ["TCP  192.0.2.1:445"]],
    ["a window title", "\x1b]0;C:\\Windows\\cmd.exe\x07C:\\>netstat -nt", ["C:\\>netstat -nt"]],
    ["a link", "\x1b]8;;https://example.com\x1b\\TCP\x1b]8;;\x1b\\", ["TCP"]],
    [
      "blanks as cursor movement",
      "TCP\x1b[4C192.0.2.1:445\x1b[C198.51.100.7:1",
      ["TCP    192.0.2.1:445 198.51.100.7:1"],
    ],
    ["a movement without bound", "a\x1b[9999Cb", [`a${" ".repeat(250)}b`]],
    ["lines as cursor position", "one\x1b[5;1Htwo\x1b[6Hthree", ["one", "two", "three"]],
    ["columns as cursor position", "TCP\x1b[5;10H192.0.2.1:445", ["TCP  192.0.2.1:445"]],
  ])("mends %s", (_, text, lines) => {
    expect(linesAfter(ansi, text)).toEqual(lines);
  });

  it.each(["\x9b1m", "G\x9dDE\x07", "TCP  192.0.2.1:445"])("leaves %j alone", (text) => {
    expect(ansi(text)).toEqual([]);
  });
});
