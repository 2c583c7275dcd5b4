import { showCommands } from "../../facts/commands.ts";
import { counted } from "../../facts/in-words.ts";
import { source } from "../../facts/sources.ts";
import { defineRule, undecided, withoutOffloadStates } from "../rule.ts";

export default defineRule({
  id: "insufficient-eligible-connections",
  severity: "info",
  title: "Too few eligible connections to say how much this host offloads",
  rationale:
    "If none of three connections is offloaded, the host may still offload half of everything; with four, the 95 % interval ends at 49 %. Below four only counts are given, on any Windows. From 4 to 29 connections the ratio comes with its interval and is called a small sample.",
  falseAlarms:
    "A quiet host has few connections, which is not a problem. A table without eligible connections is not the same as an unreadable one: the diagnostics list rows that could not be read.",
  remedy: `Capture at a busy time, several times: \`${showCommands.connections} 30\` repeats the table every 30 seconds.`,
  references: [source("conclusion", "the least number by the Wilson interval")],
  appliesTo: "any",
  needs: ["netstat"],
  saidBy: ["tooFew", "noneEligible", "chimneyRemoved", "chimneyDisabled", "chimneyDisabledByStatistics"],
  examples: { fails: { text: example(3) }, passes: { text: example(4) } },
  *check({ netstat }, { thresholds }) {
    const { eligible, hasOffloadState, unreadRows = 0 } = netstat.snapshot;
    if (!hasOffloadState) yield withoutOffloadStates(netstat);
    // Those on the way are another finding's: there are enough connections, and they have not settled yet.
    else if (eligible.total + eligible.transitional >= thresholds.leastConnections) return;
    else if (unreadRows > 0) {
      yield undecided(
        `${counted(unreadRows, "row")} of the netstat table could not be read`,
        [netstat.heading],
        showCommands.connections,
      );
    } else
      yield {
        kind: "review",
        message: `Too few connections to judge how much this host offloads. ${eligible.statement.replace(/\.?$/, ".")}`,
        at: [netstat.heading],
      };
  },
});

function example(connections: number): string {
  const rows = Array.from(
    { length: connections },
    (_, row) => `  TCP    192.0.2.10:445         198.51.100.${row + 7}:50012     ESTABLISHED     InHost`,
  );
  return String.raw`C:\>netstat -nt

Active Connections

  Proto  Local Address          Foreign Address        State           Offload State

${rows.join("\n")}
`;
}
