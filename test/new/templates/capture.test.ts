import { expect, it } from "vitest";
import { propertiesIn } from "../../support/adapters.ts";
import { segmentOf } from "../../support/readings.ts";
import { newName } from "./capture.ts";

it.each([
  ["list", "Name           : Ethernet 2\nNewNameEnabled : True\n", ["2 Ethernet 2: NewNameEnabled = True"]],
  ["table", "Name       Enabled\n----       -------\nEthernet 2 True\n", ["3 Ethernet 2: Enabled = True"]],
])("prints a %s", (_, text, properties) => {
  expect(propertiesIn(newName.read(segmentOf(text), { command: null }))).toEqual(properties);
});

it.each([
  ["NewNameEnabled : True", null, "record"],
  ["Name  NewNameEnabled", null, "heading"],
  ["Enabled        : True", null, undefined],
  ["Enabled        : True", "Get-NewName", "record"],
])("%j after %j is a landmark: %s", (line, command, found) => {
  expect(newName.landmark(line, { command })).toBe(found);
});
