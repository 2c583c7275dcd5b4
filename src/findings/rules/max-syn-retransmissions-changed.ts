import { defaultOf } from "../../facts/defaults.ts";
import { osBands } from "../../facts/os-bands.ts";
import { source } from "../../facts/sources.ts";
import { usualOnBuild } from "../../facts/usual-on-build.ts";
import { defineRule, restoring, setting } from "../rule.ts";

/** Of all versions together: builds within a band differ. */
const expected = [...new Set(osBands.flatMap((band) => defaultOf("maxSynRetransmissions", band)?.values ?? []))];

export default defineRule({
  id: "max-syn-retransmissions-changed",
  severity: "info",
  title: "The number of SYN retransmissions is unusual",
  rationale:
    "This is how often an unanswered SYN is sent again, and so decides how long a connection attempt to a dead host takes: 2, on newer builds 4. Another number is usually left over from tuning. Server 2012 R2 and later show it.",
  falseAlarms:
    "It may be wanted for a lossy link. What is usual was observed in samples; it is not documented as a default.",
  remedy: "Set it back to the value that an untouched host of the same build shows.",
  rollback: restoring("maxSynRetransmissions"),
  references: [source("adapterTuning", "sample of show global"), source("captures", "values of untouched hosts")],
  appliesTo: ["2012R2", "2016", "1709+"],
  needs: ["maxSynRetransmissions"],
  // What is usual on a version says nothing where the listing is of another one.
  impliedBy: ["os-fingerprint-mismatch", "output-newer-than-windows"],
  examples: {
    fails: { text: example(8), os: "2012R2" },
    passes: { text: example(2), os: "2012R2" },
  },
  *check({ maxSynRetransmissions: { value, at }, os, osBuild }) {
    if (expected.includes(value)) return;
    const usual = os === undefined ? undefined : usualOnBuild("maxSynRetransmissions", os.value, osBuild?.value);
    yield {
      message: `Max SYN retransmissions is ${value}; captures usually show ${usual ?? expected.join(" or ")}.`,
      at,
      ...(usual === undefined ? {} : { remedy: setting("maxSynRetransmissions", usual)(os?.value) }),
    };
  },
});

function example(retransmissions: number): string {
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
Non Sack Rtt Resiliency             : disabled
Max SYN Retransmissions             : ${retransmissions}
`;
}
