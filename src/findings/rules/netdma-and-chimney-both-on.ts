import { chimneyCommand, registryCommand } from "../../facts/commands.ts";
import { everySide } from "../../facts/contradictions.ts";
import type { OsBand } from "../../facts/os-bands.ts";
import { source } from "../../facts/sources.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "netdma-and-chimney-both-on",
  severity: "info",
  title: "NetDMA and Chimney are both switched on",
  rationale:
    "On Server 2003 to 2008 R2 only one of the two can handle a connection. Microsoft's own documents disagree on which one Windows picks, so the settings do not show which is in use. Both are on by default on Server 2003 with the pack, and on 2008 R2 with automatic: there the rule says nothing.",
  falseAlarms:
    "Settings do not show what is in effect: NetDMA needs I/O Acceleration Technology, switched on in the BIOS, and Chimney needs an adapter that supports it. If only one of them has its hardware, there is no conflict. Only an offloaded row proves that Chimney is in effect, and only for that connection.",
  remedy: (os) =>
    os === "2008R2"
      ? `Let Windows choose, as it does by default: \`${chimneyCommand("automatic", os)}\`.`
      : `Choose one: ${choice(os)}`,
  rollback: ({ chimneyOffload, os }) =>
    `\`${chimneyCommand(chimneyOffload?.value === "automatic" ? "automatic" : "enabled", os?.value)}\` or \`${registryCommand("EnableTCPA", 1)}\` and a restart, depending on which you changed.`,
  references: [
    source("kb912222", "table of interactions"),
    source("cableGuy", "NetDMA"),
    source("itPro", "sample of show global"),
    source("gg162716", "NetDMA and Chimney"),
  ],
  appliesTo: ["2003", "2008", "2008R2"],
  needs: ["chimneyOffload", "netDma"],
  refutedBy: ["offloadedRows"],
  impliedBy: [
    "netdma-on-chimney-nothing-offloaded",
    "coexist-nlb",
    "coexist-nat-ics",
    "coexist-hyperv-2008",
    "coexist-firewall-2003",
    "rras-leftover-ipnat-2003",
    "os-chimney-on-nic-off",
  ],
  examples: {
    fails: { text: example("enabled"), os: "2008R2" },
    passes: { text: example("disabled"), os: "2008R2" },
  },
  *check({ chimneyOffload, netDma, os }) {
    if (netDma.value !== "enabled" || chimneyOffload.value !== "enabled" || os?.value === "2003") return;
    yield {
      kind: "review",
      message: `NetDMA and Chimney are both enabled. A connection uses only one of them, and the settings do not show which: ${everySide("netdma-precedence")}`,
      at: [...chimneyOffload.at, ...netDma.at],
    };
  },
});

function choice(os: OsBand | undefined): string {
  return `for NetDMA \`${chimneyCommand("disabled", os)}\`; for Chimney \`${registryCommand("EnableTCPA", 0)}\`, then restart.`;
}

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
