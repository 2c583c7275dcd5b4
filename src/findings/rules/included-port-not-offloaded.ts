import { showCommands } from "../../facts/commands.ts";
import { portListsSource } from "../../facts/port-lists.ts";
import { source } from "../../facts/sources.ts";
import { capturedPortLists, registryPlace } from "../derived.ts";
import { defineRule, undecided, withoutOffloadStates } from "../rule.ts";

export default defineRule({
  id: "included-port-not-offloaded",
  severity: "info",
  title: "No connection is offloaded on a port that is preferred for it",
  rationale:
    "An include list of Server 2003 marks connections as preferred for offloading. That is no guarantee: the adapter has to support it, and nothing else may keep the connection in the host.",
  falseAlarms:
    "Connections with too little traffic are taken back, preferred or not. No document says what source and destination mean for an inbound connection: here the local port is taken as the source.",
  remedy:
    "Look for what keeps connections in the host: the adapter's TCP offload property, a firewall, IPsec or NAT on the host, an exclude list with the same port, an adapter that is full.",
  references: [portListsSource, source("conclusion", "the least number of connections")],
  appliesTo: ["2003"],
  needs: ["tcpipParameters", "netstat", "chimneyOffload"],
  examples: {
    fails: { text: example("InHost"), os: "2003" },
    passes: { text: example("Offloaded"), os: "2003" },
  },
  *check({ tcpipParameters, netstat, chimneyOffload }, { thresholds }) {
    if (chimneyOffload.value !== "enabled") return;
    if (!netstat.snapshot.hasOffloadState) {
      yield withoutOffloadStates(netstat);
      return;
    }
    const { lists, unknown } = capturedPortLists(tcpipParameters);
    for (const { name, end, effect, entries, at } of lists) {
      if (effect !== "include") continue;
      const side = end === "source" ? "local" : "foreign";
      const groups = side === "local" ? netstat.byLocalPort : netstat.byForeignPort;
      const ports = new Set(entries.map(({ port }) => port));
      for (const { key, offloaded, inHost, transitional, first } of groups) {
        if (!ports.has(key) || offloaded + transitional > 0 || inHost < thresholds.leastConnections) continue;
        yield {
          about: `${name} ${end} ${key}`,
          message: `${name} prefers ${side} port ${key}, but none of its ${inHost} eligible connections is offloaded.`,
          at: [...at, first, ...chimneyOffload.at],
        };
      }
    }
    if (unknown.some((name) => /include/i.test(name)))
      yield undecided(
        "not all lists of preferred ports were captured",
        [registryPlace(tcpipParameters)],
        showCommands.registry,
      );
  },
});

function example(offloadState: string): string {
  const rows = Array.from(
    { length: 4 },
    (_, row) => `  TCP    192.0.2.10:3260        198.51.100.${row + 7}:2012      ESTABLISHED     ${offloadState}`,
  );
  return String.raw`C:\>reg query HKLM\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters

HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters
    EnableTCPChimney    REG_DWORD    0x1
    OffloadIncludeSourcePorts    REG_MULTI_SZ    3260

C:\>netstat -nt

Active Connections

  Proto  Local Address          Foreign Address        State           Offload State

${rows.join("\n")}
`;
}
