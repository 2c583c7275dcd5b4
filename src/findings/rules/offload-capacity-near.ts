import { sharedCapacity } from "../../facts/capacities.ts";
import { showCommands } from "../../facts/commands.ts";
import { source } from "../../facts/sources.ts";
import { adapterLoads, reliefOfAdapter } from "../derived.ts";
import { defineRule, undecided, withoutOffloadStates } from "../rule.ts";

export default defineRule({
  id: "offload-capacity-near",
  severity: "info",
  title: "An adapter holds almost as many connections as it can",
  rationale:
    "Every adapter takes a limited number of connections; the host's stack handles all further ones. At nine tenths it is time to know, before the limit is reached. Any Windows on which rows are offloaded.",
  falseAlarms:
    "IPv4 and IPv6 share the number, and so do guests and iSCSI offload, which netstat of the host does not show, so the adapter may be fuller than it looks. Columns of chimneystats are recognised by the words Capacity and Offloaded in their titles, because no layout was ever published (the one in the examples is made up), so such a finding stays doubtful.",
  remedy: `Before the adapter is full: ${reliefOfAdapter({})}.`,
  references: [source("kb912222", "overview, capacity"), sharedCapacity, source("conclusion", "nine tenths")],
  appliesTo: "any",
  needs: ["netstat"],
  impliedBy: ["offload-capacity-saturated"],
  examples: { fails: { text: example(950) }, passes: { text: example(600) } },
  *check(evidence, { thresholds }) {
    const { netstat } = evidence;
    const { connections, hasOffloadState } = netstat.snapshot;
    // With no row offloaded at all nothing is full; that chimneystats says otherwise is for another rule.
    if (hasOffloadState && connections.byOffloadState.offloaded === 0) return;
    const { loads, isWhole } = adapterLoads(evidence);
    for (const { name, offloaded, capacity, basis, at } of loads)
      if (offloaded < capacity && offloaded >= capacity * thresholds.capacityNearShare)
        yield {
          kind: basis === "vendor" ? "fail" : "review",
          about: name,
          message: `${name} has ${offloaded} of at most ${capacity} offloaded connections (${basis === "vendor" ? "according to its vendor" : "going by the column titles of chimneystats"}): ${Math.floor((offloaded / capacity) * 100)} %.`,
          at,
          remedy: `Before the adapter is full: ${reliefOfAdapter(evidence)}.`,
        };
    if (!hasOffloadState) yield withoutOffloadStates(netstat);
    else if (!isWhole)
      yield undecided(
        "connections are offloaded, and how many the adapters can take is unknown",
        netstat.examples.offloaded,
        showCommands.chimneyStats,
      );
  },
});

function example(offloaded: number): string {
  return String.raw`C:\>netstat -nt

Active Connections

  Proto  Local Address          Foreign Address        State           Offload State

  TCP    192.0.2.10:445         198.51.100.7:50012     ESTABLISHED     Offloaded
  TCP    192.0.2.10:445         198.51.100.9:50014     ESTABLISHED     InHost

C:\>netsh int tcp show chimneystats

Idx   Capacity   Offloaded
---   --------   ---------
12    1024       ${offloaded}
`;
}
