import { automaticModeSource } from "../../facts/automatic-mode.ts";
import { counted } from "../../facts/in-words.ts";
import { source } from "../../facts/sources.ts";
import { defineRule, withoutOffloadStates } from "../rule.ts";

export default defineRule({
  id: "automatic-rtt-too-high",
  severity: "info",
  title: "Chimney is automatic: connections with a round trip of 20 ms or more are no candidates",
  rationale:
    "Automatic mode of Server 2008 R2 and Windows 7 considers only connections whose mean round trip takes less than 20 milliseconds; exactly 20 is too much. No capture shows the round trip, so it is unknown which connections stay in the host because of it.",
  falseAlarms:
    "Connections within one site are usually well below the limit. ping does not show the mean that the stack uses; it only gives a hint.",
  remedy: null,
  references: [automaticModeSource, source("conclusion", "that the round trip is not captured")],
  appliesTo: ["2008R2"],
  needs: ["chimneyOffload", "netstat"],
  impliedBy: ["automatic-link-below-10g"],
  saidBy: ["automaticNothingOffloaded", "partlyOffloadedAutomatic", "blockedByFeature", "adapterOff"],
  examples: {
    fails: { text: example("automatic"), os: "2008R2" },
    passes: { text: example("enabled"), os: "2008R2" },
  },
  *check({ chimneyOffload, netstat }, { thresholds }) {
    const { eligible, hasOffloadState } = netstat.snapshot;
    const { inHost, offloaded } = eligible;
    if (chimneyOffload.value !== "automatic") return;
    const at = [...chimneyOffload.at, netstat.heading];
    if (!hasOffloadState) yield withoutOffloadStates(netstat);
    else if (inHost > 0)
      yield {
        kind: "review",
        message: `Chimney is automatic. ${offloaded} of ${counted(eligible.total, "eligible connection")} ${offloaded === 1 ? "is" : "are"} offloaded. Of those in the host (${inHost}), connections whose round trip takes ${thresholds.automaticRttMs} ms or more are no candidates. Which ones is unknown: no capture shows the round trip.`,
        at: [...at, ...netstat.eligibleInHost.slice(0, 3)],
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
  TCP    192.0.2.10:445         198.51.100.7:50012     ESTABLISHED     Offloaded
  TCP    192.0.2.10:445         203.0.113.7:50012      ESTABLISHED     InHost
`;
}
