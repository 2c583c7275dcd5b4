import { showCommands } from "../../facts/commands.ts";
import { source } from "../../facts/sources.ts";
import { defineRule, withoutOffloadStates } from "../rule.ts";

/** Why the host takes connections back by itself; its source says that the list is not complete. */
const hostReasons = [
  "connections of higher priority need to be offloaded",
  "the adapter asks for it",
  "not enough data is sent or received",
  "the link is lost",
  "the network stack pauses the adapter",
];

export default defineRule({
  id: "uploading-dominates",
  severity: "warning",
  title: "Many connections are being uploaded back to the host at once",
  rationale:
    "Single connections are taken back all the time. Many at once, and more than are being offloaded, point to a lost link, a team failover, a driver in trouble, or a setting that was just changed. Any Windows with Chimney.",
  falseAlarms:
    "Right after Chimney is disabled, all connections are uploaded and end up in the host, as they should. netstat does not show why a connection is uploaded: the causes named are only possible ones.",
  remedy: `Look for link and failover events of the adapter and for driver updates, then capture again: \`${showCommands.connections}\`. If it persists, turn connection offload off on that adapter.`,
  references: [
    source("terminateOffload", "reasons of the host"),
    source("eventIndicate", "reasons of the adapter"),
    // A driver gives everything back at once, for example when an 802.3ad team fails over.
    source("uploadAll", "purpose"),
    source("conclusion", "how many are many"),
  ],
  appliesTo: "any",
  needs: ["netstat"],
  impliedBy: ["chimney-disabled-but-offloaded"],
  examples: { fails: { text: example("Uploading") }, passes: { text: example("Offloaded") } },
  *check(evidence, { thresholds }) {
    const { netstat, chimneyOffload } = evidence;
    const { connections, eligible, hasOffloadState } = netstat.snapshot;
    if (!hasOffloadState) {
      yield withoutOffloadStates(netstat);
      return;
    }
    const { uploading: rows, offloading } = connections.byOffloadState;
    // Rows that do not count (half-closed ones, say) may be on their way too.
    const uploading = Math.min(rows, eligible.transitional);
    const all = eligible.total + eligible.transitional;
    if (uploading < thresholds.uploadingConnections || uploading <= offloading) return;
    if (uploading <= thresholds.uploadingShare * all) return;
    const firsts = netstat.uploadingByLocalAddress.map(({ first }) => first);
    const lines = new Set(firsts.map(({ line }) => line));
    const where = netstat.uploadingByLocalAddress.map(({ address, count }) => `${address}: ${count}`).join(", ");
    const expected =
      chimneyOffload?.value === "disabled" ? " Chimney is disabled: right after the change that is expected." : "";
    yield {
      message: `${uploading} of ${all} eligible connections are being uploaded, and ${offloading} are being offloaded. By local address: ${where}.${expected} Possible causes: ${hostReasons.join("; ")}; the adapter or a team failover gave them back.`,
      at: [
        ...firsts,
        ...netstat.examples.uploading.filter(({ line }) => !lines.has(line)),
        ...(chimneyOffload?.at ?? []),
      ],
    };
  },
});

function example(offloadState: string): string {
  return String.raw`C:\>netstat -nt

  Proto  Local Address          Foreign Address        State           Offload State
  TCP    192.0.2.10:445         198.51.100.7:50012     ESTABLISHED     ${offloadState}
  TCP    192.0.2.10:445         198.51.100.8:50013     ESTABLISHED     ${offloadState}
  TCP    192.0.2.10:445         198.51.100.9:50014     ESTABLISHED     ${offloadState}
  TCP    192.0.2.10:3389        203.0.113.5:50016      ESTABLISHED     InHost
`;
}
