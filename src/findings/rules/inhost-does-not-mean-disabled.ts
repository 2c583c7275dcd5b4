import { showCommands } from "../../facts/commands.ts";
import { everySide } from "../../facts/contradictions.ts";
import { source } from "../../facts/sources.ts";
import { defineRule, withoutOffloadStates } from "../rule.ts";

export default defineRule({
  id: "inhost-does-not-mean-disabled",
  severity: "info",
  title: "Every connection is InHost: that does not prove that Chimney is disabled",
  rationale:
    "InHost says that the host's own stack handles the connection, not why. Connections stay there if Chimney is off, if it is automatic and no connection qualifies, if the adapter can't offload or is not allowed to, or if this Windows has no Chimney. Some articles say otherwise.",
  falseAlarms: "This is an explanation, not a problem. It appears as long as no capture shows the state of Chimney.",
  remedy: (os) =>
    os === "2003"
      ? `\`${showCommands.registry} /v EnableTCPChimney\``
      : `\`${showCommands.settings}\` shows the state.`,
  references: [source("tcpmib", "states"), source("progress", "InHost"), source("bennettScharf", "InHost")],
  appliesTo: "any",
  needs: ["netstat"],
  saidBy: ["settingUnknown", "chimneyRemoved", "chimneyDisabledByStatistics"],
  examples: {
    fails: { text: example("") },
    passes: {
      text: example(String.raw`
C:\>netsh int tcp show global
TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : enabled
Chimney Offload State               : automatic
`),
    },
  },
  *check({ netstat, chimneyOffload, tcpGlobal, netOffloadGlobalSetting }) {
    const { connections, hasOffloadState } = netstat.snapshot;
    if (!hasOffloadState) {
      yield withoutOffloadStates(netstat);
      return;
    }
    const { inHost, offloading, offloaded, uploading, unknown } = connections.byOffloadState;
    const isAll = inHost > 0 && offloading + offloaded + uploading + unknown === 0;
    // With the settings captured there is nothing left to misread.
    const isShown = chimneyOffload !== undefined || tcpGlobal !== undefined || netOffloadGlobalSetting !== undefined;
    if (!isAll || isShown) return;
    yield {
      kind: "review",
      message: `All rows with an offload state (${inHost}) are InHost, and no capture shows the state of Chimney. InHost does not mean disabled: ${everySide("in-host")}`,
      at: [netstat.heading, ...netstat.examples.inHost.slice(0, 3)],
    };
  },
});

function example(more: string): string {
  return String.raw`C:\>netstat -nt

Active Connections

  Proto  Local Address          Foreign Address        State           Offload State

  TCP    192.0.2.10:445         198.51.100.7:50012     ESTABLISHED     InHost
  TCP    192.0.2.10:445         198.51.100.8:50013     ESTABLISHED     InHost
${more}`;
}
