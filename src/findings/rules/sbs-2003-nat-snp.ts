import { chimneyCommand, registryCommand } from "../../facts/commands.ts";
import { everySide } from "../../facts/contradictions.ts";
import { source } from "../../facts/sources.ts";
import { restoringRegistry } from "../derived.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "sbs-2003-nat-snp",
  severity: "warning",
  title: "Small Business Server 2003 translates addresses and has Chimney enabled",
  rationale:
    "Small Business Server 2003 is often the router of its network, with the address translation of Routing and Remote Access or of ISA Server. With SP2 and the features it turns on, that was a frequent cause of lost connections.",
  falseAlarms:
    "The SBS team's article calls Chimney TaskOffload, and counts Receive-Side Scaling among what does not work with address translation; KB 912222 names Chimney and NetDMA only.",
  remedy: `\`${chimneyCommand("disabled", "2003")}\`, ${["EnableTCPChimney", "EnableRSS"].map((name) => `\`${registryCommand(name, 0)}\``).join(", ")}, then restart; and bring the adapter's driver up to date. KB 948496 does the same.`,
  rollback: restoringRegistry("EnableTCPChimney", "EnableRSS"),
  references: [
    source("sbs2007", "incompatible features"),
    source("kb948496", "symptoms"),
    source("kb912222", "features that do not work with it"),
  ],
  appliesTo: ["2003"],
  needs: ["sbs", "nat", "chimneyOffload"],
  examples: {
    fails: { text: example(1), os: "2003", context: ["sbs", "nat"] },
    passes: { text: example(0), os: "2003", context: ["sbs", "nat"] },
  },
  *check({ sbs, nat, chimneyOffload, receiveSideScaling }) {
    if (sbs.value !== "on" || nat.value !== "on" || chimneyOffload.value !== "enabled") return;
    const rss = receiveSideScaling?.value === "enabled" ? receiveSideScaling : undefined;
    yield {
      message: `Small Business Server 2003 with address translation is declared, and Chimney is enabled.${rss === undefined ? "" : ` Receive-Side Scaling is enabled too; sources disagree: ${everySide("rss-2003")}`}`,
      at: [...chimneyOffload.at, ...(rss?.at ?? []), ...nat.at, ...sbs.at],
    };
  },
});

function example(chimney: number): string {
  return String.raw`C:\>reg query HKLM\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters

HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters
    EnableTCPChimney    REG_DWORD    0x${chimney}
    EnableRSS    REG_DWORD    0x1
`;
}
