import { completed, following, type Marker, type NamedHost } from "../../../grammar/markers/index.ts";
import type { HostMention } from "../host-names.ts";
import type { Echo } from "./segment.ts";

export const silence: Echo = { host: null, since: 0, headed: null, command: null, time: null, phase: null };

/** Where a marker stands, and whether a time above it is of what it heads. */
interface Standing {
  readonly line: number;
  /** True while no capture has come since the last time was printed. */
  readonly isTimeFresh: boolean;
}

/** The host with the line that names it. What names something above is of a single command. */
export function mentionOf({ name, by, reach }: NamedHost, line: number): HostMention {
  return { name, by, line, reach: reach === "source" ? "source" : "section" };
}

/**
 * What is known below a marker, with the host from there on. What the marker does not say goes on as it was; but another
 * host has a time and a phase of its own, unless the time was printed for it and no capture has come since.
 */
export function echoBelow(before: Echo, marker: Marker, host: HostMention | null, standing: Standing): Echo {
  const isOther = before.host !== null && host !== null && !isSameName(before.host, host);
  const time = marker.timeReach === "above" ? undefined : marker.time;
  const timeBelow = () => {
    if (time === undefined) return keptUnless(isOther && !standing.isTimeFresh, before.time);
    return following(before.time, standing.isTimeFresh ? completed(before.time, time) : time);
  };
  return {
    host,
    since: host === before.host ? before.since : standing.line,
    headed: host === before.host ? before.headed : null,
    command: marker.isWithin === true ? before.command : marker.command,
    time: timeBelow(),
    phase: marker.phase ?? keptUnless(isOther, before.phase),
  };
}

function isSameName(one: HostMention, other: HostMention): boolean {
  return one.name.toUpperCase() === other.name.toUpperCase();
}

function keptUnless<V>(isOver: boolean, value: V | null): V | null {
  return isOver ? null : value;
}
