import { everySide } from "../../facts/contradictions.ts";
import { source } from "../../facts/sources.ts";
import { defineRule, restoring, setting } from "../rule.ts";

export default defineRule({
  id: "timestamps-enabled",
  severity: "info",
  title: "RFC 1323 timestamps are enabled",
  rationale:
    "Timestamps take twelve bytes of every segment. They do not keep Chimney from working: an adapter that offloads connections has to support them.",
  falseAlarms:
    "They help on fast links with a high delay, and may be wanted. Newer builds print a third value, allowed, which is not meant here. Sources disagree on the default.",
  remedy: setting("rfc1323Timestamps", "disabled"),
  rollback: restoring("rfc1323Timestamps"),
  references: [
    source("itPro", "sample of show global"),
    source("tcpSupport", "RFC 1323"),
    source("kb224829", "timestamps"),
    source("captures", "timestamps"),
  ],
  appliesTo: ["2008", "2008R2", "2012", "2012R2", "2016", "1709+"],
  needs: ["rfc1323Timestamps"],
  examples: {
    fails: { text: example("enabled"), os: "1709+" },
    passes: { text: example("allowed"), os: "1709+" },
  },
  *check({ rfc1323Timestamps: { value, at } }) {
    if (value !== "enabled") return;
    yield {
      message: `RFC 1323 timestamps are enabled: they take twelve bytes of every segment and do not keep Chimney from working. Sources disagree on the default. ${everySide("timestamps")}`,
      at,
    };
  },
});

function example(timestamps: string): string {
  return String.raw`C:\>netsh int tcp show global
Querying active state...

TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : enabled
Receive Window Auto-Tuning Level    : normal
Add-On Congestion Control Provider  : default
ECN Capability                      : disabled
RFC 1323 Timestamps                 : ${timestamps}
Initial RTO                         : 1000
Receive Segment Coalescing State    : enabled
Non Sack Rtt Resiliency             : disabled
Max SYN Retransmissions             : 4
Fast Open                           : enabled
Fast Open Fallback                  : enabled
HyStart                             : enabled
Proportional Rate Reduction         : enabled
Pacing Profile                      : off
`;
}
