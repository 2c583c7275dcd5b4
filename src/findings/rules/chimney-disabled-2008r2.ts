import { chimneyCommand } from "../../facts/commands.ts";
import { featureName } from "../../facts/features.ts";
import { workloadOf } from "../../facts/port-workloads.ts";
import { source } from "../../facts/sources.ts";
import { defineRule, restoring } from "../rule.ts";

/** What Chimney is turned off for, by advice of other rules and of vendors. */
const reasons = ["nlb", "nat", "ics", "ipsec", "teaming", "third-party-firewall", "packet-capture", "biztalk"] as const;

export default defineRule({
  id: "chimney-disabled-2008r2",
  severity: "info",
  title: "Chimney is disabled on Windows Server 2008 R2",
  rationale:
    "Switching the features of the Scalable Networking Pack off made sense on Server 2003. On Server 2008 R2 they are stable, and disabling them out of habit may cost capacity: automatic, the default, offloads only what pays. Only measuring shows what this host loses.",
  falseAlarms:
    "Others advise the opposite: practitioners of SQL Server recommend disabled on every version. It is a common choice, and many hosts have nothing that automatic mode would offload.",
  remedy: `Unless this was set on purpose: \`${chimneyCommand("automatic", "2008R2")}\`.`,
  rollback: restoring("chimneyOffload"),
  references: [
    source("itPro", "Fear in the IT Community"),
    source("itPro", "Best-Practice Recommendations"),
    source("sheffield", "recommendation"),
  ],
  appliesTo: ["2008R2"],
  needs: ["chimneyOffload"],
  examples: { fails: { text: example("disabled") }, passes: { text: example("automatic") } },
  *check(evidence) {
    const { chimneyOffload, netstat } = evidence;
    if (chimneyOffload.value !== "disabled") return;
    const bulk = (netstat?.byServicePort ?? []).filter(({ key }) => workloadOf(key)?.class === "bulk").slice(0, 3);
    const names = bulk.map(({ key }) => `${workloadOf(key)?.workload ?? ""} (port ${key})`);
    const reason = reasons.find((feature) => evidence[feature]?.value === "on");
    const gain = names.length === 0 ? "" : ` By their ports, connections of ${names.join(", ")} might gain from it.`;
    yield {
      message: `Chimney is disabled on Windows Server 2008 R2; its default is automatic.${reason === undefined ? gain : ` Beside ${featureName(reason)} that is a usual choice.`}`,
      at: [
        ...chimneyOffload.at,
        ...(reason === undefined ? bulk.map(({ first }) => first) : (evidence[reason]?.at ?? [])),
      ],
      ...(reason === undefined ? {} : { kind: "review" as const, remedy: null }),
    };
  },
});

function example(chimney: string): string {
  return String.raw`C:\>ver

Microsoft Windows [Version 6.1.7601]

C:\>netsh int tcp show global
TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : enabled
Chimney Offload State               : ${chimney}
NetDMA State                        : enabled
`;
}
