import { automaticModeSource } from "../../facts/automatic-mode.ts";
import { showCommands } from "../../facts/commands.ts";
import { enumerated } from "../../facts/in-words.ts";
import type { AdapterFacts } from "../../hosts/index.ts";
import { defineRule, undecided } from "../rule.ts";

export default defineRule({
  id: "automatic-link-below-10g",
  severity: "info",
  title: "Chimney is automatic and the adapter is slower than 10 Gbps: none of its connections is a candidate",
  rationale:
    "Automatic mode of Server 2008 R2 and Windows 7 considers only connections over a 10 Gbps Ethernet adapter. Over a slower one it offloads nothing, whatever the adapter can do.",
  falseAlarms:
    "The speed shown for a team is the sum of its members; the physical adapter is what counts. Automatic is the default, and this is the normal state of most hosts.",
  remedy: carrying([]),
  references: [automaticModeSource],
  appliesTo: ["2008R2"],
  needs: ["chimneyOffload", "adapters"],
  examples: {
    fails: { text: example("1000000000"), os: "2008R2" },
    passes: { text: example("10000000000"), os: "2008R2" },
  },
  *check({ chimneyOffload, adapters, netstat }, { thresholds }) {
    if (chimneyOffload.value !== "automatic") return;
    const fastOnes = adapters.filter(
      ({ speedMbps, isRated }) => !isRated && (speedMbps?.value ?? 0) >= thresholds.automaticLinkMbps,
    );
    const areAllSlow = adapters.every(
      ({ speedMbps }) => (speedMbps?.value ?? Number.POSITIVE_INFINITY) < thresholds.automaticLinkMbps,
    );
    for (const { name, addresses, speedMbps } of adapters) {
      if (speedMbps === undefined || speedMbps.value >= thresholds.automaticLinkMbps) continue;
      const bound = (netstat?.byLocalAddress ?? []).filter(({ key }) => addresses.includes(key));
      const count = bound.reduce((sum, { offloaded, inHost }) => sum + offloaded + inHost, 0);
      // Where every adapter is slow, what is eligible goes over a slow one, whatever addresses they have.
      const isAnyUsed = areAllSlow && addresses.length === 0 && (netstat?.snapshot.eligible.total ?? 0) > 0;
      const isUsed = count > 0 || isAnyUsed;
      yield {
        // Without connections over it, it is only worth knowing.
        ...(isUsed ? { kind: "fail", remedy: carrying(fastOnes) } : { kind: "review", remedy: null }),
        about: name,
        message: `Adapter "${name}" runs at ${speedMbps.value} Mbps; automatic mode considers only ${thresholds.automaticLinkMbps} Mbps and more.${count === 0 ? "" : ` Eligible connections over it: ${count}.`}`,
        at: [...chimneyOffload.at, ...speedMbps.at, ...bound.map(({ first }) => first)],
      };
    }
    const unknown = adapters.filter(
      ({ speedMbps, isRated }) =>
        speedMbps === undefined || (isRated && speedMbps.value >= thresholds.automaticLinkMbps),
    );
    if (unknown.length > 0)
      yield undecided(
        `no capture shows how fast the link of ${unknown.map(({ name }) => name).join(", ")} is`,
        chimneyOffload.at,
        showCommands.linkSpeeds,
      );
  },
});

/** Automatic is what is recommended, so it stays: another adapter is all that helps. */
function carrying(fastOnes: readonly AdapterFacts[]): string {
  const which =
    fastOnes.length === 0
      ? "a 10 Gbps adapter"
      : enumerated(
          fastOnes.map(({ name }) => `"${name}"`),
          "or",
        );
  return `Leave it automatic. If long transfers should be offloaded, carry them over ${which}.`;
}

function example(speed: string): string {
  return String.raw`C:\>netsh int tcp show global
TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : enabled
Chimney Offload State               : automatic

C:\>wmic nic get Index,Name,NetConnectionID,Speed
Index  Name                      NetConnectionID        Speed
7      Example Ethernet Adapter  Local Area Connection  ${speed}
`;
}
