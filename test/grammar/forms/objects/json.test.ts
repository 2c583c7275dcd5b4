import { expect, it } from "vitest";
import { objectClasses, objectsIn } from "../../../support/objects.ts";

it.each([
  [
    "an array",
    '[\n    {\n        "Name":  "a",\n        "On":  true\n    },\n    {\n        "Name":  "b \\u00fc",\n        "On":  null\n    }\n]\n',
    ["2 Name=a On=true", "6 Name=b ü On="],
  ],
  ["a single object", '{\n    "Name":  "a",\n    "N":  1\n}\n', ["1 Name=a N=1"]],
  ["one line", '[{"Name":"a","On":true},{"Name":"b"}]\n', ["1 Name=a On=true", "1 Name=b"]],
  ["brackets side by side", '[{\n  "Name": "a"\n}, {\n  "Name": "b"\n}]\n', ["1 Name=a", "3 Name=b"]],
  [
    "several values of a property",
    '{\n  "V":  [\n         "1",\n         2\n       ],\n  "W": ["x"]\n}\n',
    ["1 V={1, 2} W={x}"],
  ],
  ["a wrapper", '{\n  "value": [\n    {\n      "Name": "a"\n    }\n  ],\n  "Count": 1\n}\n', ["3 Name=a"]],
  [
    "what every CIM object says of its class",
    '{\n  "Name":  "a",\n  "On":  1,\n  "To":  2,\n  "CimClass":  {\n    "Name":  "x"\n  },\n  "CimInstanceProperties":  [\n    {\n      "Name":  "y"\n    }\n  ],\n  "Last": 3\n}\n',
    ["1 Name=a On=1 To=2 Last=3"],
  ],
  ["its beginning lost", '    "On":  true\n  },\n  {\n    "Name":  "b"\n', ["1 On=true", "3 Name=b"]],
])("with %s", (_what, text, objects) => {
  expect(objectsIn(text)).toEqual(objects);
  expect(objectClasses(text)).toMatch(/^r+$/);
});

it("brackets within brackets without end are lines like others", () => {
  const text = `${'"a": {\n'.repeat(5000)}${'{"a": '.repeat(5000)}\n`;
  expect(objectClasses(text)).toMatch(/^r{5000}\?$/);
});
