import { registryDeleteCommand, showCommands } from "../../facts/commands.ts";
import { windowsName } from "../../facts/os-bands.ts";
import { portLists, portListsSource } from "../../facts/port-lists.ts";
import { source } from "../../facts/sources.ts";
import { capturedPortLists, registryPlace, restoringPortLists } from "../derived.ts";
import { defineRule, undecided } from "../rule.ts";

export default defineRule({
  id: "snp-port-lists-on-newer-os",
  severity: "info",
  title: "Port lists of Server 2003's pack are in the registry of a newer Windows",
  rationale:
    "The Offload…Ports values are documented for Server 2003's Scalable Networking Pack. Since Server 2008 netsh keeps such a policy (chimneyports, chimneyapplications). Whether the old values are still read is not documented.",
  falseAlarms:
    "A machine that was upgraded carries old values along; they do no known harm. Whether they have any effect is unknown.",
  remedy: `Check what counts instead: \`${showCommands.chimneyPorts}\` and \`${showCommands.chimneyApplications}\`. The quoted values may be removed: ${portLists.map(({ name }) => `\`${registryDeleteCommand(name)}\``).join(", ")}, as far as they exist.`,
  rollback: restoringPortLists,
  references: [
    portListsSource,
    source("diagnosticScript", "which commands it runs"),
    source("conclusion", "that the values belong to Server 2003 only"),
  ],
  appliesTo: ["2008", "2008R2", "2012", "2012R2", "2016", "1709+"],
  needs: ["tcpipParameters"],
  examples: {
    fails: { text: example("\n    OffloadExcludeDestinationPorts    REG_MULTI_SZ    80"), os: "2008R2" },
    passes: { text: example(""), os: "2008R2" },
  },
  *check({ tcpipParameters, os }) {
    const { lists, unknown } = capturedPortLists(tcpipParameters);
    if (lists.length > 0)
      yield {
        message: `${lists.map(({ name }) => name).join(", ")}: documented for Server 2003 only, and found on ${os === undefined ? "a later Windows" : windowsName(os.value)}. Whether it is still read there is not documented.`,
        at: [...lists.flatMap(({ at }) => at), ...(os?.at ?? [])],
      };
    else if (unknown.length > 0)
      yield undecided(
        `${unknown.join(", ")} ${unknown.length === 1 ? "was" : "were"} not asked for`,
        [registryPlace(tcpipParameters)],
        showCommands.registry,
      );
  },
});

function example(more: string): string {
  return String.raw`C:\>reg query HKLM\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters

HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters
    Hostname    REG_SZ    FILES11
    EnableTCPChimney    REG_DWORD    0x1${more}
`;
}
