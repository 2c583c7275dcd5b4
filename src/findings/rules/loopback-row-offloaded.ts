import { showCommands } from "../../facts/commands.ts";
import { source } from "../../facts/sources.ts";
import { defineRule, withoutOffloadStates } from "../rule.ts";

export default defineRule({
  id: "loopback-row-offloaded",
  severity: "warning",
  title: "A row within the host is shown as offloaded",
  rationale:
    "No network adapter carries what a host sends to itself, so such a row can't be offloaded on any Windows: a name was resolved wrongly, captures were mixed up, or a driver misbehaves. The state is kept as printed, and the row does not count for the ratio.",
  falseAlarms:
    "The sample in KB 951037 looks like this: its second row mirrors the ports of a loopback row and is offloaded. If only a name and mirrored ports suggest the same host, the row counts as offloaded, and this is a note.",
  remedy: `Capture again with addresses: \`${showCommands.connections}\`.`,
  references: [
    source("kb951037", "sample of netstat -t"),
    source("conclusion", "that an adapter can't carry loopback connections"),
  ],
  appliesTo: "any",
  needs: ["netstat"],
  examples: { fails: { text: example("Offloaded") }, passes: { text: example("InHost") } },
  *check({ netstat }) {
    if (!netstat.snapshot.hasOffloadState) {
      yield withoutOffloadStates(netstat);
      return;
    }
    // The offload state is the last word of an observed row.
    const observed = netstat.observations.filter(({ text }) => !text.endsWith(" inHost"));
    const own = observed.filter(({ kind }) => kind === "loopbackOffloaded");
    const suspected = observed.filter(({ kind }) => kind === "sameHostSuspected");
    if (own.length > 0)
      yield {
        message: `Rows within the host that are not InHost, although no adapter carries them: ${own.length}. They do not count for the ratio.`,
        at: own,
      };
    if (suspected.length > 0)
      yield {
        severity: "info",
        message: `Rows that are not InHost and mirror the ports of another row: ${suspected.length}. Both ends may be on this host, but the other end is only a name; they count as printed.`,
        at: suspected,
      };
  },
});

function example(offloadState: string): string {
  return String.raw`C:\>netstat -nt

Active Connections

  Proto  Local Address          Foreign Address        State           Offload State

  TCP    127.0.0.1:50020        127.0.0.1:50021        ESTABLISHED     InHost
  TCP    127.0.0.1:50021        127.0.0.1:50020        ESTABLISHED     ${offloadState}
`;
}
