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

/** Hosts that show a value, as they are counted. */
interface Shown extends Listed<HostName> {
  total: number;
  readonly first: HostName[];
}

/** The values of a setting, by the hosts that show them. */
type ShownValues = ReadonlyMap<string | number, Shown>;

/** Every setting that any host shows, by version of Windows; fewer hosts than `hostsToCompare` have nothing usual. */
export function settingSpreads(hosts: readonly FleetHost[], thresholds: Thresholds): readonly SettingSpread[] {
  const bands = byBand(hosts);
  return [...settingKeys, ...heuristicKeys].flatMap((setting) =>
    bands.flatMap(({ band, hosts: some }) => {
      const shown = shownValues(setting, some);
      return shown.size === 0 ? [] : [{ setting, band, ...spreadOf(setting, some, shown, thresholds) }];
    }),
  );
}

function shownValues(setting: SettingSpread["setting"], hosts: readonly FleetHost[]): ShownValues {
  const shown = new Map<string | number, Shown>();
  for (const host of hosts) {
    const value = host.settings[setting]?.value;
    if (value === undefined) continue;
    const some = shown.get(value) ?? { total: 0, first: [] };
    shown.set(value, some);
    some.total += 1;
    if (some.first.length < MOST_LISTED) some.first.push(nameOf(host));
  }
  return shown;
}

function spreadOf(
  setting: SettingSpread["setting"],
  hosts: readonly FleetHost[],
  shown: ShownValues,
  { hostsToCompare }: Thresholds,
): Pick<SettingSpread, "hosts" | "values" | "notCaptured" | "usual"> {
  const values = [...shown].sort(
    ([a, some], [b, others]) => others.total - some.total || compareTexts(String(a), String(b)),
  );
  const all = values.reduce((sum, [, { total }]) => sum + total, 0);
  const [usual, { total: most }] = values[0] ?? [null, { total: 0 }];
  return {
    hosts: hosts.length,
    values: values.slice(0, MOST_VALUES).map(([value, some]) => ({ value, hosts: some })),
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
