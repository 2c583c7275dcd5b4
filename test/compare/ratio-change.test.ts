import { describe, expect, it } from "vitest";
import { differenceInterval, mcNemar } from "../../src/compare/ratio-change.ts";
import { comparedHost, netstat, table } from "../support/comparisons.ts";

/** The examples of the paper that the method comes from (table II, method 10), to its four decimals. */
describe("the interval of a difference", () => {
  it.each([
    [
      [56, 70],
      [48, 80],
      [0.0524, 0.3339],
    ],
    [
      [9, 10],
      [3, 10],
      [0.1705, 0.809],
    ],
    [
      [6, 7],
      [2, 7],
      [0.0582, 0.8062],
    ],
    [
      [5, 56],
      [0, 29],
      [-0.0381, 0.1926],
    ],
    [
      [0, 10],
      [0, 20],
      [-0.1611, 0.2775],
    ],
    [
      [0, 10],
      [0, 10],
      [-0.2775, 0.2775],
    ],
    [
      [10, 10],
      [0, 20],
      [0.6791, 1],
    ],
    [
      [10, 10],
      [0, 10],
      [0.6075, 1],
    ],
  ])("of %j and %j is %j", ([k1 = 0, n1 = 0], [k2 = 0, n2 = 0], expected) => {
    const ends = differenceInterval({ offloaded: k2, total: n2 }, { offloaded: k1, total: n1 });
    expect(ends.map((end) => Number(end.toFixed(4)) + 0)).toEqual(expected);
  });
});

describe("the exact McNemar test", () => {
  it.each([
    [0, 0, 1],
    [6, 0, 0.03125],
    [0, 6, 0.03125],
    [5, 5, 1],
    [10, 2, 0.03857],
    [15, 5, 0.04139],
    [1, 0, 1],
    [600, 500, 0.00283],
  ])("of %d there and %d back is %d", (there, back, expected) => {
    expect(mcNemar(there, back)).toBeCloseTo(expected, 4);
  });
});

describe("a change of the share", () => {
  it.each<[what: string, before: string, after: string, outcome: string, difference: number | null]>([
    ["of many", table(0, 40), table(20, 40), "moreThanNoise", 0.5],
    ["of many, back", table(20, 40), table(0, 40), "moreThanNoise", -0.5],
    ["of a few", table(2, 8), table(4, 8), "withinNoise", 0.25],
    ["of none", table(10, 40), table(10, 40), "withinNoise", 0],
    ["of too few before", table(0, 3), table(40, 40), "noShare", null],
    ["of too few after", table(40, 40), table(1, 3), "noShare", null],
    ["of rows that are all on their way", netstat([[1, "Offloading"]]), table(4, 4), "noShare", null],
  ])("%s", async (_, before, after, outcome, difference) => {
    const { ratio } = await comparedHost(before, after);
    expect(ratio).toMatchObject({ outcome, difference });
    expect(ratio.method === null).toBe(difference === null);
    expect(ratio.probability === null).toBe(ratio.method !== "mcnemar");
  });

  it("counts connections that moved where most stand on both sides, and compares shares where they are others", async () => {
    const same = await comparedHost(table(10, 30), table(16, 30));
    expect(same.ratio).toMatchObject({
      method: "mcnemar",
      probability: 0.0313,
      outcome: "moreThanNoise",
      interval: null,
    });
    const later = netstat(Array.from({ length: 30 }, (_, at) => [at + 100, at < 16 ? "Offloaded" : "InHost"]));
    const others = await comparedHost(table(10, 30), later);
    expect(others.ratio).toMatchObject({ method: "newcombe", probability: null, outcome: "withinNoise" });
  });

  it("needs the column", async () => {
    const without = table(0, 8).replaceAll(/ *(?:InHost|Offload State)\r/g, "\r");
    const { ratio, connections, connectionsUnknown } = await comparedHost(table(0, 8), without);
    expect(ratio).toMatchObject({ outcome: "noShare", after: { hasOffloadState: false } });
    expect({ connections, connectionsUnknown }).toEqual({ connections: null, connectionsUnknown: "noOffloadColumn" });
  });
});
