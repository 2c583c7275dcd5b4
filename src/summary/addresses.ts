import ipaddr from "ipaddr.js";

/** The one form of an address that can be compared: same form, same address. Works on captured text of any shape. */
export type Canonical = (address: string) => string;

/** Canonical form of every loopback address: all of 127.0.0.0/8, `::1`, IPv4-mapped ones, and the name `localhost`. */
export const LOOPBACK = "127.0.0.1";

/** Canonical form of every wildcard: `0.0.0.0`, `::`, `*`, and a cell without text. */
export const WILDCARD = "0.0.0.0";

/** Longest text of an IPv6 address without its zone: six groups and a dotted IPv4 address. */
const LONGEST_IPV6 = 45;

/** Longest dotted IPv4 address. */
const LONGEST_IPV4 = 15;

/** How many addresses other than plain IPv4 are remembered; later ones are read anew each time. */
const REMEMBERED = 50_000;

/**
 * A reader of addresses with a memory, for one table. IPv4-mapped addresses become IPv4, other IPv6 addresses their
 * shortest spelling with the zone kept (`fe80::1%4` and `fe80::1%9` are two addresses), names lower case.
 */
export function addressReader(): Canonical {
  const known = new Map<string, string>();
  return (address) => {
    if (isDottedDecimal(address)) return canonicalIPv4(address);
    const remembered = known.get(address);
    if (remembered !== undefined) return remembered;
    const form = canonicalOther(address);
    if (known.size < REMEMBERED) known.set(address, form);
    return form;
  };
}

/** True for a canonical form that is a host name: netstat without -n prints them. */
export function isName(canonical: string): boolean {
  return !isDottedDecimal(canonical) && !canonical.includes(":");
}

/** Loose on purpose and without a regular expression: it runs for every row, and no host name is all digits and dots. */
function isDottedDecimal(text: string): boolean {
  if (text.length === 0 || text.length > LONGEST_IPV4) return false;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit !== 46 && (unit < 48 || unit > 57)) return false;
  }
  return text.includes(".");
}

function canonicalIPv4(address: string): string {
  return address.startsWith("127.") ? LOOPBACK : address;
}

function canonicalOther(address: string): string {
  if (address === "*" || address === "") return WILDCARD;
  const lower = address.toLowerCase();
  if (lower === "localhost") return LOOPBACK;
  return lower.includes(":") ? (canonicalIPv6(lower) ?? lower) : lower;
}

/** undefined for a text that only looks like an IPv6 address. */
function canonicalIPv6(address: string): string | undefined {
  const percent = address.indexOf("%");
  const digits = percent < 0 ? address : address.slice(0, percent);
  const zone = percent < 0 ? "" : address.slice(percent);
  if (digits.length > LONGEST_IPV6) return undefined;
  try {
    const parsed = ipaddr.IPv6.parse(digits);
    if (parsed.isIPv4MappedAddress()) return canonicalIPv4(parsed.toIPv4Address().toString());
    const form = parsed.toRFC5952String();
    if (form === "::1") return LOOPBACK;
    return form === "::" ? WILDCARD : form + zone;
  } catch {
    // The library's only way to say that it is no address.
    return undefined;
  }
}
