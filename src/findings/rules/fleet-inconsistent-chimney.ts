import { defaultOf } from "../../facts/defaults.ts";
import { windowsName } from "../../facts/os-bands.ts";
import { source } from "../../facts/sources.ts";
import { defineFleetRule, incomparable } from "../fleet-rule.ts";
import { byWindows, difference, namesOf, sideBySide } from "../side-by-side.ts";

export default defineFleetRule({
  id: "fleet-inconsistent-chimney",
  severity: "warning",
  title: "Hosts of the same version of Windows have different Chimney states",
  rationale:
    "If hosts that should be alike differ, a fault on one cannot be reproduced on the next. Hosts are compared within one version of Windows: what is the default on one version is unusual on another.",
  falseAlarms:
    "No capture shows what a host is for: hosts with different roles or owners may differ on purpose. The version is sometimes guessed from the settings printed. A host whose version or Chimney state was not captured is not compared.",
  remedy: "Decide on one state for hosts that do the same work, and set it on all of them.",
  references: [source("conclusion", "that hosts of one kind should have one state")],
  needs: ["chimneyOffload", "os"],
  examples: {
    fails: { text: example("automatic", "automatic", "enabled"), os: "2008R2" },
    passes: { text: example("automatic", "automatic", "automatic"), os: "2008R2" },
  },
  *check(hosts, { thresholds }) {
    const nameOf = namesOf(hosts);
    const groups = byWindows(hosts).map(({ band, hosts: alike }) => ({ band, ...sideBySide(alike, "chimneyOffload") }));
    const comparable = groups.filter(({ compared }) => compared >= thresholds.hostsToCompare);
    if (comparable.length === 0)
      yield incomparable(
        `Chimney's state is compared where ${thresholds.hostsToCompare} hosts or more of one version of Windows show it`,
      );
    for (const { band, ...chimney } of comparable) {
      if (chimney.values.length < 2) continue;
      const { said, ...rest } = difference(chimney, band, nameOf);
      const standard = defaultOf("chimneyOffload", band)?.values ?? [];
      const usual = standard.length === 0 ? "" : ` The default is ${standard.join(" or ")}.`;
      yield {
        about: band,
        message: `Chimney differs between hosts with ${windowsName(band)}: ${said}.${usual}`,
        ...rest,
      };
    }
  },
});

function example(...states: readonly string[]): string {
  return states.map(listing).join("\n");
}

function listing(state: string, at: number): string {
  return String.raw`[FILES0${at + 1}]: PS C:\> netsh int tcp show global
TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : enabled
Chimney Offload State               : ${state}
`;
}
