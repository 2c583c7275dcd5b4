import { isAddress } from "../../grammar/markers/index.ts";

export { mayNameHost } from "../../grammar/markers/index.ts";

/** A NetBIOS name is the host name cut to as many characters. */
export const NETBIOS_LENGTH = 15;

/** True for two spellings of one host: in other case, with and without its domain, or cut to the length of NetBIOS. Addresses have only one. */
export function isSameHost(one: string, other: string): boolean {
  if (isAddress(one) || isAddress(other)) return one.toUpperCase() === other.toUpperCase();
  const [a, b] = [one, other].map((name) => labelOf(name.toUpperCase())).toSorted((x, y) => x.length - y.length) as [
    string,
    string,
  ];
  return a === b || (a.length === NETBIOS_LENGTH && b.startsWith(a));
}

/** A name without its domain; an address is whole. */
export function labelOf(host: string): string {
  return isAddress(host) ? host : (host.split(".", 1)[0] ?? host);
}
