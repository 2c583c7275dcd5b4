import ipaddr from "ipaddr.js";

/** Canonical form of every loopback address: all of 127.0.0.0/8, `::1`, IPv4-mapped ones, and the name `localhost`. */
export const LOOPBACK = "127.0.0.1";

/** Canonical form of every wildcard: `0.0.0.0`, `::`, `*`, and a cell without text. */
export const WILDCARD = "0.0.0.0";

/** Longest text of an IPv6 address without its zone: six groups and a dotted IPv4 address. */
const LONGEST_IPV6 = 45;

/** Shortest and longest dotted IPv4 address. */
const SHORTEST_IPV4 = 7;
const LONGEST_IPV4 = 15;

/**
 * The one form of an address that can be compared: same form, same address. Works on captured text of any shape.
 * IPv4-mapped addresses become IPv4, other IPv6 addresses their shortest spelling with the zone kept (`fe80::1%4` and
 * `fe80::1%9` are two addresses), names lower case.
 */
export function canonical(address: string): string {
  if (isDottedDecimal(address)) return canonicalIPv4(address);
  if (address === "*" || address === "") return WILDCARD;
  const lower = address.toLowerCase();
  if (lower === "localhost") return LOOPBACK;
  return lower.includes(":") ? (canonicalIPv6(lower) ?? lower) : lower;
}

/** True for a canonical form that is a host name: netstat without -n prints them. */
export function isName(canonical: string): boolean {
  return !isDottedDecimal(canonical) && !canonical.includes(":");
}

/**
 * The 32 bits of an IPv4 address, as a signed number; undefined for a text that is spelled in any other way than the
 * usual one, so that equal bits are equal texts. It runs for every row: hence no regular expression.
 */
export function quadOf(address: string): number | undefined {
  if (address.length < SHORTEST_IPV4 || address.length > LONGEST_IPV4) return undefined;
  let bits = 0;
  let dots = 0;
  let part = -1;
  for (let at = 0; at < address.length; at += 1) {
    const digit = address.charCodeAt(at) - 48;
    if (digit >= 0 && digit <= 9) {
      // A leading zero is another spelling.
      if (part === 0) return undefined;
      part = part < 0 ? digit : part * 10 + digit;
      if (part > 255) return undefined;
    } else {
      if (digit !== -2 || part < 0 || dots === 3) return undefined;
      bits = (bits << 8) | part;
      dots += 1;
      part = -1;
    }
  }
  return dots === 3 && part >= 0 ? (bits << 8) | part : undefined;
}

/** Loose on purpose: no host name is all digits and dots. */
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
