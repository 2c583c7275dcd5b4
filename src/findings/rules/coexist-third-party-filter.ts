import { coexistence } from "../../facts/coexistence.ts";
import { chimneyCommand, showCommands } from "../../facts/commands.ts";
import { source } from "../../facts/sources.ts";
import { defineRule, restoring, undecided, withoutOffloadStates } from "../rule.ts";

export default defineRule({
  id: "coexist-third-party-filter",
  severity: "info",
  title: "Nothing is offloaded beside a third-party firewall or filter driver: check the product",
  rationale:
    "On Server 2008 and 2008 R2 it depends on the product whether Chimney works with another vendor's firewall. Anything that filters packets counts, including antivirus products.",
  falseAlarms:
    "The product may have nothing to do with it: first check whether Chimney is on in Windows and on the adapter. In automatic mode nothing offloaded is normal.",
  remedy: (os) =>
    os === "2008R2"
      ? "Check the product's documentation for TCP Chimney Offload. In automatic mode nothing needs to be changed."
      : `Check the product's documentation for TCP Chimney Offload; if it is not supported: \`${chimneyCommand("disabled", os)}\``,
  rollback: restoring("chimneyOffload"),
  references: [
    source("kb951037", "How TCP Chimney Offload coexists, row Third-party firewall"),
    source("gg162698", "row Other firewalls"),
    source("adapterTuning", "Windows Filtering Platform"),
  ],
  appliesTo: ["2008", "2008R2"],
  needs: ["third-party-firewall", "chimneyOffload", "netstat", "os"],
  impliedBy: [
    "coexist-nlb",
    "coexist-nat-ics",
    "coexist-hyperv-2008",
    "coexist-firewall-2003",
    "rras-leftover-ipnat-2003",
    "os-chimney-on-nic-off",
  ],
  saidBy: ["blockedByFeature", "adapterOff"],
  refutedBy: ["offloadedRows"],
  examples: {
    fails: { text: example("InHost"), os: "2008", context: ["third-party-firewall"] },
    passes: { text: example("Offloaded"), os: "2008", context: ["third-party-firewall"] },
  },
  *check({ "third-party-firewall": firewall, chimneyOffload, netstat, os }, { thresholds }) {
    const said = coexistence("third-party-firewall", os.value);
    if (firewall.value !== "on" || chimneyOffload.value === "disabled" || said === undefined) return;
    const { eligible, hasOffloadState } = netstat.snapshot;
    const at = [...firewall.at, ...chimneyOffload.at, netstat.heading];
    if (!hasOffloadState) yield withoutOffloadStates(netstat);
    else if (eligible.offloaded > 0) return;
    else if (eligible.total < thresholds.leastConnections)
      yield undecided(
        `${eligible.total} eligible connections are too few to say that nothing is offloaded beside the third-party firewall`,
        at,
        showCommands.connections,
      );
    else
      yield {
        message: `A third-party firewall is on${firewall.at.length === 0 ? " (from --context)" : ""}, Chimney is ${chimneyOffload.value} and none of ${eligible.total} eligible connections is offloaded. The product may be why. ${said.sources[0].title} says "${said.word}". ${said.effect}`,
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

C:\>netstat -nt

  Proto  Local Address          Foreign Address        State           Offload State
  TCP    192.0.2.10:445         198.51.100.7:50012     ESTABLISHED     InHost
  TCP    192.0.2.10:445         198.51.100.8:50013     ESTABLISHED     InHost
  TCP    192.0.2.10:3260        198.51.100.9:50014     ESTABLISHED     InHost
  TCP    192.0.2.10:3260        198.51.100.9:50015     ESTABLISHED     ${offloadState}
`;
}
