import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sharingParts } from "../../src/fleet/shared-parts.ts";
import type { BundleEntry } from "../../src/index.ts";
import { anyBundle, bundleEntryOf } from "../support/bundle-entries.ts";

const copyOf = (entry: BundleEntry) => JSON.parse(JSON.stringify(entry)) as BundleEntry;

describe("entries of a roll-up", () => {
  it("say the same whatever they share", () => {
    fc.assert(
      fc.property(fc.array(anyBundle, { maxLength: 6 }), (bundles) => {
        const share = sharingParts();
        expect(bundles.map((one) => JSON.stringify(share(one)))).toEqual(bundles.map((one) => JSON.stringify(one)));
      }),
    );
  });

  it("hold what is equal in them once", () => {
    const share = sharingParts();
    const entry = bundleEntryOf("a.zip", [{ host: "SRV01" }, { host: "SRV02" }]);
    const [one, other] = [share(copyOf(entry)), share(copyOf(entry))];
    expect(other.sources).toBe(one.sources);
    expect(other.hosts[1]?.failing).toBe(one.hosts[0]?.failing);
  });
});
