import { capacities, sharedCapacity } from "../../facts/capacities.ts";
import { showCommands } from "../../facts/commands.ts";
import { counted } from "../../facts/in-words.ts";
import { source } from "../../facts/sources.ts";
import { adapterLoads, reliefOfAdapter } from "../derived.ts";
import { defineRule, undecided, withoutOffloadStates } from "../rule.ts";

export default defineRule({
  id: "offload-capacity-saturated",
  severity: "warning",
  title: "An adapter holds as many connections as it can: all others stay in the host",
  rationale:
    "Every adapter takes a limited number of connections. The host's stack handles all further ones, so the hardware limits the share, not a setting. Any Windows on which rows are offloaded.",
  falseAlarms:
    "IPv4 and IPv6 share the number, and so do guests and iSCSI offload, which netstat of the host does not show. One vendor's limit says nothing about another's. Columns of chimneystats are recognised by the words Capacity and Offloaded in their titles, because no layout was ever published (the one in the examples is made up), so such a finding stays doubtful.",
  remedy: `No command makes room on the adapter: ${reliefOfAdapter({})}.`,
  references: [source("kb912222", "overview, capacity"), sharedCapacity, source("netXtreme", "capacity")],
  appliesTo: "any",
  needs: ["netstat"],
  examples: { fails: { text: example(2) }, passes: { text: example(1024) } },
  *check(evidence) {
    const { netstat } = evidence;
    const { eligible, hasOffloadState } = netstat.snapshot;
    // With no row offloaded at all nothing is full; that chimneystats says otherwise is for another rule.
    if (hasOffloadState && netstat.snapshot.connections.byOffloadState.offloaded === 0) return;
    const { loads, isWhole } = adapterLoads(evidence);
    const full = loads.filter(({ offloaded, capacity }) => offloaded >= capacity);
    for (const { name, offloaded, capacity, basis, at } of full)
      yield {
        kind: basis === "vendor" ? "fail" : "review",
        about: name,
        message: `${name} has ${offloaded} of at most ${capacity} offloaded connections (${basis === "vendor" ? "according to its vendor" : "going by the column titles of chimneystats"}). ${counted(eligible.inHost, "eligible connection")} ${eligible.inHost === 1 ? "stays" : "stay"} in the host.`,
        at: [...at, ...netstat.eligibleInHost.slice(0, 3)],
        remedy: `No command makes room on the adapter: ${reliefOfAdapter(evidence)}.`,
      };
    if (!hasOffloadState) yield withoutOffloadStates(netstat);
    else if (full.length === 0 && !isWhole) {
      const exact = netstat.byLocalAddress.filter(({ offloaded }) => capacityNumbers.has(offloaded));
      for (const { key, offloaded, inHost } of exact)
        yield {
          kind: "review",
          about: key,
          message: `Exactly ${offloaded} connections of ${key} are offloaded, which is one vendor's stated limit for an adapter; ${inHost} stay in the host. The captures do not show which adapter this is.`,
          at: [netstat.heading, ...netstat.examples.offloaded.slice(0, 3)],
        };
      if (exact.length === 0)
        yield undecided(
          `${eligible.offloaded} eligible connections are offloaded, and how many the adapters can take is unknown`,
          netstat.examples.offloaded,
          showCommands.chimneyStats,
        );
    }
  },
});

const capacityNumbers: ReadonlySet<number> = new Set(capacities.map(({ connections }) => connections));

function example(capacity: number): string {
  return String.raw`C:\>netstat -nt

Active Connections

  Proto  Local Address          Foreign Address        State           Offload State

  TCP    192.0.2.10:445         198.51.100.7:50012     ESTABLISHED     Offloaded
  TCP    192.0.2.10:445         198.51.100.8:50013     ESTABLISHED     Offloaded
  TCP    192.0.2.10:445         198.51.100.9:50014     ESTABLISHED     InHost

C:\>netsh int tcp show chimneystats

Idx   Capacity   Offloaded
---   --------   ---------
12    ${String(capacity).padEnd(8)}   2
`;
}
