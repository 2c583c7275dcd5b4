import { expect, it } from "vitest";
import { objectClasses, objectsIn } from "../../../support/objects.ts";

it.each([
  [
    "a line for its type",
    '#TYPE Selected.X\n"Name","On"\n"a, b","True"\n"c ""d""",""\n',
    ["3 Name=a, b On=True", '4 Name=c "d"'],
  ],
  ["semicolons", "Name;On\na;True\n", ["2 Name=a On=True"]],
  ["TABs", '"Name"\t"On"\n"a"\t"True"\n', ["2 Name=a On=True"]],
  ["quotation marks where needed only", 'Name,On\n"a, b",True\n', ["2 Name=a, b On=True"]],
])("a table with %s", (_what, text, objects) => {
  expect(objectsIn(text)).toEqual(objects);
});

it.each([
  ['"Name","On"\n"a","True"\n"b"\n"c","x","y"\n"d","False"\n', "hr??r"],
  ['"Name","On"\n"a","True"\n"c","x","y"\n"d","False"\nsome words\n', "hr?r?"],
  ["one, two\n", "?"],
])("%j is classed %s", (text, classes) => {
  expect(objectClasses(text)).toBe(classes);
});
