import { counted } from "../../facts/in-words.ts";
import { source } from "../../facts/sources.ts";
import { defineRule, withoutOffloadStates } from "../rule.ts";

export default defineRule({
  id: "loopback-rows-excluded",
  severity: "info",
  title: "Connections within the host do not count for the ratio",
  rationale:
    "What a host sends to itself never reaches a network adapter and can't be offloaded, on any Windows. Counting it would lower the share for no reason. So rows are left out if they have a loopback address, the same address at both ends, or an address or name of the host itself at the other end.",
  falseAlarms:
    "A name in the foreign column is taken for the host's own only if the host's name is known. With -n netstat prints addresses, and the question does not arise.",
  remedy: null,
  references: [source("kb951037", "sample of netstat -t"), source("conclusion", "which rows are within the host")],
  appliesTo: "any",
  needs: ["netstat"],
  examples: {
    fails: { text: example("127.0.0.1", "127.0.0.1") },
    passes: { text: example("192.0.2.10", "198.51.100.9") },
  },
  *check({ netstat }) {
    const { excluded, hasOffloadState } = netstat.snapshot;
    const { loopback, sameHost } = excluded;
    if (!hasOffloadState) yield withoutOffloadStates(netstat);
    else if (loopback + sameHost > 0)
      yield {
        kind: "review",
        message: `Excluded from the ratio: ${counted(loopback, "loopback row")}, ${counted(sameHost, "other local row")} (they never reach an adapter). A local connection has two rows, one for each end.`,
        at: netstat.ownRows.length > 0 ? netstat.ownRows : [netstat.heading],
      };
  },
});

function example(local: string, foreign: string): string {
  return String.raw`C:\>netstat -nt

Active Connections

  Proto  Local Address          Foreign Address        State           Offload State

  TCP    ${`${local}:50020`.padEnd(22)} ${`${foreign}:50021`.padEnd(22)} ESTABLISHED     InHost
  TCP    192.0.2.10:445         198.51.100.7:50012     ESTABLISHED     InHost
`;
}
