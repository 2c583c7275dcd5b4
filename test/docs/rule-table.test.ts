import { describe, expect, it } from "vitest";
import { catalogue } from "../../src/index.ts";
import { withRuleTable } from "./rule-table.ts";

describe("the table of rules of src/findings/README.md", () => {
  it("has one row a rule", () => {
    const table = withRuleTable("<!-- The rules, written by npm run docs -->\n<!-- End of the rules -->\n");
    const rows = table.split("\n").filter((line) => line.startsWith("| `"));
    expect(rows.map((line) => line.split("`")[1])).toEqual(catalogue().map(({ id }) => id));
  });

  it("needs its marks", () => {
    expect(() => withRuleTable("# chimneysweep\n")).toThrow("npm run docs");
  });
});
