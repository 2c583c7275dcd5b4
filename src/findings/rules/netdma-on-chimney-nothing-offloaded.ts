import { registryCommand, showCommands } from "../../facts/commands.ts";
import { everySide } from "../../facts/contradictions.ts";
import { source } from "../../facts/sources.ts";
import { candidatesOf } from "../candidates.ts";
import { defineRule, undecided, withoutOffloadStates } from "../rule.ts";

export default defineRule({
  id: "netdma-on-chimney-nothing-offloaded",
  severity: "info",
  title: "NetDMA is enabled: a possible reason why Chimney offloads nothing",
  rationale:
    "According to The Cable Guy, Windows uses NetDMA and not Chimney where the hardware supports both; KB 912222 says the opposite. So on Server 2003 to 2008 R2 NetDMA may be why nothing is offloaded although Chimney is enabled: one possible cause among others.",
  falseAlarms:
    "NetDMA may be enabled and still not in use: it needs hardware that is switched on in the BIOS. According to KB 912222 it is no reason at all. First look at the adapter, and at features that Chimney does not work with.",
  remedy: `To test it: \`${registryCommand("EnableTCPA", 0)}\`, restart, and capture \`${showCommands.connections}\` again under the same load.`,
  rollback: `\`${registryCommand("EnableTCPA", 1)}\` and a restart.`,
  references: [
    source("cableGuy", "NetDMA"),
    source("kb912222", "table of interactions"),
    source("conclusion", "that NetDMA explains an empty table"),
  ],
  appliesTo: ["2003", "2008", "2008R2"],
  needs: ["netDma", "chimneyOffload", "netstat"],
  impliedBy: [
    "coexist-nlb",
    "coexist-nat-ics",
    "coexist-hyperv-2008",
    "coexist-firewall-2003",
    "rras-leftover-ipnat-2003",
    "os-chimney-on-nic-off",
    "chimneystats-disabled-message-vs-global",
  ],
  saidBy: ["blockedByFeature", "adapterOff", "portsExcluded", "contradiction"],
  refutedBy: ["offloadedRows"],
  examples: {
    fails: { text: example("InHost"), os: "2008R2" },
    passes: { text: example("Offloaded"), os: "2008R2" },
  },
  *check(evidence, { thresholds }) {
    const { netDma, chimneyOffload, netstat } = evidence;
    if (netDma.value !== "enabled" || chimneyOffload.value !== "enabled") return;
    const { eligible, hasOffloadState } = netstat.snapshot;
    const total = eligible.total - (candidatesOf(evidence)?.setAside.neverOffloaded ?? 0);
    const at = [...netDma.at, ...chimneyOffload.at, netstat.heading];
    if (!hasOffloadState) yield withoutOffloadStates(netstat);
    else if (eligible.offloaded > 0) return;
    else if (total < thresholds.leastConnections)
      yield undecided(
        `NetDMA and Chimney are both enabled, but too few connections could be offloaded (${total}) to say that nothing is`,
        at,
        showCommands.connections,
      );
    else
      yield {
        message: `None of ${total} connections that could be offloaded is offloaded although Chimney is enabled, and NetDMA is enabled too. That may be the reason, or not: ${everySide("netdma-precedence")}`,
        at: [...at, ...netstat.eligibleInHost.slice(0, 3)],
      };
  },
});

function example(offloadState: string): string {
  return String.raw`C:\>netsh int tcp show global
TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : enabled
Chimney Offload State               : enabled
NetDMA State                        : enabled

C:\>netstat -nt

  Proto  Local Address          Foreign Address        State           Offload State
  TCP    192.0.2.10:445         198.51.100.7:50012     ESTABLISHED     InHost
  TCP    192.0.2.10:445         198.51.100.8:50013     ESTABLISHED     InHost
  TCP    192.0.2.10:3260        198.51.100.9:50014     ESTABLISHED     InHost
  TCP    192.0.2.10:3260        198.51.100.9:50015     ESTABLISHED     ${offloadState}
`;
}
