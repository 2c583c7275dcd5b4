import { describe, expect, it } from "vitest";
import { netDmaStats } from "../../../grammar/kinds/net-dma-stats.ts";
import { classesIn, remarksIn, segmentOf } from "../../support/readings.ts";

const COMMAND = "netsh int tcp show netdmastats";
const read = (text: string, command: string | null = null) => netDmaStats.read(segmentOf(text), { command });
const landmark = (line: string, command: string | null = null) => netDmaStats.landmark(line, { command });
const goesOn = (line: string, command: string | null = null) => netDmaStats.continues(line, { command });

describe("the message of versions without NetDMA", () => {
  const first = "NetDMA is not supported in this version of Windows.";
  const rest = [
    "Changing NetDMA settings will have no effect. Please refer to:",
    "http://msdn.microsoft.com/en-us/library/ff568342(VS.85).aspx",
    "for more information.",
  ];

  it.each([
    ["broken over lines", [first, ...rest]],
    [
      "broken elsewhere",
      ["NetDMA is not supported in this", "version of Windows. Changing NetDMA settings", ...rest.slice(1)],
    ],
    ["on one line", [[first, ...rest].join(" ")]],
    ["with more behind it", [`${[first, ...rest].join(" ")} (seen in May)`]],
    ["cut short", [first]],
  ])("%s", (_what, lines) => {
    const reading = read(`${lines.join("\n")}\n\n`);
    expect(reading).toMatchObject({
      traits: { state: "notSupported" },
      locale: "en-US",
      records: [],
      recognised: true,
    });
    expect(classesIn(reading)).toBe(`${"m".repeat(lines.length)}b`);
    expect(lines.map((line, at) => (at === 0 ? landmark(line) === "message" : goesOn(line)))).not.toContain(false);
  });

  it("is not what follows it", () => {
    const reading = read([first, ...rest, "some words", ...rest.slice(2)].join("\n"));
    expect(classesIn(reading)).toBe("mmmm--");
  });
});

it.each([
  ["The following command was not found: int tcp show netdmastats.", null, "message"],
  ["The following command was not found: int tcp show netdmastats.", COMMAND, "message"],
  ["The requested operation requires elevation (Run as administrator).", COMMAND, "message"],
  ["Alpha  Beta", COMMAND, "record"],
  ["The following command was not found: int tcp show chimneystats.", null, undefined],
  ["NetDMA is not supported", null, undefined],
  ["NetDMA is not supported by this adapter, they say.", null, undefined],
  ["NetDMA State                        : enabled", null, undefined],
  ["Alpha  Beta", null, undefined],
  ["for more information.", null, undefined],
])("%j after %j is a landmark: %s", (line, command, found) => {
  expect(landmark(line, command)).toBe(found);
});

it("keeps a table cell by cell", () => {
  const reading = read("Alpha  Beta\n-----  ----\n7      x y\n", COMMAND);
  expect(reading.records.map(({ line, column, value }) => `${line} ${column}=${value}`)).toEqual([
    "3 Alpha=7",
    "3 Beta=x y",
  ]);
  expect(reading.traits).toEqual({ state: "table" });
  expect(remarksIn(reading)).toEqual(["chimneystats-unverified 1:1"]);
});
