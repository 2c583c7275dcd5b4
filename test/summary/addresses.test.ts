import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonical, isName, LOOPBACK, quadOf, WILDCARD } from "../../src/summary/addresses.ts";

describe("the canonical form of an address", () => {
  it.each([
    ["192.0.2.7", "192.0.2.7"],
    ["127.0.0.1", LOOPBACK],
    ["127.255.255.254", LOOPBACK],
    ["::1", LOOPBACK],
    ["0:0:0:0:0:0:0:1", LOOPBACK],
    ["::1%1", LOOPBACK],
    ["::ffff:127.0.0.9", LOOPBACK],
    ["::ffff:7f12:3", LOOPBACK],
    ["localhost", LOOPBACK],
    ["LOCALHOST", LOOPBACK],
    ["0.0.0.0", WILDCARD],
    ["::", WILDCARD],
    ["*", WILDCARD],
    ["", WILDCARD],
    ["::ffff:192.0.2.7", "192.0.2.7"],
    ["2001:DB8:0:0::7", "2001:db8::7"],
    ["2001:0db8::0007", "2001:db8::7"],
    ["fe80::1%4", "fe80::1%4"],
    ["FE80:0::1%eth0-x", "fe80::1%eth0-x"],
    ["SRV01.Example.test", "srv01.example.test"],
    ["127.example.test", "127.example.test"],
    ["128.0.0.1", "128.0.0.1"],
    ["::2", "::2"],
    ["2001:db8::g", "2001:db8::g"],
    ["1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7:8:9"],
    ["::1::", "::1::"],
  ])("%s → %s", (address, form) => {
    expect(canonical(address)).toBe(form);
  });

  it("is its own canonical form", () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV6(), fc.ipV4(), fc.string(), fc.domain()), (address) => {
        const form = canonical(address);
        expect(canonical(form)).toBe(form);
      }),
    );
  });

  it("takes a very long text that looks like an address for a name or an odd address, at once", () => {
    const address = "1:".repeat(100_000);
    expect(canonical(address)).toBe(address);
  });
});

describe("a name", () => {
  it.each([
    ["srv01", true],
    ["127.example.test", true],
    ["3srv", true],
    ["192.0.2.7", false],
    ["2001:db8::7", false],
    [WILDCARD, false],
    [LOOPBACK, false],
  ])("%s: %s", (form, expected) => {
    expect(isName(form)).toBe(expected);
  });
});

describe("the bits of an IPv4 address", () => {
  it.each([
    ["0.0.0.0", 0],
    ["0.0.2.1", 0x201],
    ["127.0.0.1", 0x7f000001],
    ["192.0.2.7", 0xc0000207 | 0],
    ["255.255.255.255", -1],
    ["192.0.2.07", undefined],
    ["192.0.2.256", undefined],
    ["192.0.2", undefined],
    ["192.0.2.", undefined],
    [".192.0.2.1", undefined],
    ["192..2.1", undefined],
    ["192.0.2.7.1", undefined],
    ["192.0.2.7 ", undefined],
    ["192.0.2.a", undefined],
    ["1234567", undefined],
    ["", undefined],
    ["::ffff:192.0.2.7", undefined],
  ])("of %j are %s", (address, bits) => {
    expect(quadOf(address)).toBe(bits);
  });

  it("stand for one text only, and are those of its parts", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 255 }), { minLength: 4, maxLength: 4 }), (parts) => {
        const quad = quadOf(parts.join(".")) ?? Number.NaN;
        expect([24, 16, 8, 0].map((shift) => (quad >>> shift) & 255)).toEqual(parts);
      }),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9.]{0,16}$/), (text) => {
        const quad = quadOf(text);
        if (quad !== undefined) expect([24, 16, 8, 0].map((shift) => (quad >>> shift) & 255).join(".")).toBe(text);
      }),
    );
  });
});
