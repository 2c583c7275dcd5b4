import { source } from "../../facts/sources.ts";
import { defineRule, undecided, withoutOffloadStates } from "../rule.ts";

export default defineRule({
  id: "guest-without-vm-chimney",
  severity: "info",
  title: "A virtual machine has Chimney enabled, and nothing is offloaded",
  rationale:
    "A guest can offload only what its virtual adapter passes on. On Hyper-V that takes Virtual Machine Chimney, which came with 2008 R2 and has to be allowed for each virtual adapter; for virtual adapters of other hypervisors no connection offload is documented. So nothing offloaded is normal in a guest.",
  falseAlarms:
    "A guest with a physical adapter assigned to it may offload like a host. That other hypervisors have no connection offload is our conclusion: we found no document about it.",
  remedy:
    "If the host is Hyper-V on 2008 R2, allow TCP offload for this guest's virtual adapter in its settings. On any other hypervisor nothing needs to be done.",
  references: [
    source("gg162677", "Virtual Machine Chimney"),
    source("conclusion", "virtual adapters of other hypervisors"),
  ],
  appliesTo: ["2008", "2008R2", "2012", "2012R2", "2016"],
  needs: ["guest", "chimneyOffload", "netstat"],
  refutedBy: ["offloadedRows"],
  examples: {
    fails: { text: example("enabled"), os: "2008R2", context: ["guest"] },
    passes: { text: example("automatic"), os: "2008R2", context: ["guest"] },
  },
  *check({ guest, chimneyOffload, netstat }, { thresholds }) {
    if (guest.value !== "on" || chimneyOffload.value !== "enabled") return;
    const { eligible, hasOffloadState } = netstat.snapshot;
    if (!hasOffloadState) yield withoutOffloadStates(netstat);
    else if (eligible.total < thresholds.leastConnections)
      yield undecided(
        `${eligible.total} eligible connections are too few to say that this guest offloads nothing`,
        [netstat.heading],
        "netstat -nato",
      );
    else
      yield {
        message: `This is a virtual machine${guest.at.length === 0 ? " (from --context)" : ""} with Chimney enabled, and none of ${eligible.total} eligible connections is offloaded: its virtual adapter passes no connection on.`,
        at: [...guest.at, ...chimneyOffload.at, netstat.heading],
      };
  },
});

function example(chimney: string): string {
  return String.raw`C:\>netsh int tcp show global
TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : enabled
Chimney Offload State               : ${chimney}

C:\>netstat -nt

  Proto  Local Address          Foreign Address        State           Offload State
  TCP    192.0.2.10:445         198.51.100.7:50012     ESTABLISHED     InHost
  TCP    192.0.2.10:445         198.51.100.8:50013     ESTABLISHED     InHost
  TCP    192.0.2.10:445         198.51.100.9:50014     ESTABLISHED     InHost
  TCP    192.0.2.10:445         198.51.100.9:50015     ESTABLISHED     InHost
`;
}
