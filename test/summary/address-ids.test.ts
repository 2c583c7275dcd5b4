import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addressIdOf, emptyAddressIds } from "../../src/summary/address-ids.ts";

const address = fc.oneof(fc.ipV4(), fc.ipV6(), fc.domain(), fc.constantFrom("192.0.2.1", "192.0.2.01", "", "*"));

describe("ids of addresses", () => {
  it.each([
    ["as many as there is room for", 200],
    // All but two find no slot then, as if they had been chosen to collide.
    ["far too many", 1],
  ])("are one for each text, %s", (_, room) => {
    fc.assert(
      fc.property(fc.array(address, { maxLength: 100 }), (addresses) => {
        const ids = emptyAddressIds(room);
        const given = addresses.map((text) => addressIdOf(ids, text));
        const texts = [...new Set(addresses)];
        expect(ids.texts).toEqual(texts);
        expect(given).toEqual(addresses.map((text) => texts.indexOf(text)));
      }),
    );
  });
});
