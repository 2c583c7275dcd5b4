import { describe, expect, it } from "vitest";
import { judged, median, pairedRatios, spreadOf } from "./ratios.ts";

describe("the median", () => {
  it("is the value in the middle, whatever the order", () => {
    expect(median([9, 1, 5])).toBe(5);
  });

  it("is half way between the two in the middle", () => {
    expect(median([4, 1, 2, 100])).toBe(3);
  });
});

describe("ratios", () => {
  it("are taken within a round, so that a machine that slows down changes none of them", () => {
    const ratios = pairedRatios([1, 2, 8], [2, 4, 16]);
    expect(ratios).toEqual([0.5, 0.5, 0.5]);
    expect(spreadOf(ratios)).toEqual({ median: 0.5, least: 0.5, greatest: 0.5 });
  });

  it("have a spread", () => {
    expect(spreadOf([1.5, 1, 4])).toEqual({ median: 1.5, least: 1, greatest: 4 });
  });

  it("need both sides in every round", () => {
    expect(() => pairedRatios([1, 2], [1])).toThrow("every round");
  });
});

describe("a target", () => {
  it.each([
    [1.2, "<=", 1.2, "reached"],
    [1.8, "<=", 1.2, "MISSED by 50 %"],
    [3, ">=", 3, "reached"],
    [0.43, ">=", 1, "MISSED by 57 %"],
    [1.203, "<=", 1.2, "MISSED by under 1 %"],
  ] as const)("%d against %s %d is %s", (ratio, side, limit, expected) => {
    expect(judged(ratio, { side, limit })).toBe(expected);
  });

  it("is missed by a figure that is none", () => {
    expect(judged(Number.NaN, { side: "<=", limit: 1 })).toMatch(/^MISSED/);
  });
});
