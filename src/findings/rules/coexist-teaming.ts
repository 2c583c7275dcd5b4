import { type CoexistenceStatement, coexistence } from "../../facts/coexistence.ts";
import { chimneyCommand } from "../../facts/commands.ts";
import type { OsBand } from "../../facts/os-bands.ts";
import { source } from "../../facts/sources.ts";
import { defineRule, restoring } from "../rule.ts";

export default defineRule({
  id: "coexist-teaming",
  severity: "info",
  title: "Adapters are teamed while Chimney is on",
  rationale:
    "On Server 2003 to 2008 R2 it depends on the product whether a team of adapters offloads, and on 2003 it needs a driver made for it. The teaming built into Windows does not support Chimney (NIC Teaming on Server 2012 and 2012 R2, Switch Embedded Teaming on 2016): there this is a warning.",
  falseAlarms:
    "A vendor's team may well offload: Broadcom's does in its Smart Load Balancing mode (SLB) if every member has an offload engine. A team that is declared and not captured may be a vendor's even on 2012 and later.",
  remedy: (os) =>
    os === "2003" || os === "2008" || os === "2008R2"
      ? "Follow the documentation of the teaming product, in its latest version."
      : `With the teaming of Windows: \`${chimneyCommand("disabled", os)}\`. With a vendor's, follow its documentation.`,
  rollback: restoring("chimneyOffload"),
  references: [
    source("kb951037", "How TCP Chimney Offload coexists, row Network Adapter teaming"),
    source("gg162698", "row Network adapter teaming"),
    source("itPro", "Best-Practice Recommendations"),
    source("cableGuy", "TCP Chimney Offload Design"),
    source("teamingGuide2012", "Chimney"),
    source("setIssue181", "Chimney"),
    source("netXtremeTeaming", "teams"),
  ],
  appliesTo: "any",
  needs: ["chimneyOffload", "teaming"],
  refutedBy: ["offloadedRows"],
  examples: {
    fails: { text: example("enabled"), os: "2008R2", context: ["teaming"] },
    passes: { text: example("disabled"), os: "2008R2", context: ["teaming"] },
  },
  *check({ chimneyOffload, teaming, os, windowsTeams }) {
    if (teaming.value !== "on" || chimneyOffload.value === "disabled") return;
    const said = statementFor(os?.value, windowsTeams !== undefined);
    const whatIsSaid =
      said === undefined
        ? "Whether the two work together depends on the product; we know no document about this version of Windows."
        : `${said.sources[0].title} says "${said.word}". ${said.effect}`;
    yield {
      message: `Adapters are teamed${teaming.at.length === 0 ? " (from --context)" : ""} and Chimney is ${chimneyOffload.value}. ${whatIsSaid}`,
      severity: said?.verdict === "blocks" ? "warning" : "info",
      at: [...teaming.at, ...(windowsTeams?.at ?? []), ...chimneyOffload.at],
    };
  },
});

/** What is known for the version: for the teaming of Windows only where a capture shows that it is used. */
function statementFor(band: OsBand | undefined, isInbox: boolean): CoexistenceStatement | undefined {
  if (band === undefined) return undefined;
  return (isInbox ? coexistence("inbox-teaming", band) : undefined) ?? coexistence("teaming", band);
}

function example(chimney: string): string {
  return String.raw`C:\>netsh int tcp show global
Querying active state...

TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : enabled
Chimney Offload State               : ${chimney}
NetDMA State                        : enabled
Direct Cache Acess (DCA)            : disabled
Receive Window Auto-Tuning Level    : normal
Add-On Congestion Control Provider  : none
ECN Capability                      : disabled
RFC 1323 Timestamps                 : disabled
`;
}
