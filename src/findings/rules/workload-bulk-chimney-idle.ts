import { chimneyCommand, showCommands } from "../../facts/commands.ts";
import { workloadOf } from "../../facts/port-workloads.ts";
import { source } from "../../facts/sources.ts";
import type { EvidencePlace } from "../../hosts/index.ts";
import { defineRule, restoring, undecided, withoutOffloadStates } from "../rule.ts";

export default defineRule({
  id: "workload-bulk-chimney-idle",
  severity: "info",
  title: "A file, backup or replication server with a 10 Gbps adapter has Chimney disabled",
  rationale:
    "Long connections with much traffic over a fast adapter gain most from Chimney, and on Server 2008 R2 automatic, the default, is recommended. This says that something may be gained, not that anything is wrong.",
  falseAlarms:
    "A port only hints at the service behind it, and the list is our own. Chimney may have been disabled for a reason: ask. On Server 2012 and later SMB Direct, Receive-Side Scaling and Receive Segment Coalescing do this job, so the rule is only for 2008 R2 and Windows 7.",
  remedy: `Record processor load and throughput as they are. Then \`${chimneyCommand("automatic", "2008R2")}\`, record again, and compare.`,
  rollback: restoring("chimneyOffload"),
  references: [
    source("itPro", "TCP Chimney Offload, workloads"),
    source("gg162709", "recording a baseline"),
    source("conclusion", "which ports stand for a service, and what is most"),
  ],
  appliesTo: ["2008R2"],
  needs: ["chimneyOffload", "netstat", "adapters"],
  examples: {
    fails: { text: example("disabled"), os: "2008R2" },
    passes: { text: example("automatic"), os: "2008R2" },
  },
  *check({ chimneyOffload, netstat, adapters }, { thresholds }) {
    if (chimneyOffload.value !== "disabled") return;
    const { eligible, hasOffloadState } = netstat.snapshot;
    if (!hasOffloadState) {
      yield withoutOffloadStates(netstat);
      return;
    }
    const bulk = netstat.byServicePort.filter(({ key }) => workloadOf(key)?.class === "bulk");
    const count = bulk.reduce((sum, { offloaded, inHost }) => sum + offloaded + inHost, 0);
    if (count === 0 || count <= eligible.total * thresholds.bulkShare) return;
    const rows: readonly EvidencePlace[] = bulk.slice(0, 3).map(({ first }) => first);
    const fast = adapters.filter(({ speedMbps }) => (speedMbps?.value ?? 0) >= thresholds.automaticLinkMbps);
    const ports = bulk.map(
      ({ key, offloaded, inHost }) => `${key} (${workloadOf(key)?.workload}): ${offloaded + inHost}`,
    );
    if (fast.length > 0)
      yield {
        message: `${count} of ${eligible.total} eligible connections are on ports of bulk services (${ports.join(", ")}), and ${fast.map(({ name, speedMbps }) => `"${name}" runs at ${speedMbps?.value} Mbps`).join(", ")}, but Chimney is disabled. They may gain from it.`,
        at: [...chimneyOffload.at, ...rows, ...fast.flatMap(({ speedMbps }) => speedMbps?.at ?? [])],
      };
    else if (adapters.some(({ speedMbps }) => speedMbps === undefined))
      yield undecided(
        `Chimney is disabled on a host with ${count} connections of bulk services, and no capture shows how fast every adapter is`,
        [...chimneyOffload.at, ...rows],
        showCommands.linkSpeeds,
      );
  },
});

function example(chimney: string): string {
  return String.raw`C:\>netsh int tcp show global
TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : enabled
Chimney Offload State               : ${chimney}
NetDMA State                        : enabled

C:\>netstat -nt

Active Connections

  Proto  Local Address          Foreign Address        State           Offload State

  TCP    192.0.2.10:445         198.51.100.7:50012     ESTABLISHED     InHost
  TCP    192.0.2.10:3260        198.51.100.8:50013     ESTABLISHED     InHost

C:\>wmic nic get Index,Name,NetConnectionID,Speed
Index  Name                      NetConnectionID  Speed
7      Example Ethernet Adapter  Storage          10000000000
`;
}
