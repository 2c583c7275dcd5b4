import { coexistence } from "../../facts/coexistence.ts";
import { counted } from "../../facts/in-words.ts";
import { source } from "../../facts/sources.ts";
import { type EvidencePlace, type KeptCapture, placeIn } from "../../hosts/index.ts";
import { defineRule, withoutOffloadStates } from "../rule.ts";

/** Addresses that the cluster's adapter gives itself; other adapters have such ones too. */
const SELF_ASSIGNED = /^(?:169\.254\.|fe80:)/i;

/** How Windows describes the adapter. */
const CLUSTER_ADAPTER = /failover cluster virtual adapter/i;

export default defineRule({
  id: "netft-connections-never-offloaded",
  severity: "info",
  title: "Connections between cluster nodes (NetFT) stay in the host",
  rationale:
    "The nodes of a failover cluster talk to each other over the cluster's own adapter, whose driver (netft.sys) keeps connections in the host. This is documented for Server 2008 and 2008 R2. These connections count as eligible here, and lower the share.",
  falseAlarms:
    "An adapter that found no DHCP server has such an address too, and every adapter has one for IPv6: unless `ipconfig /all` shows that the address is the cluster's, this is left for review.",
  remedy: null,
  references: [
    source("kb951037", "How TCP Chimney Offload coexists, row Cluster service"),
    source("gg162698", "row Cluster service"),
    source("netFtBasics", "addresses"),
  ],
  appliesTo: ["2008", "2008R2"],
  needs: ["cluster", "netstat", "os"],
  examples: {
    fails: { text: example("169.254.1.20"), os: "2008R2", context: ["cluster"] },
    passes: { text: example("192.0.2.20"), os: "2008R2", context: ["cluster"] },
  },
  *check({ cluster, netstat, os, ipConfig }) {
    if (cluster.value !== "on") return;
    // Without the column no connection is counted at all.
    if (!netstat.snapshot.hasOffloadState) yield withoutOffloadStates(netstat);
    const clusterAdapters = (ipConfig ?? []).flatMap(adaptersOfCluster);
    for (const { key, inHost, offloaded, first } of netstat.byLocalAddress) {
      if (!SELF_ASSIGNED.test(key)) continue;
      const adapter = clusterAdapters.find(({ addresses }) => addresses.includes(key));
      const total = inHost + offloaded;
      yield {
        kind: adapter === undefined ? "review" : "fail",
        about: key,
        message: `${key} ${adapter === undefined ? "probably belongs" : "belongs"} to the cluster's own adapter (NetFT): ${total} of ${counted(netstat.snapshot.eligible.total, "eligible connection")} ${total === 1 ? "is" : "are"} over it, ${offloaded} offloaded. ${coexistence("cluster", os.value)?.effect ?? ""}`,
        at: [first, ...(adapter === undefined ? [] : [adapter.at]), ...cluster.at],
      };
    }
  },
});

function adaptersOfCluster(
  capture: KeptCapture<"ipConfig">,
): readonly { readonly addresses: readonly string[]; readonly at: EvidencePlace }[] {
  return capture.records
    .filter(({ description, name }) => CLUSTER_ADAPTER.test(description ?? name))
    .map((adapter) => ({ addresses: adapter.addresses, at: placeIn(capture, adapter) }));
}

function example(address: string): string {
  return String.raw`C:\>netstat -nt

Active Connections

  Proto  Local Address          Foreign Address        State           Offload State

  TCP    192.0.2.10:445         198.51.100.7:50012     ESTABLISHED     Offloaded
  TCP    ${`${address}:3343`.padEnd(22)} ${"169.254.2.30:50013".padEnd(22)} ESTABLISHED     InHost
`;
}
