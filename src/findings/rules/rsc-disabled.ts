import { source } from "../../facts/sources.ts";
import { defineRule, restoring, setting } from "../rule.ts";

export default defineRule({
  id: "rsc-disabled",
  severity: "info",
  title: "Receive Segment Coalescing is disabled",
  rationale:
    "Since Server 2012 adapters can hand several received segments to the stack as one. This offload keeps no connection state and is enabled by default.",
  falseAlarms:
    "It is often off on hosts with a Hyper-V switch, and may be off because of a driver fault. It is not an error on its own.",
  remedy: setting("receiveSegmentCoalescing", "enabled"),
  rollback: restoring("receiveSegmentCoalescing"),
  references: [source("setNetOffloadGlobalSetting", "-ReceiveSegmentCoalescing")],
  appliesTo: ["2012", "2012R2", "2016", "1709+"],
  needs: ["receiveSegmentCoalescing"],
  examples: {
    fails: { text: example("disabled"), os: "2012R2" },
    passes: { text: example("enabled"), os: "2012R2" },
  },
  *check({ receiveSegmentCoalescing: { value, at }, hyperv }) {
    if (value !== "disabled") return;
    const isHyperV = hyperv?.value === "on";
    yield {
      ...(isHyperV ? { kind: "review", remedy: null } : {}),
      message: `Receive Segment Coalescing is disabled; its default is enabled.${isHyperV ? " On a Hyper-V host that is common." : ""}`,
      at: [...at, ...(isHyperV ? hyperv.at : [])],
    };
  },
});

function example(coalescing: string): string {
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
Receive Segment Coalescing State    : ${coalescing}
Non Sack Rtt Resiliency             : disabled
Max SYN Retransmissions             : 2
`;
}
