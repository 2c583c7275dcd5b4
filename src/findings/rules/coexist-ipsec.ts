import { coexistence } from "../../facts/coexistence.ts";
import { chimneyCommand } from "../../facts/commands.ts";
import { source } from "../../facts/sources.ts";
import { inAutomaticMode } from "../derived.ts";
import { defineRule, restoring } from "../rule.ts";

export default defineRule({
  id: "coexist-ipsec",
  severity: "warning",
  title: "An IPsec policy keeps connections from being offloaded",
  rationale:
    "IPsec has to see every packet, so Windows silently does without Chimney: on Server 2003 and 2008 for all connections, on 2008 R2 for those that the policy covers. The setting then has no effect.",
  falseAlarms:
    "A policy that exists but is not assigned does not count, nor does the service on its own. On 2003 an adapter that can do the IPsec processing may still offload, according to The Cable Guy; KB 912222 says otherwise.",
  remedy: (os) =>
    `Disable Chimney explicitly: \`${chimneyCommand("disabled", os)}\`${os === "2008R2" ? ", or narrow the policy to the connections that need it" : ""}.`,
  rollback: restoring("chimneyOffload"),
  references: [
    source("kb912222", "features that do not work with it"),
    source("cableGuy", "TCP Chimney Offload Design"),
    source("kb951037", "How TCP Chimney Offload coexists, row IPsec policy"),
    source("gg162698", "row IPsec policy"),
  ],
  appliesTo: ["2003", "2008", "2008R2"],
  needs: ["chimneyOffload", "ipsec", "os"],
  // A policy of 2008 beside offloaded rows is a contradiction that is said; on 2008 R2 it covers some connections only.
  refutedBy: (os) => (os === "2003" ? ["offloadedRows"] : []),
  examples: {
    fails: { text: example("enabled"), os: "2008", context: ["ipsec"] },
    passes: { text: example("disabled"), os: "2008", context: ["ipsec"] },
  },
  *check({ chimneyOffload, ipsec, os, netstat }) {
    const said = coexistence("ipsec", os.value);
    if (ipsec.value !== "on" || chimneyOffload.value === "disabled" || said === undefined) return;
    const offloaded = netstat?.snapshot.connections.byOffloadState.offloaded ?? 0;
    const rows = offloaded === 0 ? [] : (netstat?.examples.offloaded.slice(0, 3) ?? []);
    const isContradiction = os.value === "2008" && offloaded > 0;
    const seen = offloaded === 0 ? "" : ` Offloaded rows in the captured table: ${offloaded}.`;
    yield {
      message: `IPsec is on${ipsec.at.length === 0 ? " (from --context)" : ""} and Chimney is ${chimneyOffload.value}. ${said.sources[0].title} says "${said.word}". ${said.effect}${seen}${isContradiction ? " The two can't both be: either no policy is applied, or the table is of another time or host." : ""}`,
      severity: isContradiction ? "error" : "warning",
      at: [...ipsec.at, ...chimneyOffload.at, ...rows],
      ...inAutomaticMode(chimneyOffload.value),
    };
  },
});

function example(chimney: string): string {
  return String.raw`C:\>netsh int tcp show global
Querying active state...

TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : enabled
Chimney Offload State               : ${chimney}
Receive Window Auto-Tuning Level    : normal
Add-On Congestion Control Provider  : ctcp
ECN Capability                      : disabled
RFC 1323 Timestamps                 : disabled
`;
}
