/** Characters that a NetBIOS name may have: of a longer name it is the beginning. */
const NETBIOS_LENGTH = 15;

/** True for two spellings of one host: in other case, with and without its domain, or cut to the length of NetBIOS. */
export function isSameHost(one: string, other: string): boolean {
  const [a, b] = [labelOf(one), labelOf(other)].toSorted((x, y) => x.length - y.length) as [string, string];
  return a === b || (a.length === NETBIOS_LENGTH && b.startsWith(a));
}

function labelOf(host: string): string {
  const [label = ""] = host.toUpperCase().split(".", 1);
  return label;
}
