import { describe, expect, it } from "vitest";
import { isTableRule, tableCells, tableColumns } from "../../../../grammar/forms/objects/table.ts";

const columnsOf = (heading: string, rule: string) => {
  const columns = tableColumns(heading, rule);
  if (columns === undefined) throw new Error("no columns");
  return columns;
};

describe("the dashes under the titles", () => {
  it.each([
    ["----  ------", true],
    ["  --   -", true],
    ["--", true],
    ["- -", false],
    ["", false],
    ["---- x", false],
    ["====", false],
    ["-".repeat(5000), false],
  ])("%j: %s", (line, expected) => {
    expect(isTableRule(line)).toBe(expected);
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
  ])("%j over %j", (heading, rule, titles) => {
    expect(columnsOf(heading, rule).map(({ title }) => title)).toEqual(titles);
  });

  it.each([
    ["Name", "----  -----"],
    ["Name   State", "some   words"],
    ["", "----"],
    ["a ".repeat(70), "-- ".repeat(70)],
  ])("%j over %j are no columns", (heading, rule) => {
    expect(tableColumns(heading, rule)).toBeUndefined();
  });
});

describe("the cells of a row", () => {
  const heading = "Name         Queues Enabled";
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
    expect(tableCells(row, columnsOf(heading, rule))).toEqual(cells);
  });

  it.each(["an_uninterrupted_word_over_all_of_them", "a  b  c_over_the_beginning_of_the_last  d"])(
    "%j does not stand under the titles",
    (row) => {
      expect(tableCells(row, columnsOf(heading, rule))).toBeUndefined();
    },
  );
});
