import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { grammars } from "../../grammar/index.ts";
import { root } from "../support/built.ts";
import { withCaptureTable } from "./capture-table.ts";

const marks = "<!-- What is recognised, written by npm run docs -->\n<!-- End of what is recognised -->\n";

describe("the table of captures in the README", () => {
  it("is that of the kinds there are (npm run docs writes it)", () => {
    const readme = readFileSync(join(root, "README.md"), "utf8");
    expect(readme).toBe(withCaptureTable(readme));
  });

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
