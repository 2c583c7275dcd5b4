import { describe, expect, it } from "vitest";
import type { Grammar } from "../../grammar/contract/grammar.ts";
import type { ChimneyStatsCell, ChimneyStatsTraits } from "../../grammar/kinds/chimney-stats.ts";
import { classesIn, remarksIn, segmentOf } from "./readings.ts";

/**
 * What holds for every statistics table of netsh that nobody ever published: it is read by its shape alone, behind its
 * own echoed command and behind no other. `name` is the last word of that command, `another` that of one that is not it.
 */
export function readsByShape(
  grammar: Grammar<string, ChimneyStatsCell, ChimneyStatsTraits>,
  name: string,
  another: string,
): void {
  const command = `netsh int tcp show ${name}`;
  const read = (text: string) => grammar.read(segmentOf(text), { command });
  const landmark = (line: string, echoed: string | null) => grammar.landmark(line, { command: echoed });

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
      [`The following command was not found: int tcp show ${name}.`, "notAvailable", "m"],
      ["The requested operation requires elevation (Run as administrator).", "notAvailable", "m"],
      ["some words", "unreadable", "?"],
    ])("%j: %s", (text, state, classes) => {
      const reading = read(text);
      expect(reading).toMatchObject({ traits: { state }, records: [], recognised: true });
      expect(classesIn(reading)).toBe(classes);
    });

    it("netsh's help is no capture", () => {
      expect(read(`Usage: show ${name}\n\nRemarks: something.\n`)).toMatchObject({
        recognised: false,
        diagnostics: [],
      });
    });
  });

  it.each([
    ["Alpha  Beta", command, "record"],
    [`The following command was not found: int tcp show ${name}.`, null, "message"],
    ["Access is denied.", command, "message"],
    ["Alpha  Beta", null, undefined],
    ["Alpha  Beta", `netsh int tcp show ${another}`, undefined],
    ["Access is denied.", null, undefined],
    [`The following command was not found: int tcp show ${another}.`, null, undefined],
    [`show ${name} - Shows something.`, null, undefined],
  ])("%j after %j is a landmark: %s", (line, echoed, found) => {
    expect(landmark(line, echoed)).toBe(found);
  });
}
