import { showCommands } from "../../facts/commands.ts";
import { portListsSource } from "../../facts/port-lists.ts";
import { source } from "../../facts/sources.ts";
import { capturedPortLists, registryPlace, restoringPortLists } from "../derived.ts";
import { defineRule, undecided } from "../rule.ts";

/** Ports that a message names. */
const MOST_NAMED = 10;

export default defineRule({
  id: "port-included-and-excluded",
  severity: "warning",
  title: "A port is in an include list and in an exclude list: it is not offloaded",
  rationale:
    "Server 2003's Scalable Networking Pack looks at the lists of excluded ports first. A port that is in an exclude list and in an include list is excluded, and the inclusion has no effect.",
  falseAlarms:
    "Source and destination are different ends of a connection: a port that is excluded at one end and included at the other conflicts only for a connection that has it at both ends, so that is left for review. Ports beyond the twelfth of a list may not count at all.",
  remedy: "Take the port out of one of the two lists, then restart.",
  rollback: restoringPortLists,
  references: [portListsSource, source("conclusion", "the case of different ends")],
  appliesTo: ["2003"],
  needs: ["tcpipParameters"],
  examples: { fails: { text: example(3260), os: "2003" }, passes: { text: example(445), os: "2003" } },
  *check(evidence) {
    const { tcpipParameters } = evidence;
    const { lists, unknown } = capturedPortLists(tcpipParameters);
    const excluding = lists.filter(({ effect }) => effect === "exclude");
    const including = lists.filter(({ effect }) => effect === "include");
    for (const one of excluding)
      for (const other of including) {
        const included = new Set(other.entries.map(({ port }) => port));
        const both = [...new Set(one.entries.map(({ port }) => port))].filter(
          (port) => port !== null && included.has(port),
        );
        if (both.length === 0) continue;
        const ports = `${both.slice(0, MOST_NAMED).join(", ")}${both.length > MOST_NAMED ? " and more" : ""}`;
        const isSameEnd = one.end === other.end;
        yield {
          kind: isSameEnd ? "fail" : "review",
          about: `${one.name} ${other.name}`,
          message: `Ports in both ${one.name} and ${other.name}: ${ports}. ${isSameEnd ? "Exclusion wins." : "Exclusion wins for connections that have such a port at both ends; others are not in conflict."}`,
          at: [...one.at, ...other.at],
          rollback: restoringPortLists(evidence, one.name, other.name),
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

function example(port: number): string {
  return String.raw`C:\>reg query HKLM\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters

HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters
    EnableTCPChimney    REG_DWORD    0x1
    OffloadExcludeSourcePorts    REG_MULTI_SZ    80\0443\0${port}
    OffloadIncludeSourcePorts    REG_MULTI_SZ    3260
`;
}
