import { showCommands } from "../../facts/commands.ts";
import { source } from "../../facts/sources.ts";
import { defineRule, undecided, withoutOffloadStates } from "../rule.ts";

const ID = "KB2477730";

export default defineRule({
  id: "chimney-dead-after-nic-change",
  severity: "warning",
  title: "Offloaded connections have all gone back to the host: perhaps an adapter was changed",
  rationale:
    "On Windows 7 and Server 2008 R2, changing or disabling one adapter takes the offloaded connections of all adapters back. They stay in the host for the rest of their lives and may hang under load; only new connections are offloaded again.",
  falseAlarms:
    "The stack also takes connections back for lack of traffic, and a driver may return all of them, for example when a team fails over. netstat does not show the reason: ask whether an adapter was changed between the captures.",
  remedy: `Install ${ID}, or restart the applications so that they make new connections.`,
  references: [
    source("kb2477730", "symptom"),
    source("uploadAll", "purpose"),
    source("terminateOffload", "reasons of the host"),
  ],
  appliesTo: ["2008R2"],
  needs: ["chimneyOffload", "netstat"],
  examples: {
    fails: { text: example("InHost"), os: "2008R2" },
    passes: { text: example("Offloaded"), os: "2008R2" },
  },
  *check({ chimneyOffload, netstat, hotfixes }) {
    if (chimneyOffload.value !== "enabled" && chimneyOffload.value !== "automatic") return;
    const { snapshot, acrossSnapshots } = netstat;
    if (!snapshot.hasOffloadState) {
      yield withoutOffloadStates(netstat);
      return;
    }
    if (acrossSnapshots === null) {
      const reason = "whether offloaded connections went back takes two tables with the Offload State column";
      yield undecided(reason, [netstat.heading], `${showCommands.connections} (twice, some minutes apart)`);
      return;
    }
    const { count, examples } = acrossSnapshots.uploadedBack;
    if (count === 0 || snapshot.connections.byOffloadState.offloaded > 0) return;
    const installed = hotfixes?.value.includes(ID) ? ` ${ID} is listed as installed.` : "";
    yield {
      message: `Chimney is ${chimneyOffload.value}, but ${count} connections that were offloaded in an earlier table are in the host in the last one, and no other is offloaded.${installed}`,
      at: [...chimneyOffload.at, ...examples, netstat.heading],
    };
  },
});

function example(later: string): string {
  const table = (offloadState: string) => String.raw`C:\>netstat -nt

Active Connections

  Proto  Local Address          Foreign Address        State           Offload State

  TCP    192.0.2.10:445         198.51.100.7:50012     ESTABLISHED     ${offloadState}
  TCP    192.0.2.10:445         198.51.100.8:50013     ESTABLISHED     ${offloadState}
`;
  return String.raw`C:\>netsh int tcp show global
TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : enabled
Chimney Offload State               : enabled

${table("Offloaded")}
${table(later)}`;
}
