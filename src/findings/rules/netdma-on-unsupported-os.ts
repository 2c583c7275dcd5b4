import { showCommands } from "../../facts/commands.ts";
import { windowsName } from "../../facts/os-bands.ts";
import { source } from "../../facts/sources.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "netdma-on-unsupported-os",
  severity: "error",
  title: "NetDMA is shown as enabled on a Windows that has no NetDMA",
  rationale:
    "Windows 8, Server 2012 and later do not have it. If the line says enabled there, another Windows printed it, or it was edited: whatever rests on the version, or on the line, is in doubt.",
  falseAlarms:
    'Posts on the Web about "tuned" Windows 10 machines show such a line; several of them are made up. On these versions the line says disabled, or is not printed at all, and both are fine.',
  remedy: `Check the version: run \`${showCommands.version}\` on the host, or name the right one with --os. If the version is right, the value has no effect and can be ignored.`,
  references: [
    source("netDma20", "versions"),
    source("conclusion", "that the capture and the version do not belong together"),
  ],
  appliesTo: ["2012", "2012R2", "2016", "1709+"],
  // These versions need not print the line, so the listing is what the rule can't do without.
  needs: ["tcpGlobal", "os"],
  examples: {
    fails: { text: example("enabled"), os: "2012" },
    passes: { text: example("disabled"), os: "2012" },
  },
  *check({ netDma, os }) {
    if (netDma?.value !== "enabled") return;
    yield {
      message: `NetDMA is shown as enabled, but Windows has had no NetDMA since Windows 8 and Server 2012, and this host is taken for ${windowsName(os.value)}. Either the version is wrong, or the line comes from another host.`,
      at: [...netDma.at, ...os.at],
    };
  },
});

function example(netDma: string): string {
  return String.raw`C:\>netsh int tcp show global
Querying active state...

TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : enabled
Chimney Offload State               : disabled
NetDMA State                        : ${netDma}
Direct Cache Access (DCA)           : disabled
Receive Window Auto-Tuning Level    : normal
Add-On Congestion Control Provider  : none
ECN Capability                      : enabled
RFC 1323 Timestamps                 : disabled
Initial RTO                         : 3000
Receive Segment Coalescing State    : enabled
`;
}
