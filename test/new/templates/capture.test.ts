import { expect, it } from "vitest";
import { propertiesIn } from "../../support/adapters.ts";
import { segmentOf } from "../../support/readings.ts";
import { newName } from "./capture.ts";

it("prints a list", () => {
  const reading = newName.read(segmentOf("Name           : Ethernet 2\nNewNameEnabled : True\n"), { command: null });
  expect(propertiesIn(reading)).toEqual(["2 Ethernet 2: NewNameEnabled = True"]);
});

it.each([
  ["NewNameEnabled : True", null, "record"],
  ["Enabled        : True", null, undefined],
  ["Enabled        : True", "Get-NewName", "record"],
])("%j after %j is a landmark: %s", (line, command, found) => {
  expect(newName.landmark(line, { command })).toBe(found);
});
