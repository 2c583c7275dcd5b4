import { defaultOf } from "../../facts/defaults.ts";
import { windowsName } from "../../facts/os-bands.ts";
import { source } from "../../facts/sources.ts";
import { defineRule, restoring, setting } from "../rule.ts";

export default defineRule({
  id: "ecn-nondefault",
  severity: "info",
  title: "ECN differs from what is usual on this Windows",
  rationale:
    "Captures of Vista to Server 2008 R2 show Explicit Congestion Notification disabled, those of Server 2012 and 2012 R2 enabled; Windows 8 and 8.1 may show either. Old network devices drop connections that use it; without it, newer versions of Windows react later to congestion. What is usual was observed and is not documented, so this is a note.",
  falseAlarms:
    "It may have been set on purpose, for a data centre network or because of an old device. Since Server 2016 both values are seen on untouched machines, so the rule says nothing there.",
  remedy: setting("ecnCapability", "default"),
  rollback: restoring("ecnCapability"),
  references: [
    source("itPro", "sample of show global"),
    source("kb942861", "sample of show global"),
    source("captures", "values of untouched hosts"),
  ],
  appliesTo: ["2008", "2008R2", "2012", "2012R2"],
  needs: ["ecnCapability", "os"],
  // What is usual on a version says nothing where the listing is of another one.
  impliedBy: ["os-fingerprint-mismatch", "output-newer-than-windows"],
  examples: {
    fails: { text: example("enabled"), os: "2008R2" },
    passes: { text: example("disabled"), os: "2008R2" },
  },
  *check({ ecnCapability: { value, at }, os, osProduct }) {
    const expected = defaultOf("ecnCapability", os.value)?.values ?? [];
    if ((value !== "enabled" && value !== "disabled") || expected.length === 0 || expected.includes(value)) return;
    // The captures with it enabled are those of servers.
    if (value === "disabled" && osProduct?.value === "client") return;
    yield {
      message: `ECN is ${value}; captures of ${windowsName(os.value)} usually show ${expected.join(" or ")}.`,
      at,
    };
  },
});

function example(ecnCapability: string): string {
  return String.raw`C:\>netsh int tcp show global
Querying active state...

TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : enabled
Chimney Offload State               : automatic
NetDMA State                        : enabled
Direct Cache Acess (DCA)            : disabled
Receive Window Auto-Tuning Level    : normal
Add-On Congestion Control Provider  : none
ECN Capability                      : ${ecnCapability}
RFC 1323 Timestamps                 : disabled
`;
}
