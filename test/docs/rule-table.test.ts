import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { catalogue } from "../../src/index.ts";
import { root } from "../support/built.ts";
import { withRuleTable } from "./rule-table.ts";

describe("the table of rules in the README", () => {
  it("is that of the rules there are (npm run docs writes it)", () => {
    const readme = readFileSync(join(root, "README.md"), "utf8");
    expect(readme).toBe(withRuleTable(readme));
  });

  it("has one row a rule", () => {
    const table = withRuleTable("<!-- The rules, written by npm run docs -->\n<!-- End of the rules -->\n");
    const rows = table.split("\n").filter((line) => line.startsWith("| `"));
    expect(rows.map((line) => line.split("`")[1])).toEqual(catalogue().map(({ id }) => id));
  });

  it("needs its marks", () => {
    expect(() => withRuleTable("# chimneysweep\n")).toThrow("npm run docs");
  });
});
