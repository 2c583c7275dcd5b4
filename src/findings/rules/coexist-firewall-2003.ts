import { coexistence } from "../../facts/coexistence.ts";
import { chimneyCommand } from "../../facts/commands.ts";
import { featureName } from "../../facts/features.ts";
import { enumerated } from "../../facts/in-words.ts";
import { source } from "../../facts/sources.ts";
import { defineRule, restoring, undecided } from "../rule.ts";

/** What blocks Chimney on Server 2003, by the name that it is declared with. */
const blockers = [
  { feature: "windows-firewall", name: "Windows Firewall" },
  { feature: "third-party-firewall", name: "A third-party firewall" },
  { feature: "ndis51", name: "An NDIS 5.1 intermediate driver" },
] as const;

export default defineRule({
  id: "coexist-firewall-2003",
  severity: "warning",
  title: "A firewall or an NDIS 5.1 driver of Server 2003 keeps Chimney and NetDMA from working",
  rationale:
    "On Server 2003 neither Chimney nor NetDMA works while Windows Firewall, another firewall or an NDIS 5.1 intermediate driver is turned on, whatever the registry says.",
  falseAlarms:
    "Since Server 2008 Windows Firewall is compatible, according to KB 951037; a blog dates the change to 2008 R2, and KB 951037 prevails. On Server 2003 the firewall and Internet Connection Sharing are one service: that it runs does not prove that the firewall is on.",
  remedy: (os) =>
    `Turn off what blocks it if that is safe, or disable Chimney explicitly: \`${chimneyCommand("disabled", os)}\``,
  rollback: restoring("chimneyOffload"),
  references: [
    source("kb912222", "features that do not work with it"),
    source("kb951037", "How TCP Chimney Offload coexists, row Windows Firewall"),
  ],
  appliesTo: ["2003"],
  needs: ["chimneyOffload", "os"],
  refutedBy: ["offloadedRows"],
  examples: {
    fails: { text: example(1), os: "2003", context: ["windows-firewall"] },
    passes: { text: example(0), os: "2003", context: ["windows-firewall"] },
  },
  *check(evidence) {
    const { chimneyOffload, os } = evidence;
    if (chimneyOffload.value !== "enabled") return;
    const on = blockers.filter(({ feature }) => evidence[feature]?.value === "on");
    for (const { feature, name } of on) {
      const said = coexistence(feature, os.value);
      const at = evidence[feature]?.at ?? [];
      if (said === undefined) continue;
      yield {
        about: feature,
        message: `${name} is on${at.length === 0 ? " (from --context)" : ""} and Chimney is enabled. ${said.sources[0].title} says "${said.word}". ${said.effect}`,
        at: [...at, ...chimneyOffload.at],
      };
    }
    const unknown = blockers.map(({ feature }) => feature).filter((feature) => evidence[feature] === undefined);
    if (on.length === 0 && unknown.length > 0)
      yield undecided(
        `Chimney is enabled, and it is unknown whether ${enumerated(unknown.map(featureName), "or")} is in use`,
        chimneyOffload.at,
        `netsh firewall show state, or --context ${unknown.map((feature) => `no-${feature}`).join(",")}`,
      );
  },
});

function example(chimney: number): string {
  return String.raw`C:\>reg query HKLM\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters

HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters
    EnableTCPChimney    REG_DWORD    0x${chimney}
    EnableRSS    REG_DWORD    0x1
    EnableTCPA    REG_DWORD    0x0
`;
}
