import type { ReportPlace } from "../../summary/index.ts";
import type { AdapterFacts, Fact } from "./evidence.ts";

type OnOff = "enabled" | "disabled";

/** A network adapter as its captures show it; null for what they do not say. */
export interface AdapterReport {
  /** Of its connection where that is known, else its description. */
  readonly name: string;
  /** How its driver calls it. */
  readonly description: string | null;
  /** Version of its driver, as printed. */
  readonly driver: string | null;
  /** Megabits per second. */
  readonly speedMbps: number | null;
  /** What the speed is of: its link, or the card by its name, whose link may be slower. */
  readonly speedOf: "link" | "card" | null;
  /** TCP connection offload in the adapter's own properties. */
  readonly connectionOffload: { readonly ipv4: OnOff | null; readonly ipv6: OnOff | null };
  readonly rss: OnOff | null;
  readonly vmq: OnOff | null;
  readonly addresses: readonly string[];
  /** The first line that any of this is from; null where only its addresses were captured. */
  readonly at: ReportPlace | null;
}

export function adapterReport(adapter: AdapterFacts): AdapterReport {
  const { name, description, addresses, speedMbps, driver, rss, vmq } = adapter;
  const { connectionOffloadIPv4: ipv4, connectionOffloadIPv6: ipv6 } = adapter;
  return {
    name,
    description: description ?? null,
    driver: driver?.value ?? null,
    speedMbps: speedMbps?.value ?? null,
    speedOf: speedMbps === undefined ? null : adapter.isRated ? "card" : "link",
    connectionOffload: { ipv4: ipv4?.value ?? null, ipv6: ipv6?.value ?? null },
    rss: rss?.value ?? null,
    vmq: vmq?.value ?? null,
    addresses,
    at: placeOf([driver, ipv4, ipv6, speedMbps, rss, vmq, ...adapter.taskOffloads]),
  };
}

function placeOf(facts: readonly (Fact<unknown> | undefined)[]): ReportPlace | null {
  const place = facts.flatMap((fact) => fact?.at ?? [])[0];
  return place === undefined ? null : { source: place.source, line: place.line };
}
