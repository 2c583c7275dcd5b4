import { registryCommand, registryDeleteCommand, showCommands } from "../../facts/commands.ts";
import { source } from "../../facts/sources.ts";
import { placeIn } from "../../hosts/index.ts";
import { defineRule, undecided } from "../rule.ts";

/** The switches of the Scalable Networking Pack. */
const switches = ["EnableTCPChimney", "EnableRSS", "EnableTCPA"];

export default defineRule({
  id: "snp-values-absent-2003",
  severity: "warning",
  title: "Server 2003 SP2 without the registry's EnableTCPChimney: Chimney is on",
  rationale:
    "With SP2 the features of the Scalable Networking Pack are on by default, and the values that turn them off need not exist. That EnableTCPChimney is absent is read by most people as off; it means on.",
  falseAlarms:
    "Only a dump of the whole key shows that a value is absent. How KB 948496 turns the features off is not stated in what we know, so a host with it may have them off all the same.",
  remedy: `${switches.map((name) => `\`${registryCommand(name, 0)}\``).join(", ")} and restart, or install KB 948496.`,
  rollback: switches.map(registryDeleteCommand).join(" & "),
  references: [
    source("kb912222", "Windows Server 2003 Scalable Networking Pack overview"),
    source("kb912222", "Windows Server 2003 Scalable Networking Pack usage"),
    source("conclusion", "that absent means the default"),
  ],
  appliesTo: ["2003"],
  needs: ["tcpipParameters", "systemInfo"],
  impliedBy: ["chimney-enabled-2003"],
  examples: {
    fails: { text: example("") },
    passes: { text: example("\n    EnableTCPChimney    REG_DWORD    0x0") },
  },
  *check({ tcpipParameters, systemInfo, hotfixes }) {
    const names = new Set(tcpipParameters.flatMap(({ records }) => records.map(({ name }) => name.toLowerCase())));
    if (names.has("enabletcpchimney")) return;
    const capture = tcpipParameters.findLast(({ traits }) => traits.wholeKey);
    const [first] = tcpipParameters;
    if (capture === undefined) {
      const reason = "only a dump of the whole key shows that EnableTCPChimney is absent";
      yield undecided(reason, [placeIn(first, first)], showCommands.registry);
      return;
    }
    const packs = systemInfo.flatMap((system) =>
      system.records.flatMap((record) =>
        record.name === "servicePack" ? [{ value: Number(record.value), at: placeIn(system, record) }] : [],
      ),
    );
    const pack = packs.at(-1);
    const at = [placeIn(capture, capture), ...(pack === undefined ? [] : [pack.at])];
    if (pack === undefined) {
      yield undecided("which service pack Server 2003 has was not captured", at, showCommands.system);
    } else if (pack.value >= 2) {
      const absent = switches.filter((name) => !names.has(name.toLowerCase()));
      const isOff = hotfixes?.value.includes("KB948496") === true;
      yield {
        message: `${absent.join(", ")} ${absent.length === 1 ? "is" : "are"} absent from the registry of Server 2003 SP${pack.value}: absent means the default of the pack, which is on.${isOff ? " KB 948496, which turns the pack's features off, is listed: how it does is not known." : ""}`,
        at,
      };
    }
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
