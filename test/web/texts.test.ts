import { describe, expect, it } from "vitest";
import { dropText, keepText, linesOf, noTexts } from "../../src/web/texts.ts";

describe("the texts of sources", () => {
  it.each([
    ["one piece", ["a\nb\nc"], ["a", "b", "c"]],
    ["pieces that end with a line", ["a\n", "b\n"], ["a", "b"]],
    ["pieces that end within a line", ["a\nb", "c\nd"], ["a", "bc", "d"]],
    ["line ends of Windows", ["a\r\nb\r\r\n"], ["a", "b"]],
    ["empty lines", ["\n\na\n"], ["", "", "a"]],
    ["an empty piece", ["", "a"], ["a"]],
    ["nothing", [], []],
  ] as const)("give their lines: %s", (_, pieces, lines) => {
    const texts = noTexts();
    for (const piece of pieces) keepText(texts, "a.txt", piece);
    expect(linesOf(texts, "a.txt", 0, 100)).toEqual(lines);
    expect(linesOf(texts, "a.txt", 1, 2)).toEqual(lines.slice(1, 2));
  });

  it("are kept up to a limit, whole pieces only", () => {
    const texts = noTexts();
    keepText(texts, "a.txt", "one\n", 8);
    keepText(texts, "a.txt", "two\nthree\n", 8);
    keepText(texts, "a.txt", "x\n", 8);
    keepText(texts, "b.txt", "y\n", 8);
    expect(linesOf(texts, "a.txt", 0, 9)).toEqual(["one"]);
    expect(texts.bySource.get("a.txt")?.extent).toBe("beginning");
    expect(texts.bySource.get("b.txt")?.extent).toBe("whole");
  });

  it("make room when they are let go of", () => {
    const texts = noTexts();
    keepText(texts, "a.txt", "12345678", 8);
    dropText(texts, "a.txt");
    keepText(texts, "b.txt", "12345678", 8);
    expect(linesOf(texts, "b.txt", 0, 1)).toEqual(["12345678"]);
    expect(linesOf(texts, "a.txt", 0, 1)).toEqual([]);
  });

  it("are cut where a line is very long", () => {
    const texts = noTexts();
    keepText(texts, "a.txt", "x".repeat(10_000));
    expect(linesOf(texts, "a.txt", 0, 1)[0]).toBe(`${"x".repeat(2000)}…`);
  });
});
