import { chimneyCommand } from "../../facts/commands.ts";
import { source } from "../../facts/sources.ts";
import { defineRule, restoring, withoutOffloadStates } from "../rule.ts";

export default defineRule({
  id: "capture-tools-blind",
  severity: "info",
  title: "Packets of offloaded connections are missing from a packet capture on the same host",
  rationale:
    "Network Monitor, Wireshark and the like see what passes through the host's stack. They miss what the adapter handles, so a trace without packets does not mean that there was no traffic. This holds on every Windows that offloads connections.",
  falseAlarms: "Some tools do work with Chimney; their documentation says whether they see offloaded connections.",
  remedy: (os) =>
    `Capture at a mirror port of the switch, or turn Chimney off while tracing: \`${chimneyCommand("disabled", os)}\``,
  rollback: restoring("chimneyOffload"),
  references: [
    source("kb951037", "How TCP Chimney Offload coexists, row Network monitoring tools"),
    source("gg162698", "row Network monitoring tools"),
  ],
  appliesTo: "any",
  needs: ["packet-capture", "netstat"],
  examples: {
    fails: { text: example("Offloaded"), context: ["packet-capture"] },
    passes: { text: example("InHost"), context: ["packet-capture"] },
  },
  *check({ "packet-capture": trace, netstat }) {
    if (trace.value !== "on") return;
    const { connections, hasOffloadState } = netstat.snapshot;
    const { offloaded } = connections.byOffloadState;
    if (!hasOffloadState) yield withoutOffloadStates(netstat);
    else if (offloaded > 0)
      yield {
        message: `Packets are captured on this host while connections are offloaded (rows: ${offloaded}): a trace taken here may lack their packets.`,
        at: [...netstat.examples.offloaded, netstat.heading, ...trace.at],
      };
  },
});

function example(offloadState: string): string {
  return String.raw`C:\>netstat -nt

Active Connections

  Proto  Local Address          Foreign Address        State           Offload State

  TCP    192.0.2.10:445         198.51.100.7:50012     ESTABLISHED     ${offloadState}
  TCP    192.0.2.10:445         198.51.100.8:50013     ESTABLISHED     InHost
`;
}
