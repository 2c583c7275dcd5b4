import type { Comparison, UnpairedHost } from "../index.ts";

/** Hosts named in a message. */
const MOST_NAMED = 3;

/** Why there is nothing to compare, for whoever asked for it; undefined where something was compared. */
export function whyNothing(comparison: Comparison): string | undefined {
  const { of, before, after, hosts, onlyBefore, onlyAfter } = comparison;
  if (hosts.some(({ common }) => common.length > 0)) return undefined;
  const [host] = hosts;
  if (host !== undefined) {
    const kinds = (side: "before" | "after") => host.captures.flatMap((one) => (one[side] > 0 ? [one.kind] : []));
    return `nothing can be compared: ${before.label} has only ${kinds("before").join(", ")}, ${after.label} only ${kinds("after").join(", ")}`;
  }
  if (of === "moments") {
    if (onlyBefore.length === 0) return `nothing recognised in ${before.label}${unreadText(before)}`;
    return `${before.label} holds one moment only: no host has captures of a start and a stop, nor two netstat tables with offload states, nor two captures of a kind with their times. Name a second input to compare it with`;
  }
  const empty = [before, after].filter(({ hosts: number }) => number === 0);
  if (empty.length > 0)
    return `nothing recognised in ${empty.map((side) => side.label + unreadText(side)).join(" and ")}`;
  const names = `${before.label} is of ${namesOf(onlyBefore)}, ${after.label} of ${namesOf(onlyAfter)}`;
  if (before.hosts > 1 || after.hosts > 1) return `no host is on both sides: ${names}`;
  return `these are different hosts: ${names}. If they are the same host, use --assume-same-host`;
}

function unreadText({ unread }: Comparison["before"]): string {
  const [first] = unread;
  return first === undefined ? "" : ` (${first.name}: ${first.reason ?? "could not be read"})`;
}

function namesOf(hosts: readonly UnpairedHost[]): string {
  const names = hosts.slice(0, MOST_NAMED).map(({ host, source }) => host ?? `a host without a name in ${source}`);
  const more = hosts.length - names.length;
  return names.join(", ") + (more > 0 ? ` and ${more} more` : "");
}
