import { describe, expect, it } from "vitest";
import { row, udp } from "../../support/mangled.ts";
import { mendedAll, mendedLines } from "../../support/mended.ts";

describe("mend", () => {
  it("gives plain rows as they are, in one piece", async () => {
    const rows = `${row}\n${udp}\n${row.trim()}\n`;
    expect(await mendedAll(rows)).toEqual([{ text: rows, line: 1, lines: 3 }]);
  });

  it("counts lines over blocks", async () => {
    expect(await mendedAll(`title\n\n${row}\n`, `${row}\n> end`)).toEqual([
      { text: "title", pieces: [{ at: 0, line: 1, column: 1 }] },
      { text: "", pieces: [{ at: 0, line: 2, column: 1 }] },
      { text: `${row}\n`, line: 3, lines: 1 },
      { text: `${row}\n`, line: 4, lines: 1 },
      { text: "end", pieces: [{ at: 0, line: 5, column: 3 }] },
    ]);
  });

  it.each([
    ["nothing", ""],
    ["no blocks", undefined],
  ])("gives nothing for %s", async (_, text) => {
    expect(await (text === undefined ? mendedAll() : mendedAll(text))).toEqual([]);
  });

  it.each<[what: string, text: string, lines: string[]]>([
    ["a last row without its end", row, [row]],
    [
      "a row of another protocol version",
      "  TCPv6  [2001:db8::1]:1  [2001:db8::2]:2  LISTENING\n",
      ["  TCPv6  [2001:db8::1]:1  [2001:db8::2]:2  LISTENING"],
    ],
    ["a prefix inside a quotation of HTML", "<p>&gt; # TCP&nbsp;&nbsp;x</p>\n", ["TCP  x"]],
    [
      "two rows of a Markdown table on one line",
      "| TCP | 192.0.2.1:1 | 192.0.2.2:2 | | TCP | 192.0.2.1:3 | 192.0.2.2:4 |",
      ["TCP\t192.0.2.1:1\t192.0.2.2:2\t\t", "TCP\t192.0.2.1:3\t192.0.2.2:4"],
    ],
    [
      "a table of HTML on one line",
      "<table><tr><td>TCP<td>192.0.2.1:1<td>192.0.2.2:2<tr><td>TCP</table>\n",
      ["TCP\t192.0.2.1:1\t192.0.2.2:2", "TCP"],
    ],
    ["a NULL in HTML", "NULL</pre>\n", [""]],
    ["colours written as entities", "&#27;[1mTCP&#27;[0m  x\n", ["TCP  x"]],
    ["a no-break blank behind a quotation mark", ">\u00a0TCP  x\n", ["TCP  x"]],
    ["a NULL in a Markdown table", "| NULL |\n", [""]],
    ["a coloured, quoted fence", "> \x1b[1m```cmd\x1b[0m\n", ["```"]],
    ["something nobody claims", "Dear all, see <below> — ok?\n", ["Dear all, see <below> - ok?"]],
  ])("mends %s", async (_, text, lines) => {
    expect((await mendedLines(text)).map((line) => line.text)).toEqual(lines);
  });

  it("hands on many lines in parts, and a line that becomes very many", async () => {
    expect(await mendedAll("\n".repeat(10_000))).toHaveLength(10_000);
    expect(await mendedAll("x<br>".repeat(150_000))).toHaveLength(150_000);
  });
});
