import { showCommands } from "../../facts/commands.ts";
import { source } from "../../facts/sources.ts";
import { defineRule, withoutOffloadStates } from "../rule.ts";

export default defineRule({
  id: "ineligible-state-offloaded",
  severity: "error",
  title: "A row that is no established connection has an offload state other than InHost",
  rationale:
    "The host sets connections up and hands over established ones. A row that listens, is being set up or waits in TIME_WAIT has nothing that an adapter could hold, on any Windows: columns were shifted, or the text was edited. Such a row is never counted as offloaded.",
  falseAlarms:
    "Half-closed connections (FIN_WAIT_1, FIN_WAIT_2, CLOSE_WAIT) may stay with the adapter and are not meant. A UDP row has no offload state at all; one that seems to have one is reported among the diagnostics.",
  remedy: `Compare the rows with the original output, or capture again into a file: \`${showCommands.connections} > netstat.txt\`.`,
  references: [
    source("kb4014193", "how Chimney works"),
    source("eventIndicate", "half-closed connections"),
    source("conclusion", "that the other states can't be offloaded"),
  ],
  appliesTo: "any",
  needs: ["netstat"],
  examples: { fails: { text: example("TIME_WAIT") }, passes: { text: example("CLOSE_WAIT") } },
  *check({ netstat }) {
    const rows = netstat.observations.filter(({ kind }) => kind === "ineligibleStateOffloaded");
    if (!netstat.snapshot.hasOffloadState) yield withoutOffloadStates(netstat);
    else if (rows.length > 0)
      yield {
        message: `${rows.length === 1 ? "1 row is" : `${rows.length} rows are`} Offloaded or on the way although such a state (LISTENING, for example) cannot be offloaded: the table is damaged. ${rows.length === 1 ? "It is" : "They are"} not counted.`,
        at: rows,
      };
  },
});

function example(state: string): string {
  return String.raw`C:\>netstat -nt

Active Connections

  Proto  Local Address          Foreign Address        State           Offload State

  TCP    192.0.2.10:445         198.51.100.7:50012     ${state.padEnd(12)}    Offloaded
  TCP    192.0.2.10:445         198.51.100.8:50013     ESTABLISHED     Offloaded
`;
}
