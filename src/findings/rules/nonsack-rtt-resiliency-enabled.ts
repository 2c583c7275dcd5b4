import { source } from "../../facts/sources.ts";
import { defineRule, restoring, setting } from "../rule.ts";

export default defineRule({
  id: "nonsack-rtt-resiliency-enabled",
  severity: "info",
  title: "Non-SACK RTT resiliency is enabled",
  rationale:
    "Server 2012 R2 and later show it, and every known capture of an untouched host shows it disabled. Enabled is usually left over from a tuning script.",
  falseAlarms:
    "Tuning scripts for games and low latency set it, and it may be wanted. That disabled is usual was observed; it is not documented as a default.",
  remedy: setting("nonSackRttResiliency", "disabled"),
  rollback: restoring("nonSackRttResiliency"),
  references: [source("adapterTuning", "sample of show global"), source("captures", "values of untouched hosts")],
  appliesTo: ["2012R2", "2016", "1709+"],
  needs: ["nonSackRttResiliency"],
  examples: {
    fails: { text: example("enabled"), os: "2012R2" },
    passes: { text: example("disabled"), os: "2012R2" },
  },
  *check({ nonSackRttResiliency: { value, at } }) {
    if (value !== "enabled") return;
    yield { message: "Non-SACK RTT resiliency is enabled; captures usually show it disabled.", at };
  },
});

function example(resiliency: string): string {
  return String.raw`C:\>netsh int tcp show global
Querying active state...

TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : enabled
Chimney Offload State               : disabled
NetDMA State                        : disabled
Direct Cache Access (DCA)           : disabled
Receive Window Auto-Tuning Level    : normal
Add-On Congestion Control Provider  : none
ECN Capability                      : enabled
RFC 1323 Timestamps                 : disabled
Initial RTO                         : 3000
Receive Segment Coalescing State    : enabled
Non Sack Rtt Resiliency             : ${resiliency}
Max SYN Retransmissions             : 2
`;
}
