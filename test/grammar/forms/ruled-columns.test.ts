import { describe, expect, it } from "vitest";
import { isLine, line, readLine } from "../../../grammar/contract/lines.ts";
import { cellsUnder, columnRule, titlesOver } from "../../../grammar/forms/ruled-columns.ts";

const columnsOf = (rule: string) => readLine(columnRule("-"), rule)?.value ?? [];
const cellsOf = (row: string, rule: string) => readLine(line("row", "record", cellsUnder(columnsOf(rule))), row)?.value;

describe("the rule under the titles", () => {
  it.each([
    ["----  ------", true],
    ["  --   -", true],
    ["--", true],
    ["- -", false],
    ["", false],
    ["---- x", false],
    ["====", false],
    ["-- ".repeat(70), false],
  ])("%j: %s", (text, expected) => {
    expect(isLine(columnRule("-"), text)).toBe(expected);
  });

  it("may be drawn with other marks", () => {
    expect(readLine(columnRule("="), "=== ====")?.value).toEqual([
      { from: 0, to: 3 },
      { from: 4, to: 8 },
    ]);
  });

  it.each([
    ["Name   State", "----   -----", ["Name", "State"]],
    ["Name    Id", "----    --", ["Name", "Id"]],
    ["Name Id", "---- --", ["Name", "Id"]],
    [
      "Status   Name               DisplayName",
      "------   ----               -----------",
      ["Status", "Name", "DisplayName"],
    ],
    ["Name", "----  -----", undefined],
    ["", "----", undefined],
  ])("%j over %j", (heading, rule, titles) => {
    expect(titlesOver(columnsOf(rule), [heading])).toEqual(titles);
  });

  it("belongs to titles over several lines", () => {
    expect(titlesOver(columnsOf("----  -"), ["Name  V", "      a", "      l"])).toEqual(["Name", "Val"]);
  });
});

describe("the cells of a row", () => {
  const rule = "----         ------ -------";

  it.each([
    ["Ethernet 2        8 True", ["Ethernet 2", "8", "True"]],
    ["Ethernet 2   123456 True", ["Ethernet 2", "123456", "True"]],
    ["Ethernet 2  1234567 False", ["Ethernet 2", "1234567", "False"]],
    ["Ethernet 2          False", ["Ethernet 2", "", "False"]],
    ["Ethernet 2        8", ["Ethernet 2", "8", ""]],
    ["             8      True", ["", "8", "True"]],
    // A terminal draws each of these letters over two columns.
    ["イーサ 2          8 True", ["イーサ 2", "8", "True"]],
    // Tabs have the width that the terminal gives them.
    ["Ethernet 2\t8\tTrue", ["Ethernet 2", "8", "True"]],
  ])("%j: %j", (row, cells) => {
    expect(cellsOf(row, rule)).toEqual(cells);
  });

  it.each(["an_uninterrupted_word_over_all_of_them", "a  b  c_over_the_beginning_of_the_last  d"])(
    "%j does not stand under the titles",
    (row) => {
      expect(cellsOf(row, rule)).toBeUndefined();
    },
  );
});
