import { describe, expect, it } from "vitest";
import type { Line } from "../../../grammar/contract/place.ts";
import { type Edit, edited, matchesOf, replacing } from "../../../src/text/mends/mend.ts";

const line = (text: string): Line => ({ text, pieces: [{ at: 0, line: 7, column: 1 }] });

/** Lines as "text @ index→column …". */
const brief = (lines: readonly Line[]) =>
  lines.map(({ text, pieces }) => `${text} @ ${pieces.map(({ at, column }) => `${at}→${column}`).join(" ")}`);

describe("edited", () => {
  it.each<[what: string, text: string, edits: Edit[], lines: string[]]>([
    ["nothing", "abc", [], ["abc @ 0→1"]],
    ["a cut at the start", "> abc", [{ from: 0, to: 2, text: "" }], ["abc @ 0→3"]],
    ["a cut inside", "ab<b>cd", [{ from: 2, to: 5, text: "" }], ["abcd @ 0→1 2→6"]],
    ["a cut at the end", "ab<b>", [{ from: 2, to: 5, text: "" }], ["ab @ 0→1"]],
    ["all of it cut", "NULL", [{ from: 0, to: 4, text: "" }], [" @ 0→1"]],
    ["something shorter", "a&lt;b", [{ from: 1, to: 5, text: "<" }], ["a<b @ 0→1 2→6"]],
    ["something longer", "a|b", [{ from: 1, to: 2, text: "  " }], ["a  b @ 0→1 3→3"]],
    ["one for one", "a\u00a0\u00a0b", [{ from: 1, to: 3, text: "  " }], ["a  b @ 0→1"]],
    ["an insertion", "ab", [{ from: 1, to: 1, text: "-" }], ["a-b @ 0→1 2→2"]],
    ["a line end", "a<br>b", [{ from: 1, to: 5, text: "\n" }], ["a @ 0→1", "b @ 0→6"]],
    ["an inserted line end", "ab", [{ from: 1, to: 1, text: "\n" }], ["a @ 0→1", "b @ 0→2"]],
    ["a line between", "a<hr>b", [{ from: 1, to: 5, text: "\n--\n" }], ["a @ 0→1", "-- @ 0→2", "b @ 0→6"]],
    ["a line end at the end", "a<br> ", [{ from: 1, to: 5, text: "\n" }], ["a @ 0→1"]],
    ["nothing but a line end", "<br>", [{ from: 0, to: 4, text: "\n" }], [" @ 0→1"]],
    [
      "two line ends",
      "a\f\fb",
      [1, 2].map((at) => ({ from: at, to: at + 1, text: "\n" })),
      ["a @ 0→1", " @ 0→2", "b @ 0→4"],
    ],
  ])("%s", (_, text, edits, lines) => {
    expect(brief(edited(line(text), edits))).toEqual(lines);
  });

  it("keeps the places of lines that lost all their text", () => {
    const pieces = [1, 2, 3].map((at) => ({ at: [0, 2, 4][at - 1] ?? 0, line: at, column: 1 }));
    const [first = { at: 0, line: 1, column: 1 }, ...more] = pieces;
    const linesOf = (text: string, edits: readonly Edit[]) =>
      edited({ text, pieces: [first, ...more] }, edits).flatMap((one) => one.pieces.map((piece) => piece.line));
    expect(linesOf("abcd", [])).toEqual([1, 2, 3]);
    expect(linesOf("abcdef", [{ from: 2, to: 4, text: "" }])).toEqual([1, 2, 3]);
    expect(linesOf("abcdef", [{ from: 2, to: 6, text: "" }])).toEqual([1, 2, 3]);
    expect(linesOf("abcdef", [{ from: 4, to: 6, text: "" }])).toEqual([1, 2, 3]);
  });

  it("keeps places over two rounds of edits", () => {
    const [first = line("")] = edited(line("ab<b>cd<b>ef"), [
      { from: 2, to: 5, text: "" },
      { from: 7, to: 10, text: "" },
    ]);
    expect(brief(edited(first, [{ from: 1, to: 3, text: "" }]))).toEqual(["adef @ 0→1 1→7 2→11"]);
    expect(brief(edited(first, [{ from: 3, to: 3, text: "\n" }]))).toEqual(["abc @ 0→1 2→6", "def @ 0→7 1→11"]);
    expect(brief(edited(first, [{ from: 1, to: 5, text: "BCDE" }]))).toEqual(["aBCDEf @ 0→1 2→6 4→11"]);
  });

  it("keeps the line number", () => {
    const lines = edited(line("a<br>b"), [{ from: 1, to: 5, text: "\n" }]);
    expect(lines.map(({ pieces }) => pieces[0].line)).toEqual([7, 7]);
  });
});

describe("replacing", () => {
  it("leaves out the matches without a replacement", () => {
    expect(replacing("a1b2", /\d/g, ([digit]) => (digit === "1" ? "one" : undefined))).toEqual([
      { from: 1, to: 2, text: "one" },
    ]);
  });
});

describe("matchesOf", () => {
  it.each([
    [/\d/g, "1a2", ["1", "2"]],
    [/\d*/g, "1a2", ["1", "", "2", ""]],
    [/x/g, "1a2", []],
  ])("%s in %s", (pattern, text, found) => {
    pattern.lastIndex = 2;
    expect(matchesOf(text, pattern).map(([match]) => match)).toEqual(found);
  });
});
