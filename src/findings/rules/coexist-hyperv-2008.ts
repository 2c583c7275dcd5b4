import { coexistence } from "../../facts/coexistence.ts";
import { chimneyCommand } from "../../facts/commands.ts";
import { source } from "../../facts/sources.ts";
import { defineRule, restoring } from "../rule.ts";

export default defineRule({
  id: "coexist-hyperv-2008",
  severity: "warning",
  title: "Hyper-V on Server 2008 keeps every connection in the host",
  rationale:
    "While Hyper-V on Server 2008 runs virtual machines, neither the management operating system nor a guest uses Chimney, so it has no effect.",
  falseAlarms:
    "On Server 2008 R2 the two are compatible. The document speaks of Hyper-V that runs virtual machines: a host with the role but no virtual machine may still offload.",
  remedy: (os) => chimneyCommand("disabled", os),
  rollback: restoring("chimneyOffload"),
  references: [source("kb951037", "How TCP Chimney Offload coexists, row Hyper-V")],
  appliesTo: ["2008"],
  needs: ["chimneyOffload", "hyperv", "os"],
  refutedBy: ["offloadedRows"],
  examples: {
    fails: { text: example("enabled"), os: "2008", context: ["hyperv"] },
    passes: { text: example("disabled"), os: "2008", context: ["hyperv"] },
  },
  *check({ chimneyOffload, hyperv, os, netstat }) {
    const said = coexistence("hyperv", os.value);
    if (hyperv.value !== "on" || chimneyOffload.value === "disabled" || said === undefined) return;
    const offloaded = netstat?.snapshot.connections.byOffloadState.offloaded ?? 0;
    const seen =
      offloaded === 0 ? "" : ` Yet the captured table has Offloaded rows (${offloaded}): look into that first.`;
    yield {
      message: `Hyper-V is on${hyperv.at.length === 0 ? " (from --context)" : ""} and Chimney is ${chimneyOffload.value}. ${said.sources[0].title} says "${said.word}". ${said.effect}${seen}`,
      at: [
        ...hyperv.at,
        ...chimneyOffload.at,
        ...(offloaded === 0 ? [] : (netstat?.examples.offloaded.slice(0, 3) ?? [])),
      ],
    };
  },
});

function example(chimney: string): string {
  return String.raw`C:\>netsh int tcp show global
Querying active state...

TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : enabled
Chimney Offload State               : ${chimney}
Receive Window Auto-Tuning Level    : normal
Add-On Congestion Control Provider  : ctcp
ECN Capability                      : disabled
RFC 1323 Timestamps                 : disabled
`;
}
