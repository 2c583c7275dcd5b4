import type { Severity } from "../../grammar/index.ts";
import type { OsBand } from "../facts/os-bands.ts";
import type { Thresholds } from "../facts/thresholds.ts";
import { evaluateFleet, type FleetHost, thresholdsWith } from "../findings/index.ts";
import { type BundleEntry, type FleetFinding, type SourceStatus, severities } from "../report/index.ts";
import { byBand } from "./bands.ts";
import { counted, type SameBundles, type SameTables } from "./counted.ts";
import { compareTexts, type HostName, type Listed, listedAs, nameOf } from "./listed.ts";
import { type PhasePair, phasePairs } from "./phases.ts";
import { type FleetRatio, fleetRatios } from "./ratios.ts";
import { type SameName, sameNames } from "./same-name.ts";
import { type SettingSpread, settingSpreads } from "./settings.ts";

/** A rule that fails, and for how many hosts. */
export interface FailingRule {
  readonly rule: string;
  readonly severity: Severity;
  readonly hosts: Listed<HostName>;
}

/** What many bundles say together. All of it follows from the bundles' entries, in whatever order these come. */
export interface Fleet {
  readonly bundles: { readonly [K in SourceStatus]: number };
  /** Hosts of all bundles but those that are there twice; a host of two bundles is two. */
  readonly hosts: number;
  readonly unnamedHosts: number;
  readonly windows: readonly { readonly band: OsBand | "unknown"; readonly hosts: number }[];
  readonly ratios: readonly FleetRatio[];
  readonly settings: readonly SettingSpread[];
  readonly sameBundles: Listed<SameBundles>;
  readonly sameTables: Listed<SameTables>;
  readonly sameNames: Listed<SameName>;
  readonly phases: Listed<PhasePair>;
  /** Worst first, then by the number of hosts. */
  readonly failing: readonly FailingRule[];
  readonly findings: readonly FleetFinding[];
}

/** What the bundles say together. The entries have to be in the order of a roll-up. */
export function fleetOf(entries: readonly BundleEntry[], changes: Partial<Thresholds>): Fleet {
  const { hosts, bundles: sameBundles, tables: sameTables } = counted(entries);
  const thresholds = thresholdsWith(changes);
  const bundles = { ok: 0, partial: 0, skipped: 0, failed: 0 };
  for (const { status } of entries) bundles[status] += 1;
  return {
    bundles,
    hosts: hosts.length,
    unnamedHosts: hosts.filter(({ host }) => host === null).length,
    windows: byBand(hosts).map(({ band, hosts: some }) => ({ band, hosts: some.length })),
    ratios: fleetRatios(hosts, thresholds),
    settings: settingSpreads(hosts, thresholds),
    sameBundles,
    sameTables,
    sameNames: sameNames(hosts),
    phases: phasePairs(hosts),
    failing: failingOf(hosts),
    findings: evaluateFleet(hosts, { thresholds }).findings,
  };
}

function failingOf(hosts: readonly FleetHost[]): readonly FailingRule[] {
  return severities.flatMap((severity) => {
    const byRule = new Map<string, FleetHost[]>();
    for (const host of hosts) {
      for (const rule of host.failing[severity]) {
        const some = byRule.get(rule);
        if (some === undefined) byRule.set(rule, [host]);
        else some.push(host);
      }
    }
    return [...byRule]
      .map(([rule, some]) => ({ rule, severity, hosts: listedAs(some, nameOf) }))
      .sort((a, b) => b.hosts.total - a.hosts.total || compareTexts(a.rule, b.rule));
  });
}
