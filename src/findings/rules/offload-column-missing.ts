import { showCommands } from "../../facts/commands.ts";
import { source } from "../../facts/sources.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "offload-column-missing",
  severity: "error",
  title: "The netstat table has no Offload State column",
  rationale:
    "Without the column, which only the switch -t adds, nobody can tell which connections are offloaded. A ratio of 0 % would be false: there is none. Any Windows.",
  falseAlarms:
    "Server 2003 SP1 without the Scalable Networking Pack has no -t. A paste that was wrapped or cut at 80 columns can lose the last column.",
  remedy: (os) =>
    `Capture again with -t: \`${showCommands.connections}\`.${os === "2003" ? " On Server 2003 that needs SP2, or the pack with netstat.exe 5.2.3790.2670 or later." : ""}`,
  references: [
    source("kb951037", "How to determine whether TCP Chimney Offload is working"),
    source("kb912222", "File information (netstat.exe)"),
  ],
  appliesTo: "any",
  needs: ["netstat"],
  examples: {
    fails: {
      text: String.raw`C:\>netstat -ano

Active Connections

  Proto  Local Address          Foreign Address        State           PID
  TCP    192.0.2.10:445         198.51.100.7:50012     ESTABLISHED     4
`,
    },
    passes: {
      text: String.raw`C:\>netstat -nt

Active Connections

  Proto  Local Address          Foreign Address        State           Offload State
  TCP    192.0.2.10:445         198.51.100.7:50012     ESTABLISHED     InHost
`,
    },
  },
  *check({ netstat: { snapshot, heading } }) {
    const { hasOffloadState, connections, command } = snapshot;
    if (hasOffloadState) return;
    const by = command === null ? "" : ` printed by "${command}"`;
    yield {
      message: `The table${by} has no Offload State column (TCP rows: ${connections.tcp}): how many connections are offloaded is unknown, not none.`,
      at: [heading],
    };
  },
});
