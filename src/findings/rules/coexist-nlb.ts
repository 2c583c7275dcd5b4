import { coexistence } from "../../facts/coexistence.ts";
import { chimneyCommand } from "../../facts/commands.ts";
import { source } from "../../facts/sources.ts";
import { inAutomaticMode } from "../derived.ts";
import { defineRule, restoring } from "../rule.ts";

export default defineRule({
  id: "coexist-nlb",
  severity: "warning",
  title: "Network Load Balancing keeps every connection in the host",
  rationale:
    "On Server 2008 and 2008 R2 the stack offloads nothing while Network Load Balancing is configured, so Chimney has no effect.",
  falseAlarms:
    "Network Load Balancing has to be configured, not just installed. The documents about Server 2003 do not mention it, so nothing is said there.",
  remedy: (os) => `On nodes that balance load: \`${chimneyCommand("disabled", os)}\``,
  rollback: restoring("chimneyOffload"),
  references: [
    source("kb951037", "How TCP Chimney Offload coexists, row Network Load Balancing"),
    source("gg162698", "row Network load balancing"),
  ],
  appliesTo: ["2008", "2008R2"],
  needs: ["chimneyOffload", "nlb", "os"],
  refutedBy: ["offloadedRows"],
  examples: {
    fails: { text: example("automatic"), os: "2008R2", context: ["nlb"] },
    passes: { text: example("disabled"), os: "2008R2", context: ["nlb"] },
  },
  *check({ chimneyOffload, nlb, os }) {
    const said = coexistence("nlb", os.value);
    if (nlb.value !== "on" || chimneyOffload.value === "disabled" || said === undefined) return;
    yield {
      message: `Network Load Balancing is on${nlb.at.length === 0 ? " (from --context)" : ""} and Chimney is ${chimneyOffload.value}. ${said.sources[0].title} says "${said.word}". ${said.effect}`,
      at: [...nlb.at, ...chimneyOffload.at],
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
NetDMA State                        : enabled
Direct Cache Acess (DCA)            : disabled
Receive Window Auto-Tuning Level    : normal
Add-On Congestion Control Provider  : none
ECN Capability                      : disabled
RFC 1323 Timestamps                 : disabled
`;
}
