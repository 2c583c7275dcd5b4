import { showCommands } from "../../facts/commands.ts";
import { source } from "../../facts/sources.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "duplicate-connections-in-input",
  severity: "info",
  title: "The same connection appears in the table more than once",
  rationale:
    "Windows lists a connection once. A repeated row means that two tables were pasted together without a heading between them; the repeat is not counted. Two rows with mirrored ports may be the two ends of one connection within the host. Any Windows.",
  falseAlarms:
    "A repeated heading, as `netstat -t 5` prints it every five seconds, begins a new table, and rows of different tables are not duplicates. Rows with the same ports but different process ids are not duplicates either.",
  remedy: `Keep the captures apart, in one file each or with their headings: \`${showCommands.connections}\`.`,
  references: [source("conclusion", "that a connection is listed once, and what a repeated row means")],
  appliesTo: "any",
  needs: ["netstat"],
  examples: { fails: { text: example("198.51.100.7") }, passes: { text: example("198.51.100.8") } },
  *check({ netstat: { snapshot, duplicates, observations } }) {
    const { duplicate } = snapshot.notCounted;
    const mirrored = observations.filter(({ kind }) => kind === "sameHostSuspected");
    if (duplicate > 0)
      yield {
        message: `Rows that repeat an earlier row of the same table: ${duplicate}. Only the first one counts.`,
        at: duplicates,
      };
    if (mirrored.length > 0)
      yield {
        kind: "review",
        message: `Rows that mirror the ports of another row: ${mirrored.length}. They may be the two ends of connections within this host, because only a name is printed; they are counted, and --computer-name would settle it.`,
        at: mirrored,
      };
  },
});

function example(foreign: string): string {
  return String.raw`C:\>netstat -nt

Active Connections

  Proto  Local Address          Foreign Address        State           Offload State

  TCP    192.0.2.10:445         198.51.100.7:50012     ESTABLISHED     InHost
  TCP    192.0.2.10:445         ${foreign}:50012     ESTABLISHED     InHost
`;
}
