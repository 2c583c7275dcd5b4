import { circle, type Secret } from "./secret.ts";

/** Ranges whose addresses say nothing of a customer, as value and bits: this host, loopback, well-known groups, masks. */
const kept: readonly Range[] = [
  ["0.0.0.0", 8],
  ["127.0.0.0", 8],
  ["224.0.0.0", 24],
  ["240.0.0.0", 4],
].map(rangeOf);

/** Ranges that mean something: an address stays within its own, or without any. */
const special: readonly Range[] = [
  ...kept,
  ...[
    ["10.0.0.0", 8],
    ["100.64.0.0", 10],
    ["169.254.0.0", 16],
    ["172.16.0.0", 12],
    ["192.168.0.0", 16],
    ["224.0.0.0", 4],
  ].map(rangeOf),
];

interface Range {
  readonly value: number;
  readonly bits: number;
}

/**
 * The address of IPv4 that stands for another one, as four numbers. Two addresses share as many bits at the beginning as
 * those they stand for (as with Crypto-PAn), and an address of a special range stays in it: a bit that tells such a range from
 * others is kept. The first bit that may change always does, so no address stands for itself.
 */
export function otherIpv4(octets: readonly number[], secret: Secret): readonly number[] {
  const address = numberOf(octets);
  if (kept.some((range) => isWithin(address, range))) return octets;
  let result = 0;
  let isFirst = true;
  for (let bit = 0; bit < 32; bit += 1) {
    const own = bitOf(address, bit);
    const isFree = !special.some(({ value, bits }) => bits > bit && top(value, bit) === top(address, bit));
    const flips = isFree && (isFirst || isFlipped(address, bit, secret));
    if (isFree) isFirst = false;
    result = result * 2 + (flips ? 1 - own : own);
  }
  return [24, 16, 8, 0].map((shift) => Math.floor(result / 2 ** shift) % 256);
}

/** Whether a bit is flipped: told by the bits in front of it. One hash has the answers for all bits of an octet. */
function isFlipped(address: number, bit: number, secret: Secret): boolean {
  const inOctet = bit % 8;
  const hash = secret("ipv4", String(top(address, bit - inOctet) + (bit - inOctet) * 2 ** 32));
  const node = 2 ** inOctet + (top(address, bit) % 2 ** inOctet);
  return (((hash[node >> 3] ?? 0) >> (node & 7)) & 1) === 1;
}

/** First groups of IPv6 that are followed by a second one which tells a range as well: documentation, NAT64, Teredo. */
const longer: ReadonlySet<string> = new Set(["2001:db8", "2001:0", "64:ff9b"]);

/**
 * The eight groups of IPv6 that stand for others. The first group stays, so that families and ranges do (link-local,
 * unique local, multicast), and two addresses share as many hexadecimal digits at the beginning as those they stand for. Zeros
 * in front stay zeros: an address is written as long as the one it stands for.
 */
export function otherIpv6(groups: readonly number[], secret: Secret): readonly number[] {
  const [first = 0, second = 0] = groups;
  if (groups.slice(0, 7).every((group) => group === 0)) return groups; // no address, and loopback
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff) return groups; // its end is of IPv4
  const stay = longer.has(`${first.toString(16)}:${second.toString(16)}`) ? 2 : 1;
  return groups.map((group, at) => {
    if (at < stay) return group;
    const before = groups.slice(0, at).map((other) => other.toString(16));
    return otherGroup(group, before.join(":"), secret);
  });
}

function otherGroup(group: number, before: string, secret: Secret): number {
  if (group === 0) return 0;
  return Number.parseInt(otherHex(group.toString(16), `${before}:`, "ipv6", secret), 16);
}

/**
 * Hexadecimal digits in lower case for others, told by what stands before each. The first one of a group of IPv6 is no zero
 * before or after.
 */
export function otherHex(digits: string, before: string, domain: string, secret: Secret): string {
  const plain = digits.toLowerCase();
  return [...plain]
    .map((digit, at) => {
      const least = at === 0 && domain === "ipv6" ? 1 : 0;
      const circled = circle(secret(domain, before + plain.slice(0, at)), 16 - least);
      return ((circled[Number.parseInt(digit, 16) - least] ?? 0) + least).toString(16);
    })
    .join("");
}

function rangeOf([address, bits]: readonly (string | number)[]): Range {
  return { value: numberOf(String(address).split(".").map(Number)), bits: Number(bits) };
}

function isWithin(address: number, { value, bits }: Range): boolean {
  return top(address, bits) === top(value, bits);
}

function numberOf(octets: readonly number[]): number {
  return octets.reduce((sum, octet) => sum * 256 + octet, 0);
}

/** The first bits of an address as a number. */
function top(address: number, bits: number): number {
  return Math.floor(address / 2 ** (32 - bits));
}

function bitOf(address: number, bit: number): number {
  return top(address, bit + 1) % 2;
}
