import type { Lot } from "./claims.ts";

/** What is known of a host from the captures that are certainly its own. */
export interface Traits {
  readonly tableAddresses: ReadonlySet<string>;
  readonly adapterAddresses: ReadonlySet<string>;
  readonly versions: ReadonlySet<string>;
}

/** All that several lots of one host tell. */
export function traitsOf(lots: readonly Lot[]): Traits {
  const all = (of: (lot: Lot) => ReadonlySet<string>) => new Set(lots.flatMap((lot) => [...of(lot)]));
  return {
    tableAddresses: all((lot) => lot.tableAddresses),
    adapterAddresses: all((lot) => lot.adapterAddresses),
    versions: all((lot) => lot.versions),
  };
}

/** What disproves that captures are of a host, in words; undefined when nothing does. */
export function contradiction(own: Traits, host: Traits): string | undefined {
  if (shareNoAddress(own.tableAddresses, host.adapterAddresses))
    return "none of its local addresses belongs to that host's adapters";
  if (shareNoAddress(own.adapterAddresses, host.tableAddresses))
    return "none of its adapters has a local address of that host";
  if (differ(own.versions, host.versions)) return "it comes from another version of Windows";
  return undefined;
}

/** True when addresses say that the captures are of the host. */
export function shareAddresses(own: Traits, host: Traits): boolean {
  const ours = [...own.tableAddresses, ...own.adapterAddresses];
  return ours.some((address) => host.adapterAddresses.has(address) || host.tableAddresses.has(address));
}

/** True when both have addresses of one family and none in common: a table may show IPv4 or IPv6 alone. */
export function shareNoAddress(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  if ([...one].some((address) => other.has(address))) return false;
  const families = new Set([...one].map(isIpv6));
  return [...other].some((address) => families.has(isIpv6(address)));
}

function isIpv6(address: string): boolean {
  return address.includes(":");
}

/** True when both are known and have nothing in common. */
function differ(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size > 0 && other.size > 0 && ![...one].some((value) => other.has(value));
}
