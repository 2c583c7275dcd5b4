import { showCommands } from "../../facts/commands.ts";
import { source } from "../../facts/sources.ts";
import { defineRule } from "../rule.ts";

const example = String.raw`C:\>netstat -nt

Active Connections

  Proto  Local Address          Foreign Address        State           Offload State

  TCP    192.0.2.10:445         198.51.100.7:50012     ESTABLISHED     InHost
`;

export default defineRule({
  id: "vm-chimney-measured-in-parent",
  severity: "info",
  title: "The table of a Hyper-V host says nothing about its guests",
  rationale:
    "On Server 2008 R2 the commands show the management operating system only; each guest shows its own connections and nothing else. Virtual Machine Chimney is off by default there, and guests share the adapter's table, first come, first served.",
  falseAlarms:
    "Nothing is wrong unless somebody draws conclusions about guests. Only some guests can use Virtual Machine Chimney: Windows 7 and Server 2008 R2, and Vista and Server 2008 with integration services.",
  remedy: `Run \`${showCommands.connections}\` inside each guest as well.`,
  references: [
    source("gg162689", "what it shows"),
    source("gg162677", "Virtual Machine Chimney"),
    source("gg162698", "row Hyper-V"),
  ],
  appliesTo: ["2008R2"],
  needs: ["hyperv", "netstat"],
  examples: {
    fails: { text: example, os: "2008R2", context: ["hyperv"] },
    passes: { text: example, os: "2008R2", context: ["no-hyperv"] },
  },
  *check({ hyperv, netstat }) {
    if (hyperv.value !== "on") return;
    const { tcp } = netstat.snapshot.connections;
    const { total, offloaded } = netstat.snapshot.eligible;
    yield {
      kind: "review",
      message: `Hyper-V host: the table (TCP rows: ${tcp}; ${offloaded} of ${total} eligible connections offloaded) is that of the management operating system and says nothing about the guests.`,
      at: [netstat.heading, ...hyperv.at],
    };
  },
});
