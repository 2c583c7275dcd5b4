import { showCommands } from "../../facts/commands.ts";
import { counted } from "../../facts/in-words.ts";
import { workloadOf } from "../../facts/port-workloads.ts";
import { source } from "../../facts/sources.ts";
import { clearlyBelow } from "../derived.ts";
import { defineRule, withoutOffloadStates } from "../rule.ts";

export default defineRule({
  id: "long-lived-port-not-offloaded",
  severity: "warning",
  title: "Nothing of a bulk service is offloaded while other connections are",
  rationale:
    "Long connections with much traffic, as in file, backup, replication and storage services, gain most from Chimney. If others are offloaded and these are not, something keeps them in the host: a port policy, their adapter, or an IPsec policy. Server 2003 to 2012 R2.",
  falseAlarms:
    "A port only hints at the service behind it, and the list is our own. A share that is mounted but not used has too little traffic to be offloaded; in automatic mode that is as it should be, so the rule is for enabled only. If many ports are compared, one may differ by chance.",
  remedy: `Look at the lists of ports (Server 2003: \`${showCommands.registry}\`; later: \`${showCommands.chimneyPorts}\`), at the adapter of the local address, and at what the IPsec policy covers.`,
  references: [
    source("itPro", "TCP Chimney Offload, workloads"),
    source("cableGuy", "TCP Chimney Offload"),
    source("conclusion", "which ports stand for which service"),
  ],
  appliesTo: ["2003", "2008", "2008R2", "2012", "2012R2"],
  needs: ["chimneyOffload", "netstat"],
  examples: {
    fails: { text: example("InHost"), os: "2008R2" },
    passes: { text: example("Offloaded"), os: "2008R2" },
  },
  *check({ chimneyOffload, netstat }, { thresholds }) {
    // Automatic mode chooses among connections by their traffic: quiet ones beside busy ones are what it is for.
    if (chimneyOffload.value !== "enabled") return;
    const { eligible, hasOffloadState } = netstat.snapshot;
    if (!hasOffloadState) {
      yield withoutOffloadStates(netstat);
      return;
    }
    const bulk = netstat.byServicePort.filter(({ key }) => workloadOf(key)?.class === "bulk");
    for (const group of bulk) {
      const shares = clearlyBelow(group, eligible, thresholds.leastConnections);
      if (shares === undefined) continue;
      yield {
        about: String(group.key),
        message: `Port ${group.key} (${workloadOf(group.key)?.workload}, by its number): ${shares}. Chimney is ${chimneyOffload.value}; ${counted(bulk.length, "port")} of bulk services ${bulk.length === 1 ? "was" : "were"} compared.`,
        at: [group.first, ...netstat.examples.offloaded.slice(0, 3), ...chimneyOffload.at],
      };
    }
  },
});

function example(offloadState: string): string {
  const rows = Array.from({ length: 4 }, (_, row) => [
    `  TCP    192.0.2.10:445         198.51.100.${row + 7}:50012     ESTABLISHED     ${offloadState}`,
    `  TCP    192.0.2.10:8443        198.51.100.${row + 7}:50013     ESTABLISHED     Offloaded`,
  ]);
  return String.raw`C:\>netsh int tcp show global
TCP Global Parameters
----------------------------------------------
Chimney Offload State               : enabled

C:\>netstat -nt

Active Connections

  Proto  Local Address          Foreign Address        State           Offload State

${rows.flat().join("\n")}
`;
}
