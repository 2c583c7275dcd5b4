import { showCommands } from "../../facts/commands.ts";
import { source } from "../../facts/sources.ts";
import { packOf2003 } from "../pack-of-2003.ts";
import { defineRule } from "../rule.ts";

/** The switch was given, and the column is not there all the same. */
const LOST_COLUMN = `The command had the switch, so the column was lost on the way, or this netstat does not know it (Server 2003 before SP2 without the pack). Write the output into a file, which cuts nothing, and send that: \`${showCommands.connections} > netstat.txt\`.`;

export default defineRule({
  id: "offload-column-missing",
  severity: "error",
  title: "The netstat table has no Offload State column",
  rationale:
    "Without this column, which only -t adds, nobody can tell which connections are offloaded. A share of 0 % would be wrong: the share is unknown. Any Windows with Chimney; on later ones the column would only show InHost.",
  falseAlarms:
    "Server 2003 SP1 without the Scalable Networking Pack has no -t. A paste that was wrapped or cut at 80 columns may have lost its last column.",
  remedy: (os) =>
    `Capture again with -t: \`${showCommands.connections}\`.${os === "2003" ? " On Server 2003 that needs SP2, or the pack with netstat.exe 5.2.3790.2670 or later." : ""}`,
  references: [
    source("kb951037", "How to determine whether TCP Chimney Offload is working"),
    source("kb912222", "File information"),
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
  *check(evidence) {
    const { os } = evidence;
    const { snapshot, heading } = evidence.netstat;
    const { hasOffloadState, connections, command } = snapshot;
    // Without Chimney every connection is InHost, with or without the column; without the pack there is no -t either.
    if (hasOffloadState || os?.value === "1709+") return;
    if (os?.value === "2003" && packOf2003(evidence) === "absent") return;
    const by = command === null ? "" : ` printed by "${command}"`;
    const isAsked = command !== null && /\s[-/]\w{0,8}t/i.test(command);
    yield {
      message: `The table${by} has no Offload State column (TCP rows: ${connections.tcp}): how many connections are offloaded is unknown, not none.`,
      at: [heading],
      ...(isAsked ? { remedy: LOST_COLUMN } : {}),
    };
  },
});
