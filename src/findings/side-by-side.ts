import type { SettingKey } from "../../grammar/index.ts";
import { setCommand } from "../facts/commands.ts";
import { recommendedOf } from "../facts/defaults.ts";
import { type OsBand, osBands } from "../facts/os-bands.ts";
import type { EvidencePlace } from "../hosts/index.ts";
import type { FleetHost } from "./fleet-host.ts";
import type { FleetObserved } from "./fleet-rule.ts";

/** The hosts that show one value of a setting. */
export interface ValueGroup {
  readonly value: string | number;
  readonly hosts: readonly FleetHost[];
}

/** A setting on several hosts: its values, the one that most hosts show first; hosts that do not show it are in none. */
export interface SideBySide {
  readonly setting: SettingKey;
  readonly compared: number;
  readonly values: readonly ValueGroup[];
}

type NameOf = (host: FleetHost) => string;

/** Hosts named in one sentence. */
const MOST_NAMED = 8;

/** Values told of a setting, the most frequent ones: a damaged capture may show any. */
const MOST_VALUES = 6;

/** Lines quoted for a value that stands out, and for the value of the most hosts. */
const ODD_LINES = 6;
const USUAL_LINES = 2;

/** The hosts whose version of Windows is known, one group a version: what is usual on one is odd on another. */
export function byWindows(
  hosts: readonly FleetHost[],
): readonly { readonly band: OsBand; readonly hosts: readonly FleetHost[] }[] {
  const groups = new Map(osBands.map((band) => [band, [] as FleetHost[]]));
  for (const host of hosts) if (host.os !== null) groups.get(host.os.band)?.push(host);
  return [...groups].flatMap(([band, some]) => (some.length === 0 ? [] : [{ band, hosts: some }]));
}

/** The values of a setting. A line that a host does not have is no value: other builds print other lines. */
export function sideBySide(hosts: readonly FleetHost[], setting: SettingKey): SideBySide {
  const groups = new Map<string | number, FleetHost[]>();
  for (const host of hosts) {
    const value = host.settings[setting]?.value;
    if (value === undefined) continue;
    const group = groups.get(value);
    if (group === undefined) groups.set(value, [host]);
    else group.push(host);
  }
  const values = [...groups].map(([value, some]): ValueGroup => ({ value, hosts: some }));
  values.sort((a, b) => b.hosts.length - a.hosts.length || (String(a.value) < String(b.value) ? -1 : 1));
  return { setting, compared: values.reduce((sum, group) => sum + group.hosts.length, 0), values };
}

/** How hosts are called in messages: with their bundle only where two have one name. */
export function namesOf(hosts: readonly FleetHost[]): NameOf {
  let counts: ReadonlyMap<string, number> | undefined;
  return (host) => {
    if (host.host === null) return `the host of ${Object.values(host.settings)[0]?.source ?? "an unnamed source"}`;
    if (host.bundle === null) return host.host;
    counts ??= countsOfNames(hosts);
    return counts.get(host.host.toUpperCase()) === 1 ? host.host : `${host.host} in ${host.bundle}`;
  };
}

function countsOfNames(hosts: readonly FleetHost[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { host } of hosts) {
    const key = (host ?? "").toUpperCase();
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** What a rule says of values that differ: which value on how many hosts, the hosts that are to be looked at, the lines. */
export function difference(
  { setting, compared, values }: SideBySide,
  band: OsBand | undefined,
  nameOf: NameOf,
): { readonly said: string } & Omit<FleetObserved, "message" | "kind"> {
  const odd = hasMajority(values, compared) ? values.slice(1) : values;
  const usual = values.filter((group) => !odd.includes(group));
  const parts = values.slice(0, MOST_VALUES).map((group, at) => {
    const names = odd.includes(group) ? ` (${listed(group.hosts, nameOf)})` : "";
    return `"${group.value}" on ${group.hosts.length}${at === 0 ? ` of ${compared} hosts` : ""}${names}`;
  });
  const told = values.slice(0, MOST_VALUES).reduce((sum, { hosts }) => sum + hosts.length, 0);
  if (told < compared) parts.push(`other values on ${compared - told}`);
  const lines = [
    ...odd.map((group) => quoted(group, setting, ODD_LINES)),
    ...usual.map((group) => quoted(group, setting, USUAL_LINES)),
  ];
  return {
    said: parts.join(", "),
    hosts: odd.flatMap((group) => group.hosts),
    at: lines.flat(),
    ...alignment({ setting, compared, values }, band, nameOf),
  };
}

function hasMajority([most]: readonly ValueGroup[], compared: number): boolean {
  return most !== undefined && most.hosts.length * 2 > compared;
}

function quoted({ hosts }: ValueGroup, setting: SettingKey, most: number): readonly EvidencePlace[] {
  return hosts.slice(0, most).flatMap(({ settings: { [setting]: entry } }) => {
    if (entry === undefined) return [];
    return [{ source: entry.source, line: entry.line, text: `${entry.label} : ${entry.value}` }];
  });
}

/** The commands that make hosts of one Windows equal: to what is recommended, or else to what more than half of them have. */
function alignment(
  { setting, compared, values }: SideBySide,
  band: OsBand | undefined,
  nameOf: NameOf,
): Pick<FleetObserved, "remedy" | "rollback"> {
  const target = band === undefined ? undefined : targetOf(setting, band, values, compared);
  // Windows without Chimney has nothing that could be set.
  const isGone = setting === "chimneyOffload" && band === "1709+";
  const command = target === undefined || isGone ? undefined : setCommand(setting, target.value, band);
  if (target === undefined || command === undefined) return {};
  const others = values.filter(({ value }) => value !== target.value);
  const back = others.slice(0, MOST_VALUES).flatMap(({ value, hosts }) => {
    const way = setCommand(setting, value, band);
    return way === undefined ? [] : [`\`${way}\` on ${listed(hosts, nameOf)}`];
  });
  const changing = others.flatMap(({ hosts }) => hosts);
  return {
    remedy: `Unless the difference is meant: \`${command}\` (${target.why}) on ${listed(changing, nameOf)}.`,
    ...(back.length > 0 && { rollback: back.join("; ") }),
  };
}

function targetOf(setting: SettingKey, band: OsBand, values: readonly ValueGroup[], compared: number) {
  const recommended = recommendedOf(setting, band);
  const [value, ...alternatives] = recommended?.values ?? [];
  // What we only conclude is no reason to change more hosts than need be.
  const isStated = recommended?.grounding === "documented" || recommended?.grounding === "seed";
  if (value !== undefined && alternatives.length === 0 && isStated) return { value, why: "what is recommended" };
  const [most] = values;
  if (most === undefined || !hasMajority(values, compared)) return undefined;
  return { value: most.value, why: "what most of them have" };
}

function listed(hosts: readonly FleetHost[], nameOf: NameOf): string {
  const names = hosts.slice(0, MOST_NAMED + 1).map(nameOf);
  const more = hosts.length - MOST_NAMED;
  return more > 1 ? `${names.slice(0, MOST_NAMED).join(", ")} and ${more} more` : names.join(", ");
}
