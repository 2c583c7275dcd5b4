import { blockingFeatures, coexistence } from "../../facts/coexistence.ts";
import { showCommands } from "../../facts/commands.ts";
import { featureName } from "../../facts/features.ts";
import { source } from "../../facts/sources.ts";
import { type Evidence, type EvidencePlace, placeIn } from "../../hosts/index.ts";
import { wilson } from "../../summary/index.ts";
import { candidatesOf } from "../candidates.ts";
import { defineRule, undecided, withoutOffloadStates } from "../rule.ts";

/** What the captures show that alone keeps connections in the host, with the lines that say so. */
interface Cause {
  readonly text: string;
  readonly at: readonly EvidencePlace[];
}

export default defineRule({
  id: "chimney-enabled-nothing-offloaded",
  severity: "warning",
  title: "Chimney is enabled in Windows, but no eligible connection is offloaded",
  rationale:
    "Chimney works only when it is enabled in Windows and on the adapter, and when nothing else on the host stands in its way. Enabled with nothing offloaded means that the setting has no effect. Traffic does not suffer: the host's own stack does the work. From Windows 10 1709 and Server 1709 on there is no Chimney.",
  falseAlarms:
    "The stack takes connections with little traffic back. The setting may have been switched on minutes before the capture. A virtual machine without Virtual Machine Chimney offloads nothing. Loopback rows say nothing and are not counted.",
  remedy: (os) =>
    `Look for the cause in this order: the TCP offload entry among the adapter's advanced properties; a feature that Chimney does not work with; a port that is excluded; an adapter that is full; connections with too little traffic. ${os === "2003" ? "" : `\`${showCommands.chimneyStats}\` shows what each adapter can do. `}If the adapter cannot offload, ${os === "2008R2" ? "automatic mode is right" : "disable Chimney"}.`,
  references: [
    source("kb951037", "How to enable and disable TCP Chimney Offload"),
    source("kb951037", "How to determine whether TCP Chimney Offload is working"),
    source("itPro", "TCP Chimney Offload, adapters"),
    source("gg162689", "what it shows"),
    source("conclusion", "the least number of connections"),
  ],
  appliesTo: ["2003", "2008", "2008R2", "2012", "2012R2", "2016"],
  needs: ["chimneyOffload", "netstat"],
  impliedBy: [
    "coexist-nlb",
    "coexist-nat-ics",
    "coexist-hyperv-2008",
    "coexist-firewall-2003",
    "rras-leftover-ipnat-2003",
    "os-chimney-on-nic-off",
    "chimney-dead-after-nic-change",
    "coexist-rras-2003",
    "guest-without-vm-chimney",
    "chimneystats-disabled-message-vs-global",
  ],
  saidBy: ["blockedByFeature", "adapterOff", "portsExcluded", "contradiction"],
  examples: {
    fails: { text: example("enabled", "InHost"), os: "2008R2" },
    passes: { text: example("enabled", "Offloaded"), os: "2008R2" },
  },
  *check(evidence, { thresholds }) {
    const { chimneyOffload, netstat } = evidence;
    if (chimneyOffload.value !== "enabled") return;
    const { eligible, hasOffloadState } = netstat.snapshot;
    const { offloaded, transitional } = eligible;
    // What no adapter ever offloads says nothing of Chimney.
    const total = eligible.total - (candidatesOf(evidence)?.setAside.neverOffloaded ?? 0);
    if (!hasOffloadState) yield withoutOffloadStates(netstat);
    else if (offloaded > 0 || transitional > 0) return;
    else if (total < thresholds.leastConnections)
      yield undecided(
        `Chimney is enabled, but too few connections could be offloaded (${total}) to judge its effect`,
        [...chimneyOffload.at, netstat.heading],
        showCommands.connections,
      );
    else {
      const causes = causesIn(evidence);
      const [, high] = wilson(0, total);
      const most = ` If they are typical, the share is very likely below ${percent(high)}.`;
      const which = total === eligible.total ? "eligible connections" : "connections that could be offloaded";
      yield {
        message: `Chimney is enabled, but none of ${total} ${which} is offloaded.${most}${causes.map(({ text }) => ` ${text}`).join("")}`,
        at: [
          ...chimneyOffload.at,
          netstat.heading,
          ...netstat.eligibleInHost.slice(0, 3),
          ...causes.flatMap(({ at }) => at),
        ],
      };
    }
  },
});

/** Adapters that have the feature off, then features that block it. They explain; they never make the finding go away. */
function causesIn(evidence: Partial<Evidence>): readonly Cause[] {
  const { adapters = [], os } = evidence;
  const off = adapters.flatMap(({ name, connectionOffloadIPv4, connectionOffloadIPv6 }): Cause[] => {
    const facts = [connectionOffloadIPv4, connectionOffloadIPv6].filter((fact) => fact?.value === "disabled");
    const at = facts.flatMap((fact) => fact?.at ?? []);
    return facts.length === 0 ? [] : [{ text: `Adapter "${name}" has connection offload disabled.`, at }];
  });
  const told = evidence.chimneyStats?.at(-1);
  if (told?.traits.state === "disabledByAdministrator")
    off.push({
      text: "But chimneystats says that the administrator disabled Chimney: first find out which is right.",
      at: [placeIn(told, told.records[0] ?? told)],
    });
  const band = os?.value;
  if (band === undefined) return off;
  const blocking = blockingFeatures(band).flatMap((feature): Cause[] => {
    const fact = evidence[feature];
    if (fact?.value !== "on") return [];
    return [{ text: `In use: ${featureName(feature)}. ${coexistence(feature, band)?.effect ?? ""}`, at: fact.at }];
  });
  return [...off, ...blocking];
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function example(chimney: string, second: string): string {
  return String.raw`C:\>netsh int tcp show global
TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : enabled
Chimney Offload State               : ${chimney}

C:\>netstat -nt

  Proto  Local Address          Foreign Address        State           Offload State
  TCP    192.0.2.10:445         198.51.100.7:50012     ESTABLISHED     InHost
  TCP    192.0.2.10:445         198.51.100.8:50013     ESTABLISHED     ${second}
  TCP    192.0.2.10:3260        198.51.100.9:50014     ESTABLISHED     InHost
  TCP    192.0.2.10:3260        198.51.100.9:50015     ESTABLISHED     InHost
`;
}
