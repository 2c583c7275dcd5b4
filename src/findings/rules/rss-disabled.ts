import { source } from "../../facts/sources.ts";
import { placeIn } from "../../hosts/index.ts";
import { defineRule, restoring, setting } from "../rule.ts";

export default defineRule({
  id: "rss-disabled",
  severity: "warning",
  title: "Receive-Side Scaling is disabled in Windows",
  rationale:
    "Without it, one processor receives for all connections of an adapter that stay in the host, however many processors there are. Since Server 2008 it is enabled by default, and the advice is to leave it enabled in Windows and on the adapters. For Server 2003 the advice is the opposite, so the rule says nothing there.",
  falseAlarms:
    'A machine or guest with a single processor does not benefit from it. It is often found disabled because "turn all offloads off" was the first step of some troubleshooting.',
  remedy: setting("receiveSideScaling", "enabled"),
  rollback: restoring("receiveSideScaling"),
  references: [
    source("kb951037", "How to enable and disable RSS"),
    source("itPro", "Receive-Side Scaling"),
    source("kb2643970", "settings"),
  ],
  appliesTo: ["2008", "2008R2", "2012", "2012R2", "2016", "1709+"],
  needs: ["receiveSideScaling"],
  examples: {
    fails: { text: example("disabled"), os: "2008" },
    passes: { text: example("enabled"), os: "2008" },
  },
  *check({ receiveSideScaling, systemInfo }) {
    if (receiveSideScaling.value !== "disabled") return;
    const system = systemInfo?.at(-1);
    const processors = system?.records.find(({ name }) => name === "processors");
    const counted = processors === undefined ? "" : ` Processors, as the system counts them: ${processors.value}`;
    yield {
      message: `Receive-Side Scaling is disabled in Windows: all receive processing of an adapter runs on a single CPU.${counted}`,
      at: [
        ...receiveSideScaling.at,
        ...(system === undefined || processors === undefined ? [] : [placeIn(system, processors)]),
      ],
    };
  },
});

function example(receiveSideScaling: string): string {
  return String.raw`C:\>netsh int tcp show global
Querying active state...

TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : ${receiveSideScaling}
Chimney Offload State               : disabled
Receive Window Auto-Tuning Level    : normal
Add-On Congestion Control Provider  : ctcp
ECN Capability                      : disabled
RFC 1323 Timestamps                 : disabled
`;
}
