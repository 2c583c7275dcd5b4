import { type Citation, source } from "./sources.ts";

/** How many connections an adapter takes. */
export interface AdapterCapacity {
  /** As vendor and product are written in descriptions of adapters, in lower case. */
  readonly product: string;
  readonly speedMbps: number;
  readonly connections: number;
  readonly source: Citation;
}

/** The capacities that a vendor states. They hold for that vendor only; others may have more or fewer. */
export const capacities: readonly AdapterCapacity[] = [
  { product: "netxtreme ii", speedMbps: 1000, connections: 1024, source: source("netXtreme", "capacity") },
  { product: "netxtreme ii", speedMbps: 10_000, connections: 1880, source: source("netXtreme", "capacity") },
];

/** IPv4 and IPv6 connections share an adapter's capacity; so do guests and iSCSI offload. */
export const sharedCapacity: Citation = source("tcpConnectionOffload", "TcpConnectionOffloadCapacity");

/** The capacity stated for an adapter of that description and speed; undefined for one that nobody stated. */
export function capacityOf(description: string, speedMbps: number): AdapterCapacity | undefined {
  const folded = description.toLowerCase();
  return capacities.find((one) => folded.includes(one.product) && one.speedMbps === speedMbps);
}
