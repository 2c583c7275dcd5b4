import { registryDeleteCommand, taskOffloadCommand } from "../../facts/commands.ts";
import { source } from "../../facts/sources.ts";
import { defineRule, restoring } from "../rule.ts";

export default defineRule({
  id: "task-offload-disabled-global",
  severity: "warning",
  title: "All task offloads are disabled for the whole host",
  rationale:
    "This switch takes checksum and large send offload away from every adapter, and with them Receive-Side Scaling, which relies on them. The processors then do that work. Since Vista and Server 2008 `netsh int ip show global` has shown it; on Server 2003 it is a registry value.",
  falseAlarms:
    "Task offload is not Chimney: connection offload is switched elsewhere, although some articles mix up the two names. The switch may be set on purpose while somebody looks for a driver fault.",
  remedy: (os) =>
    os === "2003"
      ? `\`${registryDeleteCommand("DisableTaskOffload")}\`, then restart.`
      : `\`${taskOffloadCommand("enabled", os)}\`, or, where the registry says so, \`${registryDeleteCommand("DisableTaskOffload")}\`; then restart the adapters or the machine.`,
  rollback: restoring("taskOffload"),
  references: [
    source("taskOffloadKeywords", "DisableTaskOffload"),
    source("setNetOffloadGlobalSetting", "-TaskOffload"),
    source("itPro", "Best-Practice Recommendations"),
  ],
  appliesTo: "any",
  needs: ["taskOffload"],
  examples: { fails: { text: example("Disabled") }, passes: { text: example("Enabled") } },
  *check({ taskOffload }) {
    if (taskOffload.value !== "disabled") return;
    yield {
      message:
        "Task offload is disabled for the whole host: no adapter computes checksums or splits large sends, and Receive-Side Scaling is not used. This says nothing about Chimney.",
      at: taskOffload.at,
    };
  },
});

function example(taskOffload: string): string {
  return String.raw`PS C:\> Get-NetOffloadGlobalSetting

ReceiveSideScaling           : Enabled
ReceiveSegmentCoalescing     : Enabled
Chimney                      : Disabled
TaskOffload                  : ${taskOffload}
NetworkDirect                : Enabled
NetworkDirectAcrossIPSubnets : Blocked
PacketCoalescingFilter       : Disabled
`;
}
