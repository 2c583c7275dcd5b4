import { showCommands } from "../../facts/commands.ts";
import { portListsSource } from "../../facts/port-lists.ts";
import { source } from "../../facts/sources.ts";
import { capturedPortLists, offloadedRows, registryPlace } from "../derived.ts";
import { defineRule, undecided, withoutOffloadStates } from "../rule.ts";

export default defineRule({
  id: "excluded-port-offloaded",
  severity: "error",
  title: "Connections are offloaded on a port that is excluded",
  rationale:
    "On Server 2003 a connection whose source or destination port is in an exclude list is not offloaded. If netstat shows one that is, the list was changed after the last restart, the port is beyond the twelfth, or the captures come from different hosts.",
  falseAlarms:
    "A change of the lists needs a restart; only switching Chimney does not. No document says what source and destination mean for an inbound connection: here the local port is taken as the source. A port beyond the twelfth of its list may not count, so that is left for review.",
  remedy: `Restart, then capture both again: \`${showCommands.connections}\` and \`${showCommands.registry}\`.`,
  references: [portListsSource, source("conclusion", "that the two contradict each other")],
  appliesTo: ["2003"],
  needs: ["tcpipParameters", "netstat"],
  examples: {
    fails: { text: example("Offloaded"), os: "2003" },
    passes: { text: example("InHost"), os: "2003" },
  },
  *check({ tcpipParameters, netstat }, { thresholds }) {
    const { lists, unknown } = capturedPortLists(tcpipParameters);
    if (!netstat.snapshot.hasOffloadState) {
      yield withoutOffloadStates(netstat);
      return;
    }
    const { total, transitional } = netstat.snapshot.eligible;
    for (const { name, end, effect, entries, at } of lists) {
      if (effect !== "exclude") continue;
      const side = end === "source" ? "local" : "foreign";
      const groups = side === "local" ? netstat.byLocalPort : netstat.byForeignPort;
      const ports = [...new Set(entries.flatMap(({ port }) => (port === null ? [] : [port])))];
      const counting = new Set(ports.slice(0, thresholds.portsInAList));
      for (const { key, offloaded, first } of groups) {
        if (offloaded === 0 || !ports.includes(key)) continue;
        const rows = offloadedRows(netstat, side, key);
        yield {
          kind: counting.has(key) ? "fail" : "review",
          about: `${name} ${end} ${key}`,
          message: `Offloaded connections with ${side} port ${key}: ${offloaded}, although ${name} excludes it${counting.has(key) ? "" : ` (beyond the twelfth port, so perhaps without effect)`}. The captures contradict each other, or the list was changed after the last restart.`,
          at: [...at, ...(rows.length > 0 ? rows : [first])],
        };
      }
      const listed = groups.reduce((sum, group) => sum + group.offloaded + group.inHost + group.transitional, 0);
      if (ports.length > 0 && listed < total + transitional)
        yield undecided(
          `not every ${side} port of the table is known by its number`,
          [...at, netstat.heading],
          showCommands.connections,
        );
    }
    if (unknown.some((name) => /exclude/i.test(name)))
      yield undecided(
        "not all lists of excluded ports were captured",
        [registryPlace(tcpipParameters)],
        showCommands.registry,
      );
  },
});

function example(offloadState: string): string {
  return String.raw`C:\>reg query HKLM\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters

HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters
    EnableTCPChimney    REG_DWORD    0x1
    OffloadExcludeSourcePorts    REG_MULTI_SZ    80\0443

C:\>netstat -nt

Active Connections

  Proto  Local Address          Foreign Address        State           Offload State

  TCP    192.0.2.10:443         198.51.100.7:2012      ESTABLISHED     ${offloadState}
  TCP    192.0.2.10:445         198.51.100.8:2013      ESTABLISHED     Offloaded
`;
}
