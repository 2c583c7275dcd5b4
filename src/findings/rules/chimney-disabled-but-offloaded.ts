import { chimneyCommand, showChimneyCommand, showCommands } from "../../facts/commands.ts";
import { source } from "../../facts/sources.ts";
import { defineRule, withoutOffloadStates } from "../rule.ts";

export default defineRule({
  id: "chimney-disabled-but-offloaded",
  severity: "error",
  title: "Chimney is disabled, but netstat shows offloaded connections",
  rationale:
    "Chimney offloads nothing while it is disabled, on any Windows. Captures that say otherwise were taken at different times or on different hosts, or one was misread; nothing that rests on both can be trusted. Connections that are only being uploaded are no contradiction: they are on their way back after Chimney was switched off.",
  falseAlarms:
    "The setting may have been changed between the two captures, one of them may carry the wrong host name, or a capture meant for a virtual machine may come from the parent partition. The offload of a vendor's own stack (iSCSI adapters) does not show in netstat, so it is no explanation.",
  remedy: (os) =>
    `Capture again within one minute on the same host: \`${showChimneyCommand(os)}\`, then \`${showCommands.connections}\`${os === "2003" ? `. If it persists: \`${chimneyCommand("disabled", os)}\` takes effect at once; look again, then restart` : ` and \`${showCommands.chimneyStats}\``}.`,
  references: [
    source("kb951037", "How to determine whether TCP Chimney Offload is working"),
    source("kb912222", "usage"),
    source("tcpmib", "states"),
    source("conclusion", "that the two contradict each other"),
  ],
  appliesTo: "any",
  needs: ["chimneyOffload", "netstat"],
  examples: { fails: { text: example("Offloaded") }, passes: { text: example("InHost") } },
  *check({ chimneyOffload, netstat }) {
    if (chimneyOffload.value !== "disabled") return;
    const { connections, hasOffloadState, time } = netstat.snapshot;
    if (!hasOffloadState) {
      yield withoutOffloadStates(netstat);
      return;
    }
    const { offloaded, offloading, uploading } = connections.byOffloadState;
    const { examples } = netstat;
    const from = time === null ? "netstat" : `netstat at ${time}`;
    if (offloaded + offloading > 0)
      yield {
        message: `Chimney is disabled, but ${from} shows rows that are offloaded (${offloaded}) or being offloaded (${offloading}). The captures contradict each other.`,
        at: [...chimneyOffload.at, ...examples.offloaded, ...examples.offloading],
      };
    else if (uploading > 0)
      yield {
        kind: "review",
        severity: "info",
        message: `Chimney is disabled, and ${from} shows rows that are being uploaded (${uploading}): they are on their way back after it was switched off. Half a minute later they should be in the host.`,
        at: [...chimneyOffload.at, ...examples.uploading],
        remedy: null,
      };
  },
});

function example(offloadState: string): string {
  return String.raw`C:\>netsh int tcp show global
TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : enabled
Chimney Offload State               : disabled

C:\>netstat -nt

  Proto  Local Address          Foreign Address        State           Offload State
  TCP    192.0.2.10:445         198.51.100.7:50012     ESTABLISHED     ${offloadState}
  TCP    192.0.2.10:445         198.51.100.8:50013     ESTABLISHED     InHost
`;
}
