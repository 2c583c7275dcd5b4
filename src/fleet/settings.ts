import type { HeuristicKey } from "../../grammar/index.ts";
import { heuristicKeys, type SettingKey, settingKeys } from "../../grammar/locales/locale.ts";
import type { OsBand } from "../facts/os-bands.ts";
import type { Thresholds } from "../facts/thresholds.ts";
import type { FleetHost } from "../findings/index.ts";
import { byBand } from "./bands.ts";
import { compareTexts, type HostName, type Listed, listedAs, nameOf } from "./listed.ts";

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

/** Every setting that any host shows, by version of Windows; fewer hosts than `hostsToCompare` have nothing usual. */
export function settingSpreads(hosts: readonly FleetHost[], thresholds: Thresholds): readonly SettingSpread[] {
  const bands = byBand(hosts);
  return [...settingKeys, ...heuristicKeys].flatMap((setting) =>
    bands.flatMap(({ band, hosts: some }) => {
      const shown = some.filter(({ settings }) => settings[setting] !== undefined);
      return shown.length === 0 ? [] : [spreadOf(setting, band, some, shown, thresholds)];
    }),
  );
}

function spreadOf(
  setting: SettingSpread["setting"],
  band: SettingSpread["band"],
  hosts: readonly FleetHost[],
  shown: readonly FleetHost[],
  { hostsToCompare }: Thresholds,
): SettingSpread {
  const groups = new Map<string | number, FleetHost[]>();
  for (const host of shown) {
    const value = host.settings[setting]?.value ?? "";
    const group = groups.get(value);
    if (group === undefined) groups.set(value, [host]);
    else group.push(host);
  }
  const values = [...groups].sort(
    ([a, some], [b, others]) => others.length - some.length || compareTexts(String(a), String(b)),
  );
  const [[usual, most] = [null, []]] = values;
  const odd = shown.length - most.length;
  return {
    setting,
    band,
    hosts: hosts.length,
    values: values.slice(0, MOST_VALUES).map(([value, some]) => ({ value, hosts: listedAs(some, nameOf) })),
    notCaptured: listedAs(
      hosts.filter(({ settings }) => settings[setting] === undefined),
      nameOf,
    ),
    usual: shown.length >= hostsToCompare && odd / shown.length <= LARGEST_ODD_SHARE ? usual : null,
  };
}
