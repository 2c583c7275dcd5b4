import { automaticCriteria, automaticModeSource } from "../../facts/automatic-mode.ts";
import { showCommands } from "../../facts/commands.ts";
import { source } from "../../facts/sources.ts";
import type { AdapterFacts } from "../../hosts/index.ts";
import { defineRule, undecided, withoutOffloadStates } from "../rule.ts";

export default defineRule({
  id: "chimney-automatic-nothing-offloaded",
  severity: "info",
  title: "Chimney is automatic and nothing is offloaded: normal unless a 10 Gbps adapter carries long transfers",
  rationale:
    "In automatic mode, the default of Server 2008 R2 and Windows 7, only connections that meet three criteria are considered. Most servers have none, so nothing offloaded is their normal state and no misconfiguration.",
  falseAlarms:
    "Always normal where an adapter is slower than 10 Gbps. netstat shows neither speed, round trip nor bytes, so without other captures every criterion is unknown.",
  remedy: null,
  references: [automaticModeSource, source("gg162709", "new in this version")],
  appliesTo: ["2008R2"],
  needs: ["chimneyOffload", "netstat"],
  impliedBy: [
    "automatic-link-below-10g",
    "coexist-nlb",
    "coexist-nat-ics",
    "coexist-hyperv-2008",
    "coexist-firewall-2003",
    "rras-leftover-ipnat-2003",
  ],
  saidBy: ["automaticNothingOffloaded", "blockedByFeature", "adapterOff"],
  examples: {
    fails: { text: example("InHost"), os: "2008R2" },
    passes: { text: example("Offloaded"), os: "2008R2" },
  },
  *check({ chimneyOffload, netstat, adapters = [] }, { thresholds }) {
    if (chimneyOffload.value !== "automatic") return;
    const { eligible, hasOffloadState } = netstat.snapshot;
    const at = [...chimneyOffload.at, netstat.heading];
    if (!hasOffloadState) yield withoutOffloadStates(netstat);
    else if (eligible.total === 0)
      yield undecided("there is no eligible connection that could have been offloaded", at, showCommands.connections);
    else if (eligible.offloaded === 0) {
      const criteria = automaticCriteria.map(
        ({ id, text }) => `${text}: ${id === "link" ? linkIs(adapters, thresholds.automaticLinkMbps) : "unknown"}`,
      );
      yield {
        kind: "review",
        message: `Chimney is automatic and none of the eligible connections (${eligible.total}) is offloaded. That is normal unless a connection meets all of these: ${criteria.join("; ")}.`,
        at: [...at, ...netstat.eligibleInHost.slice(0, 3), ...adapters.flatMap(({ speedMbps }) => speedMbps?.at ?? [])],
      };
    }
  },
});

/** Met or not only when that holds for every adapter there is. */
function linkIs(adapters: readonly AdapterFacts[], leastMbps: number): string {
  // The link of a fast card may be slower.
  const speeds = adapters.map(({ speedMbps, isRated }) =>
    isRated && (speedMbps?.value ?? 0) >= leastMbps ? undefined : speedMbps?.value,
  );
  const shown = adapters.map(({ name, speedMbps }) => `${name} ${speedMbps?.value ?? "?"} Mbps`).join(", ");
  if (speeds.length === 0 || speeds.includes(undefined)) return "unknown";
  const fast = speeds.filter((speed) => speed !== undefined && speed >= leastMbps);
  if (fast.length === 0) return `not met (${shown})`;
  return fast.length === speeds.length ? `met (${shown})` : `met by some (${shown})`;
}

function example(offloadState: string): string {
  return String.raw`C:\>netsh int tcp show global
TCP Global Parameters
----------------------------------------------
Chimney Offload State               : automatic
NetDMA State                        : enabled

C:\>netstat -nt

  Proto  Local Address          Foreign Address        State           Offload State
  TCP    192.0.2.10:445         198.51.100.7:50012     ESTABLISHED     ${offloadState}
  TCP    192.0.2.10:445         198.51.100.8:50013     ESTABLISHED     InHost
`;
}
