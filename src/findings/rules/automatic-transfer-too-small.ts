import { automaticModeSource } from "../../facts/automatic-mode.ts";
import { counted } from "../../facts/in-words.ts";
import { source } from "../../facts/sources.ts";
import { defineRule, withoutOffloadStates } from "../rule.ts";

export default defineRule({
  id: "automatic-transfer-too-small",
  severity: "info",
  title: "Chimney is automatic: connections that exchanged less than 130 KB are no candidates",
  rationale:
    "Automatic mode of Server 2008 R2 and Windows 7 considers a connection only once at least 130 KB have been exchanged over it. No capture shows the bytes of a connection, so it is unknown which ones stay in the host because of it.",
  falseAlarms:
    "No document says whether a KB has 1,000 or 1,024 bytes, so between 130,000 and 133,120 bytes nothing can be said even if the bytes are known. A short connection may still grow.",
  remedy: null,
  references: [automaticModeSource, source("conclusion", "that the bytes are not captured")],
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
        message: `Chimney is automatic. ${offloaded} of ${counted(eligible.total, "eligible connection")} ${offloaded === 1 ? "is" : "are"} offloaded. Of those in the host (${inHost}), connections that have exchanged less than ${thresholds.automaticKilobytes} KB are no candidates. Which ones is unknown: no capture shows the bytes of a connection.`,
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
