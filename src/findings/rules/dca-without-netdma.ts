import { registryCommand } from "../../facts/commands.ts";
import { source } from "../../facts/sources.ts";
import { defineRule, restoring, setting } from "../rule.ts";

const off = setting("directCacheAccess", "disabled");

export default defineRule({
  id: "dca-without-netdma",
  severity: "info",
  title: "Direct Cache Access is enabled, NetDMA is not",
  rationale:
    "On Server 2008 R2 and Windows 7, Direct Cache Access belongs to the same I/O Acceleration hardware as NetDMA. Without NetDMA the setting probably has no effect. This is only our conclusion, so it is left for review and never a failure.",
  falseAlarms:
    "No document that we could read states the dependency, and the setting does no known harm. Ignore this unless somebody expects Direct Cache Access to work.",
  remedy: (os) => `\`${off(os)}\`, or switch NetDMA on: \`${registryCommand("EnableTCPA", 1)}\` and a restart.`,
  rollback: restoring("directCacheAccess"),
  references: [source("conclusion", "that DCA needs NetDMA")],
  appliesTo: ["2008R2"],
  needs: ["directCacheAccess", "netDma"],
  examples: {
    fails: { text: example("enabled"), os: "2008R2" },
    passes: { text: example("disabled"), os: "2008R2" },
  },
  *check({ directCacheAccess, netDma }) {
    if (directCacheAccess.value !== "enabled" || netDma.value !== "disabled") return;
    yield {
      kind: "review",
      message:
        "Direct Cache Access is enabled while NetDMA is disabled. It probably has no effect then (not documented).",
      at: [...directCacheAccess.at, ...netDma.at],
    };
  },
});

function example(directCacheAccess: string): string {
  return String.raw`C:\>netsh int tcp show global
Querying active state...

TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : enabled
Chimney Offload State               : automatic
NetDMA State                        : disabled
Direct Cache Acess (DCA)            : ${directCacheAccess}
Receive Window Auto-Tuning Level    : normal
Add-On Congestion Control Provider  : none
ECN Capability                      : disabled
RFC 1323 Timestamps                 : disabled
`;
}
