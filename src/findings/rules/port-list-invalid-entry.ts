import { showCommands } from "../../facts/commands.ts";
import { portListsSource } from "../../facts/port-lists.ts";
import { capturedPortLists, registryPlace, restoringPortLists } from "../derived.ts";
import { defineRule, undecided } from "../rule.ts";

/** Entries that a message names, and letters of each. */
const MOST_NAMED = 5;
const LONGEST_ENTRY = 20;

export default defineRule({
  id: "port-list-invalid-entry",
  severity: "warning",
  title: "A list of ports for Chimney holds something that is not a port",
  rationale:
    "The lists of Server 2003's Scalable Networking Pack take numbers from 1 to 65,535, separated by spaces or commas. Anything else is silently ignored and has no effect.",
  falseAlarms:
    "Ports may be separate strings of the value or separated within one string; empty strings are not entries. Port 0, a range such as 80-90 and a name such as http are not ports.",
  remedy: "Correct or remove the entry in the quoted value, then restart.",
  rollback: restoringPortLists,
  references: [portListsSource],
  appliesTo: ["2003"],
  needs: ["tcpipParameters"],
  examples: { fails: { text: example("80-90"), os: "2003" }, passes: { text: example("80,81"), os: "2003" } },
  *check(evidence) {
    const { tcpipParameters } = evidence;
    const { lists, unknown } = capturedPortLists(tcpipParameters);
    for (const { name, entries, at } of lists) {
      const invalid = entries.flatMap(({ text, port }, index) =>
        port === null ? [{ text, position: index + 1 }] : [],
      );
      if (invalid.length === 0) continue;
      const named = invalid
        .slice(0, MOST_NAMED)
        .map(({ text, position }) => `"${text.slice(0, LONGEST_ENTRY)}" (entry ${position} of ${entries.length})`);
      yield {
        about: name,
        message: `${name} holds entries that are not ports and are ignored: ${named.join(", ")}${invalid.length > MOST_NAMED ? ` and ${invalid.length - MOST_NAMED} more` : ""}.`,
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

function example(entry: string): string {
  return String.raw`C:\>reg query HKLM\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters

HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters
    EnableTCPChimney    REG_DWORD    0x1
    OffloadExcludeDestinationPorts    REG_MULTI_SZ    443\0${entry}
`;
}
