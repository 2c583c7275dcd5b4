import { describe, expect, it } from "vitest";
import { isLine, readLine } from "../../../../grammar/contract/lines.ts";
import { json } from "../../../../grammar/forms/objects/json.ts";
import {
  continuesObjects,
  labelsIn,
  objectLinesAtEnd,
  titlesIn,
  typeIn,
} from "../../../../grammar/forms/objects/lines.ts";
import { list } from "../../../../grammar/forms/objects/list.ts";
import { inBraces, isCutCell, objectOf, propertyOf } from "../../../../grammar/forms/objects/printed-object.ts";
import { objectClasses, objectsIn } from "../../../support/objects.ts";

describe("JSON", () => {
  it.each([
    ["numbers", '{\n  "A": -1.5e+10,\n  "B": 0\n}\n', ["1 A=-1.5e+10 B=0"]],
    ["escapes", '{\n  "A": "a\\n\\t\\\\\\/\\u00e4",\n  "B": "x"\n}\n', ["1 A=a\n\t\\/ä B=x"]],
    ["blanks around signs", '{\n  "A" : "x" ,\n  "B"\t:\tfalse\n}\n', ["1 A=x B=false"]],
    ["an empty array", '{\n  "A": [],\n  "B": 1,\n  "C": 2\n}\n', ["1 A={} B=1 C=2"]],
    ["an array over lines with one value", '{\n  "A": [\n    "x"\n  ],\n  "B": 1\n}\n', ["1 A={x} B=1"]],
    ["an object within", '{\n  "A": {"X": 1},\n  "B": 1,\n  "C": 2\n}\n', ["1 B=1 C=2"]],
    ["an object within, over lines", '{\n  "A": {\n    "X": 1\n  },\n  "B": 1,\n  "C": 2\n}\n', ["1 B=1 C=2"]],
    ["an array of objects within", '{\n  "A": [{"X": 1}],\n  "B": 1,\n  "C": 2,\n  "D": 3\n}\n', ["1 B=1 C=2 D=3"]],
    ["a wrapper in one line", '{"value":[{"A":1},{"A":2}],"Count":2}\n', ["1 A=1", "1 A=2"]],
    ["no end", '[\n  {\n    "A": 1\n  },\n  {\n    "A": 2\n', ["2 A=1", "5 A=2"]],
    ["objects below one another", '{\n  "A": 1\n}\n{\n  "A": 2\n}\n', ["1 A=1", "4 A=2"]],
    ["an empty object", "{\n}\n", []],
    ["a text alone", '["x"]\n', []],
  ])("with %s", (_, text, objects) => {
    expect(objectsIn(text)).toEqual(objects);
    expect(objectClasses(text)).toMatch(/^r+$/);
  });

  it.each(['  "A": "x', '  "A" "x"', "  A: 1", '  "A": 01x', '  "A": "\\q"', '  "A": tru', '  "A": {"B": }'])(
    "is not %s",
    (line) => {
      expect(isLine(json.begin, line)).toBe(false);
    },
  );

  it.each([
    ["{", null, "{"],
    ["  [", null, "["],
    ["[ {", null, "[{"],
    ['  "A": {', "A", "{"],
    ['"A" : [ {', "A", "[{"],
  ])("%s opens brackets", (line, label, bracket) => {
    expect(readLine(json.opening, line)?.value).toEqual({ label, bracket });
  });

  it.each([
    ["}", true],
    ["  ],", true],
    ["}]", true],
    ["} ] ,", true],
    ["},{", false],
    ["}}}", true],
  ])("%s closes brackets: %s", (line, expected) => {
    expect(isLine(json.closing, line)).toBe(expected);
  });
});

describe("tables", () => {
  it.each([
    [
      "cells under their titles",
      "Name  On    N\n----  --    -\na b   True  1\nc           2\n",
      ["3 Name=a b On=True N=1", "4 Name=c N=2"],
    ],
    [
      "numbers at the right",
      "Name  Number\n----  ------\na          1\nb     123456\n",
      ["3 Name=a Number=1", "4 Name=b Number=123456"],
    ],
    ["numbers that begin before their column", "Name   Num\n----   ---\na    12345\n", ["3 Name=a Num=12345"]],
    ["TABs", "Name  On\n----  --\na\tTrue\n", ["3 Name=a On=True"]],
    ["wide letters", "Name    On\n----    --\n名前    True\n", ["3 Name=名前 On=True"]],
    [
      "cells that go on below",
      "Name  Text\n----  ----\na     one\n      two\nb     x\n",
      ["3 Name=a Text=one two", "5 Name=b Text=x"],
    ],
    ["groups of rows", "Name  On\n----  --\na     True\n\nb     False\n", ["3 Name=a On=True", "5 Name=b On=False"]],
    ["dots for rows", "Name  On\n----  --\na     True\n...\nb     False\n", ["3 Name=a On=True", "5 Name=b On=False"]],
    [
      "a second heading",
      "Name  On\n----  --\na     True\nName  N\n----  -\nb     1\n",
      ["3 Name=a On=True", "6 Name=b N=1"],
    ],
    [
      "another table below",
      "Name  On\n----  --\na     True\n\nName  N\n----  -\nb     1\n",
      ["3 Name=a On=True", "7 Name=b N=1"],
    ],
    ["a list below", "Name  On\n----  --\na     True\n\nName : b\nOn : x\n", ["3 Name=a On=True", "5 Name=b On=x"]],
  ])("with %s", (_, text, objects) => {
    expect(objectsIn(text)).toEqual(objects);
  });

  it.each([
    ["Name  On\n----  --\naaaaaaaaaaTrue\n", "hh?"],
    ["Name  On\n----\na     True\n", "hhr"],
    ["Name\n----  --\na     True\n", "???"],
  ])("%j is classed %s", (text, classes) => {
    expect(objectClasses(text)).toBe(classes);
  });
});

describe("lists", () => {
  it.each([
    [
      "values that go on",
      "Name : a\nLong : one\n                 two\n                 three\nOn : True\n",
      ["1 Name=a Long=one two three On=True"],
    ],
    ["objects by their first property", "Name : a\nOn : 1\nName : b\nOn : 2\n", ["1 Name=a On=1", "3 Name=b On=2"]],
    ["objects by blank lines", "Name : a\n\nOn : 1\n", ["1 Name=a", "3 On=1"]],
    ["an empty value", "Name : a\nOn :\nX : 1\n", ["1 Name=a On= X=1"]],
  ])("with %s", (_, text, objects) => {
    expect(objectsIn(text)).toEqual(objects);
  });

  it.each([
    ["N : x", true],
    ["_n1 : x", true],
    ["1n : x", false],
    [`${"N".repeat(61)} : x`, true],
    [`${"N".repeat(62)} : x`, false],
    ["MinRto(ms) : x", true],
    ["MinRto(m1) : x", false],
    ["A: [b] : x", true],
    ["A [b] : x", true],
    ["A  [b] : x", false],
    ["A :x", false],
    ["A: x", false],
    ["A\t: x", true],
    [`A${" ".repeat(80)}: x`, true],
    [`A${" ".repeat(81)}: x`, false],
  ])("%j is a property: %s", (line, expected) => {
    expect(isLine(list.entry, line)).toBe(expected);
  });

  it.each([
    ["        x", true],
    ["       x", false],
    ["\t\t\t\t\t\t\t\tx", true],
  ])("%j is the rest of a value: %s", (line, expected) => {
    expect(isLine(list.more, line)).toBe(expected);
  });
});

describe("a line of objects", () => {
  it.each<[string, readonly string[] | undefined]>([
    ["Name  On", ["Name", "On"]],
    ["Name On", ["Name", "On"]],
    ["ifIndex Name", ["ifIndex", "Name"]],
    ['"Name","On"', ["Name", "On"]],
    ["Name,On", ["Name", "On"]],
    ["Name;On", ["Name", "On"]],
    ["MinRto(ms)  Name", ["MinRto(ms)", "Name"]],
    ["Name", undefined],
    ["name on", undefined],
    ["Name: On", undefined],
    ["some words", undefined],
    [`${" ".repeat(3990)}Name On`, ["Name", "On"]],
    [`${" ".repeat(3994)}Name On`, undefined],
  ])("%j has the titles %j", (line, titles) => {
    expect(titlesIn(line)).toEqual(titles);
  });

  it.each<[string, readonly string[] | undefined]>([
    ["Name : x", ["Name"]],
    ['  "Name": "x",', ["Name"]],
    ['{"Name":"x","On":1}', ["Name", "On"]],
    ['  "A": {', ["A"]],
    ['<S N="Name">x</S>', ["Name"]],
    ['<Obj N="A" RefId="1">', ["A"]],
    ["{", undefined],
    ['<Obj RefId="1">', undefined],
    ["some words", undefined],
    ["", undefined],
  ])("%j has the labels %j", (line, labels) => {
    expect(labelsIn(line)).toEqual(labels);
  });

  it.each([
    ["#TYPE System.X", "System.X", "title"],
    ["TYPE System.X", "System.X", "title"],
    ["<T>System.X</T>", "System.X", "record"],
    ["System.X", undefined, undefined],
  ])("%j says the type %s: %s", (line, name, mark) => {
    expect(typeIn(line)).toEqual(name === undefined ? undefined : { name, landmark: mark });
  });

  it.each([
    ["a  b", true],
    ["a b", false],
    ["LAN  RSS  Enabled  *RSS  {1}", true],
    ["a *RSS", true],
    ["a {1}", true],
    ["a {1", false],
    ["a {1} b", false],
    ["Name : x", true],
    ["        more", true],
    ["----  --", true],
    ["...", true],
    ["+ Get-NetAdapterRss", true],
    ["At line:1 char:1", true],
    ["Get-NetAdapterRss : No such thing", true],
    ["Get-NetAdapterRss: No such thing", false],
    ['"a","b"', true],
    ["{", true],
    ["},", true],
    ["<Props>", true],
    ["some words here", false],
  ])("%j goes on with objects: %s", (line, expected) => {
    expect(continuesObjects(line)).toBe(expected);
  });

  it.each([
    [["x", "Name : a"], 1],
    [["Name : a", "x"], 0],
    [["        more", "        more"], 0],
    [["{", '"A": 1,'], 2],
    [["<Obj>", "<Props>"], 2],
  ])("%j end with %i lines of one object", (lines, count) => {
    expect(objectLinesAtEnd(lines)).toBe(count);
  });
});

it("an object has its properties whatever their case, without empty cells", () => {
  const object = objectOf(7, ["A", "B", "C"], ["x", "", "z"]);
  expect(object).toEqual({
    from: 7,
    entries: [
      { from: 7, label: "A", value: "x" },
      { from: 7, label: "C", value: "z" },
    ],
  });
  expect(objectOf(0, ["A", "B"], ["x"]).entries).toHaveLength(1);
  expect([propertyOf(object, "c"), propertyOf(object, "B")]).toEqual(["z", undefined]);
  expect(["a...", "a…", "a..", "...a"].map(isCutCell)).toEqual([true, true, false, false]);
  expect([inBraces(["a", "b"]), inBraces([])]).toEqual(["{a, b}", "{}"]);
});
