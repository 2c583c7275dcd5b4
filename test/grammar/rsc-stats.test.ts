import { describe, expect, it } from "vitest";
import { rscStats } from "../../grammar/rsc-stats.ts";
import { classesIn, remarksIn, segmentOf } from "../support/readings.ts";

const COMMAND = "netsh int tcp show rscstats";
const read = (text: string) => rscStats.read(segmentOf(text), { command: COMMAND });
const landmark = (line: string, command: string | null) => rscStats.landmark(line, { command });

describe("behind the echoed command", () => {
  it("cells are kept as printed, whatever the columns", () => {
    const reading = read("Alpha         Beta\n-----------   ----\nfirst word       7\n");
    expect(reading.records.map(({ line, column, value }) => `${line} ${column}=${value}`)).toEqual([
      "3 Alpha=first word",
      "3 Beta=7",
    ]);
    expect(reading).toMatchObject({ traits: { state: "table" }, recognised: true });
    expect(remarksIn(reading)).toEqual(["chimneystats-unverified 1:1"]);
  });

  it("a table may be empty", () => {
    const reading = read("Alpha  Beta\n-----  ----\n\n");
    expect(reading).toMatchObject({ traits: { state: "table" }, records: [], recognised: true });
    expect(classesIn(reading)).toBe("hhb");
  });

  it.each([
    ["The following command was not found: int tcp show rscstats.", "notAvailable", "m"],
    ["The requested operation requires elevation (Run as administrator).", "notAvailable", "m"],
    ["some words", "unreadable", "?"],
  ])("%j: %s", (text, state, classes) => {
    const reading = read(text);
    expect(reading).toMatchObject({ traits: { state }, records: [], recognised: true });
    expect(classesIn(reading)).toBe(classes);
  });

  it("netsh's help is no capture", () => {
    expect(read("Usage: show rscstats\n\nRemarks: something.\n")).toMatchObject({ recognised: false, diagnostics: [] });
  });
});

it.each([
  ["Alpha  Beta", COMMAND, "record"],
  ["The following command was not found: int tcp show rscstats.", null, "message"],
  ["Access is denied.", COMMAND, "message"],
  ["Alpha  Beta", null, undefined],
  ["Alpha  Beta", "netsh int tcp show chimneystats", undefined],
  ["Access is denied.", null, undefined],
  ["The following command was not found: int tcp show chimneystats.", null, undefined],
  ["show rscstats - Shows something.", null, undefined],
])("%j after %j is a landmark: %s", (line, command, found) => {
  expect(landmark(line, command)).toBe(found);
});
