import { showCommands } from "../../facts/commands.ts";
import { enumerated } from "../../facts/in-words.ts";
import { source } from "../../facts/sources.ts";
import { placeIn } from "../../hosts/index.ts";
import { registryPlace, registryValue } from "../derived.ts";
import { packOf2003, servicePackOf } from "../pack-of-2003.ts";
import { defineRule, undecided } from "../rule.ts";

/** The switches of the Scalable Networking Pack. */
const switches = ["EnableTCPChimney", "EnableRSS", "EnableTCPA"];

export default defineRule({
  id: "snp-values-absent-2003",
  severity: "info",
  title: "Nothing in the registry turns Chimney off: on Server 2003 with the pack it is on",
  rationale:
    "SP2 of Server 2003, and the Scalable Networking Pack on SP1 and XP x64, turn their features on, and the values that turn them off need not exist. Most people read an absent EnableTCPChimney as off; it means on. That is how SP2 installs, so this is only a note. Microsoft's advice is to leave the features off unless the workload needs them.",
  falseAlarms:
    "Only a dump of the whole key shows that a value is absent. KB 948496 turns the features off; where it is listed and the value is still absent, the captures do not show which of the two counts.",
  remedy: null,
  references: [
    source("kb912222", "overview"),
    source("kb912222", "usage"),
    source("conclusion", "that absent means the default"),
  ],
  appliesTo: ["2003"],
  needs: ["tcpipParameters", "systemInfo"],
  impliedBy: ["chimney-enabled-2003"],
  saidBy: ["settingUnknown", "nothingCaptured"],
  refutedBy: ["offloadedRows"],
  examples: {
    fails: { text: example("") },
    passes: { text: example("\n    EnableTCPChimney    REG_DWORD    0x0") },
  },
  *check(evidence) {
    const { tcpipParameters, hotfixes } = evidence;
    if (registryValue(tcpipParameters, "EnableTCPChimney") === undefined) {
      const [first] = tcpipParameters;
      const reason = "only a dump of the whole key shows that EnableTCPChimney is absent";
      yield undecided(reason, [placeIn(first, first)], showCommands.registry);
      return;
    }
    const absent = switches.filter((name) => registryValue(tcpipParameters, name) === null);
    if (!absent.includes("EnableTCPChimney")) return;
    const at = [registryPlace(tcpipParameters), ...(servicePackOf(evidence)?.at ?? [])];
    const pack = packOf2003(evidence);
    if (pack === "unknown") yield undecided("whether it has SP2 or the pack was not captured", at, showCommands.system);
    if (pack !== "present") return;
    const isOff = hotfixes?.value.includes("KB948496") === true;
    yield {
      message: `${enumerated(absent)} ${absent.length === 1 ? "is" : "are"} absent from the registry. On Server 2003 with SP2 or the Scalable Networking Pack that means on.${isOff ? " But KB 948496, which turns the features off, is listed." : ""}`,
      at,
    };
  },
});

function example(more: string): string {
  return String.raw`C:\>systeminfo

Host Name:                 FILES03
OS Name:                   Microsoft(R) Windows(R) Server 2003, Standard Edition
OS Version:                5.2.3790 Service Pack 2 Build 3790

C:\>reg query HKLM\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters

HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters
    NV Hostname    REG_SZ    FILES03
    IPEnableRouter    REG_DWORD    0x0${more}
`;
}
