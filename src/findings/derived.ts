import type { RegistryValue } from "../../grammar/index.ts";
import { capacityOf } from "../facts/capacities.ts";
import { registryCommand, registryDeleteCommand } from "../facts/commands.ts";
import { type PortListName, portEntries, portListCommand, portLists } from "../facts/port-lists.ts";
import { type Evidence, type EvidencePlace, type Fact, type KeptCapture, placeIn } from "../hosts/index.ts";
import { differs, type SideCounts, type TableEvidence, wilson } from "../summary/index.ts";
import type { Observed } from "./rule.ts";

/** A list of ports of Server 2003's port policy, as captured. */
export interface CapturedPortList extends PortListName {
  /** As printed, for the way back. */
  readonly strings: readonly string[];
  /** In the order of the value; the port is null where the entry is none. */
  readonly entries: readonly { readonly text: string; readonly port: number | null }[];
  readonly at: readonly EvidencePlace[];
}

/** How full an adapter is. */
export interface AdapterLoad {
  readonly name: string;
  readonly offloaded: number;
  readonly capacity: number;
  /** A vendor's statement for the adapter, or columns of chimneystats that are told by their titles alone. */
  readonly basis: "vendor" | "chimneystats";
  readonly at: readonly EvidencePlace[];
}

/** Titles of columns; no layout of chimneystats was ever published. */
const offloadedTitle = /\boffloaded\b/i;
const capacityTitle = /\bcapacity\b/i;
const count = /^\d{1,9}$/;

const NOT_CAPTURED = "The captures do not show what it was.";

/**
 * A value of the registry as the latest capture has it that can tell: null when it is known to be absent, undefined when
 * nobody asked for it. Names are compared without case.
 */
export function registryValue(
  captures: Evidence["tcpipParameters"],
  name: string,
): Fact<RegistryValue["value"]> | null | undefined {
  for (const capture of captures.toReversed()) {
    const found = capture.records.findLast((record) => record.name.toLowerCase() === name.toLowerCase());
    if (found !== undefined) return { value: found.value, at: [placeIn(capture, found)] };
    if (capture.traits.wholeKey || (capture.records.length === 0 && asksFor(capture.command, name))) return null;
  }
  return undefined;
}

/** Where the latest capture of the registry begins: what is quoted for a value that it does not have. */
export function registryPlace(captures: Evidence["tcpipParameters"]): EvidencePlace {
  const latest = captures.at(-1) ?? captures[0];
  return placeIn(latest, latest);
}

/** The port lists that were captured, and the names of those of which is not known whether they exist. */
export function capturedPortLists(captures: Evidence["tcpipParameters"]): {
  readonly lists: readonly CapturedPortList[];
  readonly unknown: readonly string[];
} {
  const read = portLists.map((list) => ({ list, fact: registryValue(captures, list.name) }));
  return {
    lists: read.flatMap(({ list, fact }): CapturedPortList[] => {
      if (fact === undefined || fact === null) return [];
      const { value, at } = fact;
      const strings = typeof value === "object" ? value : [String(value)];
      return [{ ...list, strings, entries: portEntries(strings), at }];
    }),
    unknown: read.flatMap(({ list, fact }) => (fact === undefined ? [list.name] : [])),
  };
}

/** What keeps connections in the host costs nothing in automatic mode, the default of 2008 R2: then nothing is to be done. */
export function inAutomaticMode(chimney: string | number): Partial<Observed> {
  return chimney === "automatic" ? { kind: "review", severity: "info", remedy: null } : {};
}

/** What helps an adapter that has as many connections as it can take, on the Windows of the host. */
export function reliefOfAdapter({ os, chimneyOffload }: Partial<Evidence>): string {
  const spread = "spread the load over more adapters";
  const keep = "keep short connections from being offloaded";
  if (os === undefined) return `${keep} (lists of ports on Server 2003, automatic mode on 2008 R2), or ${spread}`;
  if (os.value === "2003") return `${keep} (lists of ports), or ${spread}`;
  return os.value === "2008R2" && chimneyOffload?.value === "enabled"
    ? `${keep} (automatic mode), or ${spread}`
    : spread;
}

/** A rollback that gives values of the registry back as they were captured, or takes them away where they were absent. */
export function restoringRegistry(...names: readonly [string, ...string[]]): (evidence: Partial<Evidence>) => string {
  return ({ tcpipParameters }) => {
    const commands = names.flatMap((name) => {
      const fact = tcpipParameters === undefined ? undefined : registryValue(tcpipParameters, name);
      if (fact === null) return [`\`${registryDeleteCommand(name)}\``];
      return typeof fact?.value === "number" ? [`\`${registryCommand(name, fact.value)}\``] : [];
    });
    return commands.length === 0 ? NOT_CAPTURED : `${commands.join(", ")}, then restart.`;
  };
}

/** A rollback that writes captured port lists back: all, or those that are named. What holds anything but ports is not made into a command. */
export function restoringPortLists({ tcpipParameters }: Partial<Evidence>, ...named: readonly string[]): string {
  const captured = tcpipParameters === undefined ? [] : capturedPortLists(tcpipParameters).lists;
  const lists = captured.filter(({ name }) => named.length === 0 || named.includes(name));
  const commands = lists.map(({ name, strings }) => {
    const command = portListCommand(name, strings);
    return command === undefined ? `${name} as it is quoted` : `\`${command}\``;
  });
  return commands.length === 0 ? NOT_CAPTURED : `Write back what was changed: ${commands.join(", ")}; then restart.`;
}

/**
 * Says how much less of a group is offloaded than of all other eligible connections; undefined unless nothing of it is,
 * the group is no small one, and the 95 % intervals have no value in common.
 */
export function clearlyBelow(group: SideCounts, all: SideCounts, leastConnections: number): string | undefined {
  const n = group.offloaded + group.inHost;
  if (group.offloaded > 0 || n < leastConnections || !differs(group, all, leastConnections)) return undefined;
  const rest = all.offloaded + all.inHost - n;
  return `none of ${n} eligible connections is offloaded (95 % interval ${interval(0, n)}), of the others ${all.offloaded} of ${rest} (${interval(all.offloaded, rest)})`;
}

/** Rows with this port at one end that are offloaded, as far as they are among the few that were kept. */
export function offloadedRows(
  { examples }: TableEvidence,
  side: "local" | "foreign",
  port: number,
): readonly EvidencePlace[] {
  return examples.offloaded.filter(({ text }) => text.split(" ")[side === "local" ? 1 : 3]?.endsWith(`:${port}`));
}

/** The adapters whose capacity is known; `isWhole` is false when connections are offloaded on others as well. */
export function adapterLoads({ netstat, adapters, chimneyStats }: Pick<Evidence, "netstat"> & Partial<Evidence>): {
  readonly loads: readonly AdapterLoad[];
  readonly isWhole: boolean;
} {
  const counted = countedLoads(chimneyStats?.at(-1));
  const named = (adapters ?? []).flatMap(({ name, description = name, speedMbps: speed, addresses }) => {
    const capacity = speed === undefined ? undefined : capacityOf(description, speed.value)?.connections;
    if (speed === undefined || capacity === undefined || addresses.length === 0) return [];
    const groups = netstat.byLocalAddress.filter(({ key }) => addresses.includes(key));
    const offloaded = groups.reduce((sum, group) => sum + group.offloaded, 0);
    const at = [...speed.at, ...groups.map(({ first }) => first)];
    return [{ name: description, offloaded, capacity, basis: "vendor" as const, at, addresses }];
  });
  const isWhole = netstat.byLocalAddress.every(
    ({ key, offloaded }) => offloaded === 0 || named.some(({ addresses }) => addresses.includes(key)),
  );
  return { loads: [...named, ...counted], isWhole: isWhole || counted.length > 0 };
}

/** True for a `reg query` of this value alone: without a record it was answered that there is none. */
function asksFor(command: string | null, name: string): boolean {
  const words = (command ?? "").toLowerCase().split(/[\s"]+/);
  return words[words.indexOf("/v") + 1] === name.toLowerCase() && words.includes("/v");
}

/** Interfaces of a chimneystats table that has columns for both numbers. */
function countedLoads(capture: KeptCapture<"chimneyStats"> | undefined): readonly AdapterLoad[] {
  if (capture === undefined) return [];
  const numbers = capture.records.filter(({ value }) => count.test(value));
  return numbers.flatMap((offloaded) => {
    if (!offloadedTitle.test(offloaded.column)) return [];
    const capacity = numbers.find(({ column, line }) => line === offloaded.line && capacityTitle.test(column));
    if (capacity === undefined || Number(capacity.value) === 0) return [];
    return [
      {
        name: `interface ${offloaded.interface ?? "?"}`,
        offloaded: Number(offloaded.value),
        capacity: Number(capacity.value),
        basis: "chimneystats" as const,
        at: [placeIn(capture, offloaded)],
      },
    ];
  });
}

function interval(k: number, n: number): string {
  const [low, high] = wilson(k, n);
  return `${Math.floor(low * 100)}–${Math.ceil(high * 100)} %`;
}
