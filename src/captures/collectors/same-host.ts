/** A NetBIOS name is the host name cut to as many characters. */
export const NETBIOS_LENGTH = 15;

const ADDRESS = /^(?:[\d.]+|[0-9a-f:.%]*:[0-9a-f:.%]*)$/i;

/** True for two spellings of one host: in other case, with and without its domain, or cut to the length of NetBIOS. */
export function isSameHost(one: string, other: string): boolean {
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

export function isAddress(host: string): boolean {
  return ADDRESS.test(host);
}
