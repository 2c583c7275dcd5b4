import { chimneyCommand, registryCommand } from "../../facts/commands.ts";
import { everySide } from "../../facts/contradictions.ts";
import type { OsBand } from "../../facts/os-bands.ts";
import { source } from "../../facts/sources.ts";
import { defineRule } from "../rule.ts";

/** On 2008 R2 the pair is what an installation that nobody touched shows. */
const HEALTHY = "Nothing needs to be done: a healthy installation of 2008 R2 shows both. Where only one is wanted:";

export default defineRule({
  id: "netdma-and-chimney-both-on",
  severity: "info",
  title: "NetDMA and Chimney are both switched on",
  rationale:
    "On Server 2003 to 2008 R2 a connection is handled by one of the two: they do not work together. Which one Windows takes is stated differently by Microsoft's own documents, so that nobody can tell from the settings which of them is in use. On 2008 R2 and Windows 7, Chimney automatic beside NetDMA enabled is what a healthy installation shows.",
  falseAlarms:
    "Settings are not the effective state: NetDMA needs hardware for it (I/O Acceleration Technology), switched on in the BIOS, and Chimney needs an adapter for it. Where only one of them has its hardware, nothing is in conflict. Only an offloaded row proves that Chimney is in effect, and only for that connection.",
  remedy: (os) => `Decide for one of them: ${choice(os)}`,
  rollback: ({ chimneyOffload, os }) =>
    `\`${chimneyCommand(chimneyOffload?.value === "automatic" ? "automatic" : "enabled", os?.value)}\` or \`${registryCommand("EnableTCPA", 1)}\` and a restart, whichever was changed.`,
  references: [
    source("kb912222", "table of interactions and the note below it"),
    source("cableGuy", "NetDMA"),
    source("itPro", "sample of show global"),
    source("gg162716"),
  ],
  appliesTo: ["2003", "2008", "2008R2"],
  needs: ["chimneyOffload", "netDma"],
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
  *check({ chimneyOffload, netDma, netstat, os }) {
    const chimney = chimneyOffload.value;
    if (netDma.value !== "enabled" || (chimney !== "enabled" && chimney !== "automatic")) return;
    const offloaded = netstat?.snapshot.connections.byOffloadState.offloaded ?? 0;
    const seen = offloaded === 0 ? "" : ` Chimney is in effect for the rows that are Offloaded (${offloaded}).`;
    const isFactoryState = chimney === "automatic" && os?.value === "2008R2";
    yield {
      message: `NetDMA is enabled and Chimney is ${chimney}. The two are not used together, and the settings do not tell which one is: ${everySide("netdma-precedence")}${seen}`,
      severity: chimney === "enabled" ? "warning" : "info",
      ...(isFactoryState ? { remedy: `${HEALTHY} ${choice("2008R2")}` } : {}),
      at: [
        ...chimneyOffload.at,
        ...netDma.at,
        ...(offloaded === 0 ? [] : (netstat?.examples.offloaded.slice(0, 3) ?? [])),
      ],
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
