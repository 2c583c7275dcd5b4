import { neverOffloads } from "../facts/never-offloaded.ts";
import type { AdapterFacts, Evidence } from "../hosts/index.ts";
import { excludedPorts } from "./excluded-ports.ts";

/** Of the eligible connections those that could be offloaded by what is known of their adapters. */
export interface Candidates {
  readonly offloaded: number;
  readonly inHost: number;
  readonly total: number;
  /**
   * Connections over cluster, link-local, tunnel and VPN addresses, over adapters whose connection offload is off, and of
   * ports that Server 2003 excludes (missing where none is).
   */
  readonly setAside: { readonly neverOffloaded: number; readonly adapterOff: number; readonly excludedPort?: number };
}

/** Counts the candidates; null without a table that shows offload states. */
export function candidatesOf(evidence: CandidateEvidence): Candidates | null {
  const { netstat, adapters = [], ipConfig = [] } = evidence;
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
  const byAddress = setAside.neverOffloaded + setAside.adapterOff;
  // Which connections have both an address and a port that keeps them is not kept: only what goes beyond is certain.
  const excludedPort = Math.max(0, excludedIn(evidence, netstat) - byAddress);
  const inHost = eligible.inHost - byAddress - excludedPort;
  return {
    offloaded: eligible.offloaded,
    inHost,
    total: eligible.offloaded + inHost,
    setAside: { ...setAside, ...(excludedPort > 0 && { excludedPort }) },
  };
}

interface CandidateEvidence {
  readonly os?: Evidence["os"] | undefined;
  readonly tcpipParameters?: Evidence["tcpipParameters"] | undefined;
  readonly netstat?: Evidence["netstat"] | undefined;
  readonly adapters?: readonly AdapterFacts[] | undefined;
  readonly ipConfig?: readonly Evidence["ipConfig"][number][] | undefined;
}

/** Connections that have an excluded port at one end for certain; a port with offloaded ones is not kept in the host. */
function excludedIn({ os, tcpipParameters }: CandidateEvidence, table: Evidence["netstat"]): number {
  const excluded =
    os?.value === "2003" && tcpipParameters !== undefined ? excludedPorts({ tcpipParameters }) : undefined;
  if (excluded === undefined) return 0;
  const counted = (byPort: Evidence["netstat"]["byLocalPort"], ports: ReadonlySet<number>) =>
    byPort.reduce((sum, { key, offloaded, inHost }) => sum + (ports.has(key) && offloaded === 0 ? inHost : 0), 0);
  return Math.max(counted(table.byLocalPort, excluded.source), counted(table.byForeignPort, excluded.destination));
}

function isOff({ connectionOffloadIPv4, connectionOffloadIPv6 }: AdapterFacts, address: string): boolean {
  return (address.includes(":") ? connectionOffloadIPv6 : connectionOffloadIPv4)?.value === "disabled";
}
