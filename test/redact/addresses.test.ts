import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { otherIpv4Text, otherIpv6Text } from "../../src/redact/address-text.ts";
import { otherIpv4, otherIpv6 } from "../../src/redact/addresses.ts";
import { secretOf } from "../../src/redact/secret.ts";

const secret = secretOf(new TextEncoder().encode("sixteen bytes and more"));
const octets = fc.array(fc.nat(255), { minLength: 4, maxLength: 4 });
const groups = fc.array(fc.nat(0xffff), { minLength: 8, maxLength: 8 });

const bits = (address: readonly number[]) => address.map((octet) => octet.toString(2).padStart(8, "0")).join("");
const digits = (address: readonly number[]) => address.map((group) => group.toString(16).padStart(4, "0")).join("");
const shared = (one: string, other: string) => [...one].findIndex((sign, at) => sign !== other[at]);

describe("an address of IPv4", () => {
  it("shares as many bits with another one as the addresses they stand for", () => {
    fc.assert(
      fc.property(octets, octets, fc.nat(32), (one, random, length) => {
        const other = bits(one).slice(0, length) + bits(random).slice(length);
        const near = (other.match(/.{8}/g) ?? []).map((octet) => Number.parseInt(octet, 2));
        const [a, b] = [otherIpv4(one, secret), otherIpv4(near, secret)].map(bits);
        expect(shared(a ?? "", b ?? "")).toBe(shared(bits(one), other));
      }),
    );
  });

  it.each([
    ["10.1.2.3", /^10\./],
    ["172.20.0.1", /^172\.(?:1[6-9]|2\d|3[01])\./],
    ["192.168.1.1", /^192\.168\./],
    ["169.254.3.4", /^169\.254\./],
    ["100.64.9.9", /^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./],
    ["239.1.2.3", /^2(?:2[4-9]|3\d)\./],
    ["127.0.0.1", /^127\.0\.0\.1$/],
    ["0.0.0.0", /^0\.0\.0\.0$/],
    ["224.0.0.252", /^224\.0\.0\.252$/],
    ["255.255.252.0", /^255\.255\.252\.0$/],
    ["8.8.8.8", /^(?!8\.8\.8\.8$|10\.|127\.|0\.)/],
    ["10.1.x.x", /^10\.\d+\.x\.x$/],
  ])("%s stays in its range", (address, expected) => {
    expect(otherIpv4Text(address, secret)).toMatch(expected);
  });

  it("is never its own, unless it is everybody's", () => {
    const everybodys = /^(?:0|127|2[4-5]\d)\.|^224\.0\.0\./;
    fc.assert(
      fc.property(octets, (own) => {
        fc.pre(!everybodys.test(own.join(".")));
        expect(otherIpv4(own, secret)).not.toEqual(own);
      }),
    );
  });
});

describe("an address of IPv6", () => {
  it("shares as many digits with another one as the addresses they stand for, from the second group on", () => {
    fc.assert(
      fc.property(groups, groups, fc.integer({ min: 4, max: 32 }), (one, random, length) => {
        const other = digits(one).slice(0, length) + digits(random).slice(length);
        const near = (other.match(/.{4}/g) ?? []).map((group) => Number.parseInt(group, 16));
        const [a, b] = [otherIpv6(one, secret), otherIpv6(near, secret)].map(digits);
        expect(shared(a ?? "", b ?? "")).toBe(shared(digits(one), other));
      }),
    );
  });

  it.each([
    ["::1", /^::1$/],
    ["::", /^::$/],
    ["fe80::1c2d:3e4f:5a6b:7c8d", /^fe80::(?:[1-9a-f][\da-f]{3}:){3}[1-9a-f][\da-f]{3}$/],
    ["fd00:12::5", /^fd00:[1-9a-f][\da-f]::[1-9a-f]$/],
    ["2001:db8::20", /^2001:db8::[1-9a-f][\da-f]$/],
    ["FE80::A", /^FE80::[1-9A-F]$/],
    ["::ffff:192.168.1.5", /^::ffff:192\.168\.\d+\.\d+$/],
  ])("%s is written as long as before", (address, expected) => {
    const other = otherIpv6Text(address, secret);
    expect(other).toMatch(expected);
  });

  it.each(["12:34:56", "1::2::3", "fe80", "12345::1", "a:b:c:d:e:f:1:2:3"])("%s is none", (text) => {
    expect(otherIpv6Text(text, secret)).toBeUndefined();
  });
});
