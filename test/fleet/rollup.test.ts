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

  it("counts a bundle once that two runs read, the run that got further", () => {
    const done = bundleEntryOf("a.zip", [{ host: "SRV01" }]);
    const interrupted = bundleEntryOf("a.zip", [], { status: "failed", reason: "gave up after 120 seconds" });
    for (const entries of [
      [done, interrupted],
      [interrupted, done],
    ]) {
      expect(mergeRollups(entries.map((entry) => rollupOf([entry]))).bundles).toEqual([done]);
    }
  });

  it("keeps bundles of one name that are not the same", () => {
    const [one, other] = [
      bundleEntryOf("a.zip", [], { fingerprint: "1" }),
      bundleEntryOf("a.zip", [], { fingerprint: "2" }),
    ];
    expect(mergeRollups([rollupOf([other]), rollupOf([one])]).bundles).toEqual([one, other]);
  });
});
