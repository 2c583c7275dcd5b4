import { showCommands } from "../../facts/commands.ts";
import { portListsSource } from "../../facts/port-lists.ts";
import { capturedPortLists, registryPlace, restoringPortLists } from "../derived.ts";
import { defineRule, undecided } from "../rule.ts";

/** Ports that a message names. */
const MOST_NAMED = 10;

export default defineRule({
  id: "port-list-over-12",
  severity: "error",
  title: "A list of ports for Chimney holds more than twelve",
  rationale:
    "Each of the four Offload…Ports values of Server 2003's Scalable Networking Pack takes twelve ports at most. Further ports have no effect.",
  falseAlarms:
    "Entries that are not ports are ignored and not counted here. Which twelve count depends on an order that the article does not document, so a port beyond the twelfth may be one that works.",
  remedy: "Shorten the list to twelve ports (regedit shows one string a line), then restart.",
  rollback: restoringPortLists,
  references: [portListsSource],
  appliesTo: ["2003"],
  needs: ["tcpipParameters"],
  examples: {
    fails: { text: example("80 443 1433 1434 3260 3389 5022 5985 5986 8080 8443 9389 10000"), os: "2003" },
    passes: { text: example("80 443 1433 1434 3260 3389 5022 5985 5986 8080 8443 9389"), os: "2003" },
  },
  *check(evidence, { thresholds }) {
    const { tcpipParameters } = evidence;
    const { lists, unknown } = capturedPortLists(tcpipParameters);
    for (const { name, entries, at } of lists) {
      const ports = entries.flatMap(({ port }) => (port === null ? [] : [port]));
      const beyond = ports.slice(thresholds.portsInAList);
      if (beyond.length === 0) continue;
      const named = beyond.slice(0, MOST_NAMED).join(", ");
      yield {
        about: name,
        message: `${name} holds ${ports.length} ports; only ${thresholds.portsInAList} count. Beyond those: ${named}${beyond.length > MOST_NAMED ? " and more" : ""}. Which of them count depends on an order that is not documented.`,
        at,
        rollback: restoringPortLists(evidence, name),
      };
    }
    if (unknown.length > 0)
      yield undecided(
        `${unknown.join(", ")} ${unknown.length === 1 ? "was" : "were"} not asked for`,
        [registryPlace(tcpipParameters)],
        showCommands.registry,
      );
  },
});

function example(ports: string): string {
  return String.raw`C:\>reg query HKLM\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters

HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters
    EnableTCPChimney    REG_DWORD    0x1
    OffloadExcludeDestinationPorts    REG_MULTI_SZ    ${ports.replaceAll(" ", String.raw`\0`)}
`;
}
