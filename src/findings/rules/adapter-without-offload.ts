import { showCommands } from "../../facts/commands.ts";
import { neverOffloads } from "../../facts/never-offloaded.ts";
import { source } from "../../facts/sources.ts";
import { clearlyBelow } from "../derived.ts";
import { defineRule, withoutOffloadStates } from "../rule.ts";

export default defineRule({
  id: "adapter-without-offload",
  severity: "info",
  title: "Nothing is offloaded on one local address while it is on others",
  rationale:
    "Chimney is switched for Windows and for each adapter. If all connections of one address stay in the host and others do not, first look at that adapter's setting and what it can do. Any Windows on which rows are offloaded.",
  falseAlarms:
    "One adapter can have several addresses. An address with only short or idle connections has nothing to offload. If many addresses are compared, one may differ by chance.",
  remedy: `Look at the TCP offload entry of that adapter's advanced properties and at its line of \`${showCommands.chimneyStats}\`; \`${showCommands.addresses}\` tells which adapter has the address.`,
  references: [
    source("gg162689", "what it shows"),
    source("itPro", "TCP Chimney Offload, adapters"),
    source("conclusion", "how addresses are compared"),
  ],
  appliesTo: "any",
  needs: ["netstat"],
  examples: { fails: { text: example("InHost") }, passes: { text: example("Offloaded") } },
  *check({ netstat, ipConfig, chimneyOffload }, { thresholds }) {
    // In automatic mode an address of quiet connections is what one expects.
    if (chimneyOffload?.value === "automatic") return;
    const { eligible, hasOffloadState } = netstat.snapshot;
    if (!hasOffloadState) yield withoutOffloadStates(netstat);
    const adapters = (ipConfig ?? []).flatMap(({ records }) => records);
    const adapterOf = (address: string) => adapters.find(({ addresses }) => addresses.includes(address));
    const working = netstat.byLocalAddress.filter(({ offloaded }) => offloaded > 0).map(({ key }) => adapterOf(key));
    for (const group of netstat.byLocalAddress) {
      const adapter = adapterOf(group.key);
      if (neverOffloads(group.key, adapter?.description ?? adapter?.name)) continue;
      // One side of an adapter that offloads the other is a matter of the version of IP, and another rule's.
      if (adapter === undefined ? group.key.includes(":") : working.includes(adapter)) continue;
      const shares = clearlyBelow(group, eligible, thresholds.leastConnections);
      if (shares === undefined) continue;
      yield {
        about: group.key,
        message: `Local address ${group.key}${adapter === undefined ? "" : ` (adapter "${adapter.name}")`}: ${shares}. ${netstat.byLocalAddress.length} addresses were compared.`,
        at: [group.first, ...netstat.examples.offloaded.slice(0, 3)],
      };
    }
  },
});

function example(offloadState: string): string {
  const rows = Array.from({ length: 4 }, (_, row) => [
    `  TCP    192.0.2.10:445         198.51.100.${row + 7}:50012     ESTABLISHED     Offloaded`,
    `  TCP    203.0.113.10:445       198.51.100.${row + 7}:50013     ESTABLISHED     ${offloadState}`,
  ]);
  return String.raw`C:\>netstat -nt

Active Connections

  Proto  Local Address          Foreign Address        State           Offload State

${rows.flat().join("\n")}
`;
}
