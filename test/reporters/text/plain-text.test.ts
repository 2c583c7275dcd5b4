/// <reference path="../../../src/reporters/text/cliui.d.ts" />
import cliui from "cliui";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plain } from "../../../src/reporters/reporter.ts";
import { openPage } from "../../../src/reporters/text/page.ts";
import { isPlain, plainRow, wrappedPlain } from "../../../src/reporters/text/plain-text.ts";

/** What cliui makes of the same row. */
function byCliui(row: readonly { text: string; width: number; left: number; isRight: boolean }[]): string[] {
  const ui = cliui({ width: row.reduce((sum, { width, left }) => sum + width + left, 0) });
  ui.div(
    ...row.map(({ text, width, left, isRight }) => ({
      text,
      width: width + left,
      padding: [0, 0, 0, left] as const,
      ...(isRight && { align: "right" as const }),
    })),
  );
  return ui.toString().split("\n");
}

const words = fc
  .array(
    fc.string({ unit: fc.constantFrom("a", "Z", "9", "-", "é", "…", "–", "\\", "%"), minLength: 1, maxLength: 12 }),
    {
      maxLength: 12,
    },
  )
  .map((some) => some.join(" "));

describe("plain text", () => {
  it("is set as what measures every character sets it", () => {
    const column = fc.record({
      text: words,
      width: fc.integer({ min: 1, max: 40 }),
      left: fc.integer({ min: 0, max: 6 }),
      isRight: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(column, { minLength: 1, maxLength: 4 }), (row) => {
        const lines = plainRow(row);
        if (lines !== undefined) expect(lines).toEqual(byCliui(row));
        // Only a word that is wider than its column is left to cliui.
        else expect(row.some(({ text, width }) => text.split(" ").some((word) => word.length > width))).toBe(true);
      }),
    );
  });

  it("is none of wide, combined, coloured or unevenly spaced characters", () => {
    for (const text of [
      "表",
      "e\u0301",
      "\x1b[31mred\x1b[39m",
      "two  blanks",
      " led",
      "trailed ",
      "a\nb",
      "a\tb",
      "\u00ad",
    ]) {
      expect([text, isPlain(text), wrappedPlain(text, 80)]).toEqual([text, false, undefined]);
    }
  });

  it("stands on the page like any other", async () => {
    const page = await openPage(40, plain);
    expect(page.paragraph("One two three four five six seven eight nine", 4)).toEqual([
      "    One two three four five six seven",
      "    eight nine",
    ]);
    expect(page.paragraph(`a ${"x".repeat(50)} b`, 2)).toEqual(["  a", `  ${"x".repeat(50)}`, "  b"]);
    expect(
      page.table(
        [
          ["a", "1"],
          ["表表", "22"],
        ],
        { indent: 2, align: "lr" },
      ),
    ).toEqual(["  a      1", "  表表  22"]);
  });
});
