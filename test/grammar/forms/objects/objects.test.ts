import { describe, expect, it } from "vitest";
import { propertyOf } from "../../../../grammar/forms/objects/printed-object.ts";
import { objectClasses, objectsIn, objectsOf } from "../../../support/objects.ts";

describe("lists", () => {
  it.each([
    ["blocks", "Name : a\nOn : True\n\n\nName : b\nOn : False", ["1 Name=a On=True", "5 Name=b On=False"]],
    ["blocks that lost their blank lines", "Name : a\nOn : True\nName : b", ["1 Name=a On=True", "3 Name=b"]],
    [
      "values over several lines",
      "Name : a\nTable : 0:0\n                0:1\n                0:2",
      ["1 Name=a Table=0:0 0:1 0:2"],
    ],
    ["empty values", "Name : a\nTable :", ["1 Name=a Table="]],
  ])("with %s", (_what, text, objects) => {
    expect(objectsIn(text)).toEqual(objects);
  });

  it.each([
    ["Name : a\n...\n\nsome words", "rmb?"],
    ["                 0:1\nName : a\n\n                 0:2", "?rb?"],
    ["Get-NetAdapterRss : No objects found.\nAt line:1 char:1\n+ Get-NetAdapterRss\n    + CategoryInfo : x", "mmmm"],
  ])("%j is classed %s", (text, found) => {
    expect(objectClasses(text)).toBe(found);
  });
});

describe("tables", () => {
  const heading = "Name   State  Words\n----   -----  -----";

  it.each([
    [
      "rows",
      `${heading}\na b    Up     x y\nc      Down   z`,
      ["3 Name=a b State=Up Words=x y", "4 Name=c State=Down Words=z"],
    ],
    ["empty cells", `${heading}\na             z`, ["3 Name=a Words=z"]],
    [
      "wrapped cells",
      `${heading}\na      Up     x\n              y\nb      Up     z`,
      ["3 Name=a State=Up Words=x y", "5 Name=b State=Up Words=z"],
    ],
    [
      "a second heading",
      `${heading}\na      Up     x\n\nName  Id\n----  --\nb      7`,
      ["3 Name=a State=Up Words=x", "7 Name=b Id=7"],
    ],
    [
      "a title that is printed letter by letter",
      "Name   State  W\n              o\n              r\n----   -----  -\na      Up     {",
      ["5 Name=a State=Up Wor={"],
    ],
    [
      "a list below",
      `${heading}\na      Up     x\n\nName : b\nState : Up`,
      ["3 Name=a State=Up Words=x", "5 Name=b State=Up"],
    ],
  ])("with %s", (_what, text, objects) => {
    expect(objectsIn(text)).toEqual(objects);
  });

  it("keep rows that do not fit apart", () => {
    const text = `${heading}\na_long_name_over_the_columns\nb      Up     x`;
    expect(objectClasses(text)).toBe("hh?r");
  });
});

it("a property is found whatever the case of its name", () => {
  const [object] = objectsOf("Name : a\nENABLED : True");
  expect(object && [propertyOf(object, "enabled"), propertyOf(object, "Nothing")]).toEqual(["True", undefined]);
});
