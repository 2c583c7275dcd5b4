import { chimneyCommand } from "../../facts/commands.ts";
import { counted } from "../../facts/in-words.ts";
import { source } from "../../facts/sources.ts";
import { defineRule, restoring, undecided } from "../rule.ts";

/** Fewer tables than that show no way there and back. */
const FEWEST_TABLES = 3;

const LOOK =
  "Look for the port and the traffic that these connections have in common, and for updates of the adapter's driver.";

export default defineRule({
  id: "offload-flapping-between-snapshots",
  severity: "warning",
  title: "Connections change between the host and the adapter again and again",
  rationale:
    "Offloading a connection and taking it back both take work; a connection that goes back and forth loses what offloading should gain. The usual reasons are little or irregular traffic, and an adapter that is nearly full. Any Windows with Chimney.",
  falseAlarms:
    "When a port is reused, a new connection looks like the old one: connections are matched by their ends and, where printed, by process id, and one that was missing in between is not counted. Without process ids the match is less certain.",
  remedy: (os) =>
    os === "2003"
      ? "Exclude the port from offloading: add it to OffloadExcludeDestinationPorts below Tcpip\\Parameters and restart."
      : os === "2008R2"
        ? `If there are short or irregular transfers on these connections, let only long ones be offloaded: \`${chimneyCommand("automatic", os)}\`.`
        : LOOK,
  references: [
    source("terminateOffload", "reasons of the host"),
    source("eventIndicate", "reasons of the adapter"),
    source("conclusion", "how many changes are many"),
  ],
  appliesTo: "any",
  needs: ["netstat"],
  examples: { fails: { text: example("InHost") }, passes: { text: example("Offloaded") } },
  *check(evidence) {
    const { netstat, os, chimneyOffload } = evidence;
    const { acrossSnapshots, heading } = netstat;
    const tables = acrossSnapshots?.snapshots ?? netstat.snapshots;
    if (acrossSnapshots === null || tables < FEWEST_TABLES) {
      const reason = `changes back and forth show only in ${FEWEST_TABLES} or more tables of one host with the Offload State column; there ${tables === 1 ? "is 1" : `are ${tables}`}`;
      yield undecided(reason, [heading], "netstat -nato 30");
      return;
    }
    const { flapped, incomplete, distinctConnections } = acrossSnapshots;
    if (flapped.count === 0) return;
    yield {
      message: `${flapped.count}${incomplete ? " or more" : ""} of ${counted(distinctConnections, "connection")} changed between host and adapter at least twice over ${tables} tables.`,
      at: [...flapped.examples, heading],
      ...(os?.value === "2008R2" && chimneyOffload?.value === "automatic" ? { remedy: LOOK } : {}),
      ...(os?.value === "2008R2" && chimneyOffload?.value === "enabled"
        ? { rollback: restoring("chimneyOffload")(evidence) }
        : {}),
    };
  },
});

function example(second: string): string {
  return ["Offloaded", second, "Offloaded"].map(table).join("\n");
}

function table(offloadState: string): string {
  return String.raw`C:\>netstat -nt

Active Connections

  Proto  Local Address          Foreign Address        State           Offload State
  TCP    192.0.2.10:445         198.51.100.7:50012     ESTABLISHED     ${offloadState}
`;
}
