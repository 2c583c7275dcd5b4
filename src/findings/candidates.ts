import { neverOffloads } from "../facts/never-offloaded.ts";
import type { AdapterFacts, Evidence } from "../hosts/index.ts";

/** Of the eligible connections those that could be offloaded by what is known of their adapters. */
export interface Candidates {
  readonly offloaded: number;
  readonly inHost: number;
  readonly total: number;
  /** Connections over cluster, link-local, tunnel and VPN addresses, and over adapters whose connection offload is off. */
  readonly setAside: { readonly neverOffloaded: number; readonly adapterOff: number };
}

/** Counts the candidates; null without a table that shows offload states. */
export function candidatesOf({ netstat, adapters = [], ipConfig = [] }: CandidateEvidence): Candidates | null {
  if (netstat === undefined || !netstat.snapshot.hasOffloadState) return null;
  const configured = ipConfig.flatMap(({ records }) => records);
  const setAside = { neverOffloaded: 0, adapterOff: 0 };
  for (const { key, inHost, offloaded } of netstat.byLocalAddress) {
    // What is offloaded is a candidate, whatever else is said of it.
    if (offloaded > 0) continue;
    const adapter = adapters.find(({ addresses }) => addresses.includes(key));
    const description =
      adapter?.description ?? configured.find(({ addresses }) => addresses.includes(key))?.description;
    if (neverOffloads(key, description ?? undefined)) setAside.neverOffloaded += inHost;
    else if (adapter !== undefined && isOff(adapter, key)) setAside.adapterOff += inHost;
  }
  const { eligible } = netstat.snapshot;
  const inHost = eligible.inHost - setAside.neverOffloaded - setAside.adapterOff;
  return { offloaded: eligible.offloaded, inHost, total: eligible.offloaded + inHost, setAside };
}

interface CandidateEvidence {
  readonly netstat?: Evidence["netstat"] | undefined;
  readonly adapters?: readonly AdapterFacts[] | undefined;
  readonly ipConfig?: readonly Evidence["ipConfig"][number][] | undefined;
}

function isOff({ connectionOffloadIPv4, connectionOffloadIPv6 }: AdapterFacts, address: string): boolean {
  return (address.includes(":") ? connectionOffloadIPv6 : connectionOffloadIPv4)?.value === "disabled";
}
