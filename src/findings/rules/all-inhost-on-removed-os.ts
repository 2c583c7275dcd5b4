import { windowsName } from "../../facts/os-bands.ts";
import { source } from "../../facts/sources.ts";
import { defineRule, withoutOffloadStates } from "../rule.ts";

export default defineRule({
  id: "all-inhost-on-removed-os",
  severity: "info",
  title: "All connections are InHost on a Windows that has no Chimney: nothing to fix",
  rationale:
    "Chimney was removed with Windows 10 1709, and Server 2019 and later have none. netstat -t still prints the column, and InHost is the only state it can show. It says nothing about any setting.",
  falseAlarms:
    "It is never a fault on these versions. InHost does not mean that something is disabled on any version of Windows.",
  remedy: null,
  references: [
    source("removed1709", "TCP Offload Engine"),
    source("kb4014193", "deprecation"),
    source("hpnFeatures", "TCP Chimney Offload"),
  ],
  appliesTo: ["1709+"],
  needs: ["os", "netstat"],
  saidBy: ["chimneyRemoved"],
  impliedBy: ["chimney-active-on-removed-os"],
  examples: { fails: { text: example("InHost") }, passes: { text: example("Offloaded") } },
  *check({ netstat, os }) {
    const { connections, hasOffloadState } = netstat.snapshot;
    if (!hasOffloadState) {
      yield withoutOffloadStates(netstat);
      return;
    }
    const { inHost, offloading, offloaded, uploading, unknown } = connections.byOffloadState;
    if (inHost === 0 || offloading + offloaded + uploading + unknown > 0) return;
    yield {
      kind: "review",
      message: `All rows with an offload state (${inHost}) are InHost, as expected: ${windowsName(os.value)} has no Chimney. Nothing needs fixing.`,
      at: [netstat.heading, ...netstat.examples.inHost.slice(0, 3), ...os.at],
    };
  },
});

function example(offloadState: string): string {
  return String.raw`C:\>ver

Microsoft Windows [Version 10.0.20348.587]

C:\>netstat -nt

  Proto  Local Address          Foreign Address        State           Offload State
  TCP    192.0.2.10:443         198.51.100.7:50012     ESTABLISHED     InHost
  TCP    192.0.2.10:443         198.51.100.8:50013     ESTABLISHED     ${offloadState}
`;
}
