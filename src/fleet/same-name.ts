import { type HeuristicKey, heuristicKeys, type SettingKey, settingKeys } from "../../grammar/locales/locale.ts";
import type { FleetHost } from "../findings/index.ts";
import { compareTexts, type Listed, listed } from "./listed.ts";

/** A name that hosts of several bundles have: one host at several times, or hosts of several customers. */
export interface SameName {
  readonly host: string;
  readonly bundles: Listed<string>;
  /** Settings that are not the same in all of these bundles. */
  readonly differing: readonly {
    readonly setting: SettingKey | HeuristicKey;
    readonly values: Listed<ValueInBundle>;
  }[];
}

/** A value that a host had in a bundle; the time is that of its first table with one. */
export interface ValueInBundle {
  readonly bundle: string | null;
  readonly time: string | null;
  readonly value: string | number;
}

/** The names that occur in more than one bundle, in their order. */
export function sameNames(hosts: readonly FleetHost[]): Listed<SameName> {
  const groups = new Map<string, FleetHost[]>();
  for (const host of hosts) {
    if (host.host === null) continue;
    const key = host.host.toUpperCase();
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [host]);
    else group.push(host);
  }
  const several = [...groups].filter(([, group]) => new Set(group.map(({ bundle }) => bundle)).size > 1);
  return listed(several.sort(([a], [b]) => compareTexts(a, b)).map(([, group]) => sameName(group)));
}

/** The oldest first, and before them those of which no table tells the time, in the order of the bundles. */
function sameName(group: readonly FleetHost[]): SameName {
  const inTime = group.toSorted((a, b) => compareTexts(timeOf(a) ?? "", timeOf(b) ?? ""));
  const differing = [...settingKeys, ...heuristicKeys].flatMap((setting) => {
    const values = inTime.flatMap((host) => {
      const value = host.settings[setting]?.value;
      return value === undefined ? [] : [{ bundle: host.bundle, time: timeOf(host), value }];
    });
    return new Set(values.map(({ value }) => value)).size > 1 ? [{ setting, values: listed(values) }] : [];
  });
  return { host: group[0]?.host ?? "", bundles: listed(inTime.flatMap(({ bundle }) => bundle ?? [])), differing };
}

function timeOf({ tables }: FleetHost): string | null {
  return tables.find(({ time }) => time !== null)?.time ?? null;
}
