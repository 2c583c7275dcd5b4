import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { differs, eligibleRatio, rawRatio, wilson } from "../../src/summary/ratio.ts";

describe("the Wilson interval", () => {
  it.each([
    [0, 1, 0, 0.7935],
    [1, 1, 0.2065, 1],
    [0, 2, 0, 0.6576],
    [1, 2, 0.0945, 0.9055],
    [0, 4, 0, 0.4899],
    [1, 5, 0.0362, 0.6245],
    [0, 10, 0, 0.2775],
    [5, 10, 0.2366, 0.7634],
    [8, 10, 0.4902, 0.9433],
    [10, 10, 0.7225, 1],
    [9, 12, 0.4677, 0.9111],
    [4, 14, 0.1172, 0.5465],
    [0, 30, 0, 0.1135],
    [0, 100, 0, 0.037],
    [50, 100, 0.4038, 0.5962],
    [900, 1000, 0.8798, 0.9171],
    [1024, 1300, 0.7646, 0.8091],
  ])("%i of %i: %f–%f", (k, n, low, high) => {
    expect(wilson(k, n).map((end) => end.toFixed(4))).toEqual([low.toFixed(4), high.toFixed(4)]);
  });

  it.each([
    [4, 0.5],
    [12, 0.25],
    [16, 0.2],
    [35, 0.1],
    [73, 0.05],
    [381, 0.01],
  ])("none of %i: below %f, and one fewer would not do", (n, bound) => {
    expect(wilson(0, n)[1]).toBeLessThan(bound);
    expect(wilson(0, n - 1)[1]).toBeGreaterThanOrEqual(bound);
  });

  it("contains the share and mirrors itself", () => {
    const some = fc
      .integer({ min: 1, max: 200_000 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(
      fc.property(some, ([k, n]) => {
        const [low, high] = wilson(k, n);
        const [mirroredLow, mirroredHigh] = wilson(n - k, n);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(k / n);
        expect(high).toBeGreaterThanOrEqual(k / n);
        expect(mirroredLow).toBeCloseTo(1 - high, 12);
        expect(mirroredHigh).toBeCloseTo(1 - low, 12);
      }),
    );
  });
});

describe("ratios", () => {
  it("count transitional rows in the raw total and beside the eligible one", () => {
    const sides = { offloaded: 9, inHost: 3, transitional: 1 };
    expect(rawRatio(sides)).toEqual({ ...sides, total: 13, ratio: 0.6923 });
    expect(eligibleRatio(sides)).toEqual({
      ...sides,
      total: 12,
      ratio: 0.75,
      interval: [0.4677, 0.9111],
      envelope: [0.6923, 0.7692],
    });
  });

  it.each([0, 1, 2, 3])("are not given for %i rows", (inHost) => {
    expect(rawRatio({ offloaded: 0, inHost, transitional: 0 }).ratio).toBeNull();
    const eligible = eligibleRatio({ offloaded: 0, inHost, transitional: 9 });
    expect([eligible.ratio, eligible.interval, eligible.envelope]).toEqual([null, null, null]);
  });

  it("have no envelope while nothing is on its way", () => {
    expect(eligibleRatio({ offloaded: 2, inHost: 2, transitional: 0 }).envelope).toBeNull();
  });
});

describe("a group differs from the rest", () => {
  const sides = (offloaded: number, inHost: number) => ({ offloaded, inHost, transitional: 0 });

  it.each([
    ["when the intervals are apart", sides(20, 0), sides(20, 40), true],
    ["when it is the lower one", sides(0, 40), sides(20, 40), true],
    ["not when they overlap", sides(3, 1), sides(8, 8), false],
    ["not when it is small", sides(3, 0), sides(3, 1000), false],
    ["when it is just large enough", sides(4, 0), sides(4, 1000), true],
    ["not when there is no rest", sides(20, 0), sides(20, 0), false],
  ])("%s", (_, group, all, expected) => {
    expect(differs(group, all)).toBe(expected);
  });
});
