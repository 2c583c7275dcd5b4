import { describe, expect, it } from "vitest";
import { sqlCheck } from "../../../grammar/kinds/sql-check.ts";
import { classesIn, remarksIn, segmentOf, settingsIn } from "../../support/readings.ts";

const read = (text: string) => sqlCheck.read(segmentOf(text), { command: null });

describe("the settings in a report of SQLCheck", () => {
  it("have the names that the other captures give them", () => {
    const reading = read(`TCPChimney:                 disabled
RSS:                        enabled
TCPA:                       disabled
`);
    expect(settingsIn(reading)).toEqual(["chimneyOffload=disabled", "receiveSideScaling=enabled", "netDma=disabled"]);
    expect(classesIn(reading)).toBe("rrr");
    expect(reading).toMatchObject({ locale: null, diagnostics: [], recognised: true });
  });

  it("are unknown where they are blank, and nothing but that", () => {
    const reading = read("TCPChimney:                 \nRSS:                        enabled\nTCPA:\n");
    expect(settingsIn(reading)).toEqual(["receiveSideScaling=enabled"]);
    expect(remarksIn(reading)).toEqual(["value-missing 1:1", "value-missing 3:1"]);
    expect(reading.diagnostics[0]?.message).toMatch(/unknown, not disabled/);
  });

  it("may have a value that no document lists", () => {
    const reading = read("TCPChimney:                 often\n");
    expect(settingsIn(reading)).toEqual(["chimneyOffload=often"]);
    expect(remarksIn(reading)).toEqual(["unknown-value 1:29"]);
  });
});

it.each([
  ["TCPChimney:                 disabled", "record"],
  ["TCPChimney:                 ", "record"],
  ["TCPChimney: it is disabled, I think", undefined],
  ["RSS:                        enabled", undefined],
  ["Chimney Offload State               : disabled", undefined],
])("%j is a landmark: %s", (line, found) => {
  expect(sqlCheck.landmark(line, { command: null })).toBe(found);
});

it.each([
  ["RSS:                        enabled", true],
  ["TCPA:                       ", true],
  ["RSS:                        Enabled (1)", false],
  ["Min Ephemeral Port:         49152", false],
])("%j goes on with them: %s", (line, goesOn) => {
  expect(sqlCheck.continues(line, { command: null })).toBe(goesOn);
});

it.each([
  ["SQLCheck", true],
  ["C:\\tools\\SQLCHECK.EXE /Y", true],
  ["SQLCheckers", false],
])("%s asks for them: %s", (command, asks) => {
  expect(sqlCheck.answers(command)).toBe(asks);
});
