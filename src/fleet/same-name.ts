import type { FleetHost } from "./entry.ts";
import { compareTexts, type Listed, listed } from "./listed.ts";

/** A name that hosts of several bundles have: one host at several times, or hosts of several customers. */
export interface SameName {
  readonly host: string;
  readonly bundles: Listed<string>;
  /** Settings that are not the same in all of these bundles. */
  readonly differing: readonly {
    readonly setting: string;
    readonly values: Listed<{ readonly bundle: string | null; readonly value: string | number }>;
  }[];
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

function sameName(group: readonly FleetHost[]): SameName {
  const settings = [...new Set(group.flatMap((host) => Object.keys(host.settings)))].sort(compareTexts);
  const differing = settings.flatMap((setting) => {
    const values = group.flatMap((host) => {
      // The keys are those of the settings of some of these hosts.
      const entry = host.settings[setting as keyof FleetHost["settings"]];
      return entry === undefined ? [] : [{ bundle: host.bundle, value: entry.value }];
    });
    return new Set(values.map(({ value }) => value)).size > 1 ? [{ setting, values: listed(values) }] : [];
  });
  return { host: group[0]?.host ?? "", bundles: listed(group.flatMap(({ bundle }) => bundle ?? [])), differing };
}
