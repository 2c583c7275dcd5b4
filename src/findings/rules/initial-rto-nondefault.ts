import { defaultOf } from "../../facts/defaults.ts";
import { windowsName } from "../../facts/os-bands.ts";
import { source } from "../../facts/sources.ts";
import { usualOnBuild } from "../../facts/usual-on-build.ts";
import { defineRule, restoring, setting } from "../rule.ts";

export default defineRule({
  id: "initial-rto-nondefault",
  severity: "info",
  title: "The initial retransmission timeout is unusual",
  rationale:
    "The initial timeout is the number of milliseconds after which the first segment of a connection is sent again: 3000, on newer builds 1000. Another value is usually left over from tuning; a short one sends segments twice on slow links. Server 2012 and later show it.",
  falseAlarms:
    "Values from 300 to 3000 are allowed and may be chosen for a fast network. What is usual was observed in samples; it is not documented as a default.",
  remedy: "Set it back to the value that an untouched host of the same build shows.",
  rollback: restoring("initialRto"),
  references: [source("adapterTuning", "sample of show global"), source("captures", "values of untouched hosts")],
  appliesTo: ["2012", "2012R2", "2016", "1709+"],
  needs: ["initialRto", "os"],
  // What is usual on a version says nothing where the listing is of another one.
  impliedBy: ["os-fingerprint-mismatch", "output-newer-than-windows"],
  examples: {
    fails: { text: example(300), os: "2012R2" },
    passes: { text: example(3000), os: "2012R2" },
  },
  *check({ initialRto: { value, at }, os, osBuild }) {
    const expected = defaultOf("initialRto", os.value)?.values ?? [];
    if (expected.length === 0 || expected.includes(value)) return;
    const usual = usualOnBuild("initialRto", os.value, osBuild?.value);
    yield {
      message: `Initial RTO is ${value} ms; captures of ${windowsName(os.value)} usually show ${usual ?? expected.join(" or ")} ms.`,
      at,
      ...(usual === undefined ? {} : { remedy: setting("initialRto", usual)(os.value) }),
    };
  },
});

function example(initialRto: number): string {
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
Initial RTO                         : ${initialRto}
Receive Segment Coalescing State    : enabled
Non Sack Rtt Resiliency             : disabled
Max SYN Retransmissions             : 2
`;
}
