import type { HostReport } from "../report/index.ts";
import type { PairedBy, UnpairedHost } from "./comparison.ts";

/** The hosts of one side. */
export interface Hosts {
  readonly label: string;
  readonly hosts: readonly HostReport[];
}

/** `asNamed` keeps hosts of different names apart; `soleHosts` takes the one host of each side for the same. */
export type Pairing = "asNamed" | "soleHosts";

export interface Pair {
  readonly before: HostReport;
  readonly after: HostReport;
  readonly by: PairedBy;
}

export interface Paired {
  /** In the order of the hosts after. */
  readonly pairs: readonly Pair[];
  readonly onlyBefore: readonly UnpairedHost[];
  readonly onlyAfter: readonly UnpairedHost[];
}

/**
 * Which hosts are the same before and after: those of one name, whatever its case; those without a name whose sources lie
 * at the same place below what was named; and what is the only host of either side, unless both have a name.
 */
export function paired(before: Hosts, after: Hosts, pairing: Pairing): Paired {
  const [one] = before.hosts;
  const [other] = after.hosts;
  if (one !== undefined && other !== undefined && before.hosts.length + after.hosts.length === 2) {
    const by = soleHosts(one, other, pairing);
    if (by !== undefined) return { pairs: [{ before: one, after: other, by }], onlyBefore: [], onlyAfter: [] };
  }
  return pairedByKey(before.hosts, after.hosts, keysOf(before), keysOf(after));
}

/** The hosts that have one key, whatever it is made of on either side. */
export function pairedByKey(
  before: readonly HostReport[],
  after: readonly HostReport[],
  keyBefore: (host: HostReport) => string,
  keyAfter: (host: HostReport) => string,
): Paired {
  const left = new Map(before.map((host) => [keyBefore(host), host]));
  const pairs: Pair[] = [];
  const onlyAfter: HostReport[] = [];
  for (const host of after) {
    const key = keyAfter(host);
    const match = left.get(key);
    left.delete(key);
    if (match === undefined) onlyAfter.push(host);
    else pairs.push({ before: match, after: host, by: host.host === null ? "source" : "name" });
  }
  return { pairs, onlyBefore: [...left.values()].map(unpaired), onlyAfter: onlyAfter.map(unpaired) };
}

/** A host as it is listed where it has no match. */
export function unpaired({ host, captures }: HostReport): UnpairedHost {
  return { host, source: captures[0]?.source ?? null };
}

function soleHosts({ host: one }: HostReport, { host: other }: HostReport, pairing: Pairing): PairedBy | undefined {
  if (one === null || other === null) return "soleHost";
  if (one.toUpperCase() === other.toUpperCase()) return "name";
  return pairing === "soleHosts" ? "assumed" : undefined;
}

/** By name, or by place and order there: one source may hold tables of several hosts. Names have no line end. */
function keysOf({ hosts, label }: Hosts): (host: HostReport) => string {
  const keys = new Map<HostReport, string>();
  const counts = new Map<string, number>();
  for (const host of hosts) {
    const source = host.captures[0]?.source ?? "";
    const place = source.startsWith(label) ? source.slice(label.length) : source;
    const number = counts.get(place) ?? 0;
    if (host.host === null) counts.set(place, number + 1);
    keys.set(host, host.host?.toUpperCase() ?? `\n${place}\n${number}`);
  }
  return (host) => keys.get(host) ?? "";
}
