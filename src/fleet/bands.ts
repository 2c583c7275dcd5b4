import { type OsBand, osBands } from "../facts/os-bands.ts";
import type { FleetHost } from "../findings/index.ts";

/** Hosts with one version of Windows. */
export interface BandHosts {
  readonly band: OsBand | "unknown";
  readonly hosts: readonly FleetHost[];
}

/** The hosts by version of Windows, from the oldest one on; last those whose version nothing tells. */
export function byBand(hosts: readonly FleetHost[]): readonly BandHosts[] {
  const groups = new Map<BandHosts["band"], FleetHost[]>([...osBands, "unknown" as const].map((band) => [band, []]));
  for (const host of hosts) groups.get(host.os?.band ?? "unknown")?.push(host);
  return [...groups].flatMap(([band, some]) => (some.length === 0 ? [] : [{ band, hosts: some }]));
}
