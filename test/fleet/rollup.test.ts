import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeRollups, rollupOf } from "../../src/fleet/index.ts";
import { anyBundle, bundleEntryOf } from "../support/bundle-entries.ts";

const bundles = fc.array(anyBundle, { maxLength: 8 });
const rollup = bundles.map(rollupOf);

describe("merging roll-ups", () => {
  it("is what one run over everything gives", () => {
    fc.assert(
      fc.property(bundles, bundles, (a, b) => {
        expect(mergeRollups([rollupOf(a), rollupOf(b)])).toEqual(rollupOf([...a, ...b]));
      }),
    );
  });

  it("does not depend on the order", () => {
    fc.assert(
      fc.property(rollup, rollup, (a, b) => {
        expect(mergeRollups([a, b])).toEqual(mergeRollups([b, a]));
      }),
    );
  });

  it("does not depend on what is merged first", () => {
    fc.assert(
      fc.property(rollup, rollup, rollup, (a, b, c) => {
        expect(mergeRollups([mergeRollups([a, b]), c])).toEqual(mergeRollups([a, mergeRollups([b, c])]));
      }),
    );
  });

  it("changes nothing when a share is given twice, or goes through JSON", () => {
    fc.assert(
      fc.property(rollup, (a) => {
        expect(mergeRollups([a, JSON.parse(JSON.stringify(a))])).toEqual(a);
      }),
    );
  });

  it("keeps bundles of one name that are not the same", () => {
    const [one, other] = [
      bundleEntryOf("a.zip", [], { fingerprint: "1" }),
      bundleEntryOf("a.zip", [], { fingerprint: "2" }),
    ];
    expect(mergeRollups([rollupOf([other]), rollupOf([one])]).bundles).toEqual([one, other]);
  });
});
