import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Side } from "../../src/summary/grouping.ts";
import { portCounts } from "../../src/summary/port-counts.ts";

const port = fc.oneof(fc.integer({ min: 0, max: 65_535 }), fc.constantFrom(445, 1433, 50_000, 50_001));
const side = fc.constantFrom<Side>(0, 1, 2);

describe("counts by port", () => {
  it("are those that a map would give, largest first, then by port", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(port, side), { maxLength: 200 }), (rows) => {
        const counts = portCounts();
        const expected = new Map<number, { sides: [number, number, number]; first: number }>();
        for (const [index, [key, at]] of rows.entries()) {
          counts.count(key, at, index);
          const group = expected.get(key) ?? { sides: [0, 0, 0], first: index };
          group.sides[at] += 1;
          expected.set(key, group);
        }
        const groups = counts.groups(1000);
        expect(groups).toHaveLength(expected.size);
        for (const { key, offloaded, inHost, transitional, first } of groups) {
          expect({ sides: [offloaded, inHost, transitional], first }).toEqual(expected.get(key));
        }
        const order = groups.map(({ key, offloaded, inHost, transitional }) => [
          -offloaded - inHost - transitional,
          key,
        ]);
        expect(order).toEqual(order.toSorted(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d));
      }),
    );
  });

  it("leave out what is no port", () => {
    const counts = portCounts();
    for (const none of [-1, 65_536, 1e9]) counts.count(none, 0, 0);
    expect(counts.groups(10)).toEqual([]);
  });

  it("of too many ports are those of services and the largest of the others", () => {
    const counts = portCounts();
    for (let key = 50_000; key < 50_100; key += 1)
      for (let times = 0; times < key % 5; times += 1) counts.count(key, 1, 0);
    counts.count(3389, 0, 7);
    const keys = counts.groups(22).map(({ key }) => key);
    expect(keys).toHaveLength(22);
    expect(keys.slice(0, 20).every((key) => key % 5 === 4)).toBe(true);
    expect(keys.slice(20)).toEqual([50_003, 3389]);
  });
});
