import type { Group, RawRatio, Report } from "../../src/report/report.ts";

/** Lines as `peers/tallies.awk` prints them; counts of nothing left out, because scripts see no reason to print them. */
export function talliesOf({ hosts: [host] }: Report): readonly string[] {
  const { connections = null, raw, eligible, excluded, notCounted, groups, groupsTested } = host?.summary ?? {};
  if (!connections || !raw || !eligible || !excluded || !notCounted || !groups) return [];
  const { inHost, offloaded, offloading, uploading } = connections.byOffloadState;
  return [
    ...counts("rows", { tcp: connections.tcp, udp: connections.udp }),
    ...counts("notCounted", { duplicate: notCounted.duplicate, unknownOffload: notCounted.unknownOffload }),
    ...counts("byState", connections.byState),
    ...counts("byOffloadState", { inHost, offloaded, offloading, uploading }),
    ...counts("raw", sides(raw)),
    ...counts("eligible", sides(eligible)),
    ...counts("excluded", excluded),
    ...Object.entries(groupsTested ?? {}).map(([name, size]) => `${name}\t${size}`),
    ...Object.entries(groups).flatMap(([name, largest]) => groupLines(name, largest)),
  ];
}

/** What differs between the two, line by line; undefined when nothing does. Only groups have an order. */
export function difference(ours: readonly string[], theirs: readonly string[]): string | undefined {
  const counted = theirs.filter((line) => !/^\w+\t[^\t]*\t0$/.test(line));
  const missing = ours.find((line) => !counted.includes(line));
  if (missing !== undefined) return `it does not say "${missing.replaceAll("\t", " ")}"`;
  const extra = counted.find((line) => !ours.includes(line));
  if (extra !== undefined) return `it says "${extra.replaceAll("\t", " ")}"`;
  return groupsIn(ours).join() === groupsIn(counted).join() ? undefined : "its groups are in another order";
}

function counts(name: string, numbers: Readonly<Record<string, number>>): readonly string[] {
  return Object.entries(numbers).flatMap(([key, count]) => (count === 0 ? [] : [`${name}\t${key}\t${count}`]));
}

function sides({ offloaded, inHost, transitional }: Pick<RawRatio, "offloaded" | "inHost" | "transitional">) {
  return { offloaded, inHost, transitional };
}

function groupLines(name: string, groups: readonly Group[]): readonly string[] {
  return groups.map(({ key, offloaded, total, transitional }) =>
    [name, key, offloaded, total, transitional].join("\t"),
  );
}

/** The lines of the groups, key by key. */
function groupsIn(lines: readonly string[]): readonly string[] {
  const groups = lines.filter((line) => line.split("\t").length === 5);
  const nameOf = (line: string) => line.slice(0, line.indexOf("\t"));
  return groups.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : 0));
}
