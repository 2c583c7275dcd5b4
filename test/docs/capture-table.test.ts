import { describe, expect, it } from "vitest";
import { grammars } from "../../grammar/index.ts";
import { withCaptureTable } from "./capture-table.ts";

const marks = "<!-- What is recognised, written by npm run docs -->\n<!-- End of what is recognised -->\n";

describe("the table of captures of grammar/README.md", () => {
  it("has one row a kind, with its command", () => {
    const rows = withCaptureTable(marks)
      .split("\n")
      .filter((line) => line.startsWith("| ") && line.includes("`"));
    expect(rows.map((line) => line.split("`")[1])).toEqual(grammars.map(({ command }) => command));
  });

  it("needs its marks", () => {
    expect(() => withCaptureTable("# chimneysweep\n")).toThrow("npm run docs");
  });
});
