import { chimneyCommand, registryCommand } from "../../facts/commands.ts";
import { source } from "../../facts/sources.ts";
import { restoringRegistry } from "../derived.ts";
import { defineRule, restoring } from "../rule.ts";

/** Values of the registry that turn the features of the pack on and off. */
const SWITCHES = ["EnableTCPChimney", "EnableRSS", "EnableTCPA"] as const;

export default defineRule({
  id: "chimney-enabled-2003",
  severity: "warning",
  title: "Chimney is enabled on Windows Server 2003",
  rationale:
    "The Scalable Networking Pack, which SP2 includes and turns on, caused many problems on Server 2003, in Windows and in adapter drivers. Microsoft's advice is to leave its features off unless the workload needs them. XP x64 has the same code.",
  falseAlarms:
    "It may stay on where the workload needs it and the updates for the pack are installed (there is a hotfix rollup; its number, KB 950224, is unverified).",
  remedy: `\`${chimneyCommand("disabled", "2003")}\` works at once. To make it last, with RSS and NetDMA: ${SWITCHES.map((name) => `\`${registryCommand(name, 0)}\``).join(", ")} and restart, or install KB 948496.`,
  rollback: (evidence) => {
    const atOnce = restoring("chimneyOffload")(evidence);
    if (evidence.tcpipParameters === undefined)
      return `\`${atOnce}\`. Of the registry, only what was captured before can be written back.`;
    return `\`${atOnce}\` at once; in the registry ${restoringRegistry(...SWITCHES)(evidence)}`;
  },
  references: [
    source("itPro", "Historical Problems"),
    source("kb948496", "what the update does"),
    source("kb912222", "overview"),
  ],
  appliesTo: ["2003"],
  needs: ["chimneyOffload"],
  examples: { fails: { text: example(1) }, passes: { text: example(0) } },
  *check({ chimneyOffload, hotfixes, systemInfo }) {
    if (chimneyOffload.value !== "enabled") return;
    const pack = systemInfo?.flatMap(({ records }) => records).findLast(({ name }) => name === "servicePack")?.value;
    const off = hotfixes?.value.includes("KB948496") === true;
    yield {
      message: `Chimney is enabled on Windows Server 2003${pack === undefined ? "" : ` SP${pack}`}; disabled is recommended unless the load needs it.${off ? " KB 948496, which turns it off, is listed: somebody turned it on again." : ""}`,
      at: [...chimneyOffload.at, ...(off ? (hotfixes?.at.slice(0, 1) ?? []) : [])],
    };
  },
});

function example(value: number): string {
  return String.raw`C:\>ver

Microsoft Windows [Version 5.2.3790]

C:\>reg query HKLM\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters

HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters
    NV Hostname    REG_SZ    FILES03
    EnableTCPChimney    REG_DWORD    0x${value}
`;
}
