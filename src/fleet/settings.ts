import type { HeuristicKey } from "../../grammar/index.ts";
import { heuristicKeys, type SettingKey, settingKeys } from "../../grammar/locales/locale.ts";
import type { OsBand } from "../facts/os-bands.ts";
import type { Thresholds } from "../facts/thresholds.ts";
import type { FleetHost } from "../findings/index.ts";
import { byBand } from "./bands.ts";
import { compareTexts, type HostName, type Listed, MOST_LISTED, nameOf } from "./listed.ts";

/** A value of a setting, and the hosts that show it. */
export interface SettingValue {
  readonly value: string | number;
  readonly hosts: Listed<HostName>;
}

/** A setting on the hosts with one version of Windows: what is usual on one version is odd on another. */
export interface SettingSpread {
  readonly setting: SettingKey | HeuristicKey;
  readonly band: OsBand | "unknown";
  readonly hosts: number;
  /** The most frequent value first. */
  readonly values: readonly SettingValue[];
  /** Hosts whose captures do not show it: no difference, since builds print different lines. */
  readonly notCaptured: Listed<HostName>;
  /** The value that is usual, when it is clear which one is; the hosts with other values are the odd ones out. */
  readonly usual: string | number | null;
}

/** The hosts with other values may be so large a part of those that show it: of more nobody can say who is odd. */
const LARGEST_ODD_SHARE = 1 / 3;

/** Values listed of a setting, the rarest left out. */
const MOST_VALUES = 20;

/** Hosts that show a value: how many, and the first of them. */
interface Shown {
  total: number;
  readonly first: FleetHost[];
}

/** The values of each setting, by the hosts that show them. */
type ShownValues = ReadonlyMap<SettingSpread["setting"], ReadonlyMap<string | number, Shown>>;

/** Every setting that any host shows, by version of Windows; fewer hosts than `hostsToCompare` have nothing usual. */
export function settingSpreads(hosts: readonly FleetHost[], thresholds: Thresholds): readonly SettingSpread[] {
  const bands = byBand(hosts).map(({ band, hosts: some }) => ({ band, hosts: some, shown: shownValues(some) }));
  return [...settingKeys, ...heuristicKeys].flatMap((setting) =>
    bands.flatMap(({ band, hosts: some, shown }) => {
      const values = shown.get(setting);
      return values === undefined ? [] : [{ setting, band, ...spreadOf(setting, some, values, thresholds) }];
    }),
  );
}

/** Each host is gone through once: there may be a million of them, and dozens of settings. */
function shownValues(hosts: readonly FleetHost[]): ShownValues {
  const shown = new Map<SettingSpread["setting"], Map<string | number, Shown>>();
  for (const host of hosts) {
    for (const setting of [...settingKeys, ...heuristicKeys]) {
      const value = host.settings[setting]?.value;
      if (value === undefined) continue;
      const values = entryOf(shown, setting, () => new Map<string | number, Shown>());
      const some = entryOf(values, value, (): Shown => ({ total: 0, first: [] }));
      some.total += 1;
      if (some.first.length < MOST_LISTED) some.first.push(host);
    }
  }
  return shown;
}

function entryOf<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function spreadOf(
  setting: SettingSpread["setting"],
  hosts: readonly FleetHost[],
  shown: ReadonlyMap<string | number, Shown>,
  { hostsToCompare }: Thresholds,
): Pick<SettingSpread, "hosts" | "values" | "notCaptured" | "usual"> {
  const values = [...shown].sort(
    ([a, some], [b, others]) => others.total - some.total || compareTexts(String(a), String(b)),
  );
  const all = values.reduce((sum, [, { total }]) => sum + total, 0);
  const [usual, { total: most }] = values[0] ?? [null, { total: 0 }];
  return {
    hosts: hosts.length,
    values: values
      .slice(0, MOST_VALUES)
      .map(([value, { total, first }]) => ({ value, hosts: { total, first: first.map(nameOf) } })),
    notCaptured: { total: hosts.length - all, first: firstWithout(hosts, setting, hosts.length - all) },
    usual: all >= hostsToCompare && (all - most) / all <= LARGEST_ODD_SHARE ? usual : null,
  };
}

/** The first of so many hosts whose captures do not show the setting. */
function firstWithout(
  hosts: readonly FleetHost[],
  setting: SettingSpread["setting"],
  total: number,
): readonly HostName[] {
  const first: HostName[] = [];
  for (const host of hosts) {
    if (first.length >= Math.min(total, MOST_LISTED)) break;
    if (host.settings[setting] === undefined) first.push(nameOf(host));
  }
  return first;
}
