import type { SettingKey } from "../../../grammar/index.ts";
import { windowsName } from "../../facts/os-bands.ts";
import { source } from "../../facts/sources.ts";
import { defineFleetRule, incomparable } from "../fleet-rule.ts";
import { byWindows, difference, namesOf, sideBySide } from "../side-by-side.ts";

/** The settings that are compared, and how a difference is spoken of. */
const parameters: readonly (readonly [SettingKey, string])[] = [
  ["receiveSideScaling", "Receive-Side Scaling differs"],
  ["receiveWindowAutoTuning", "The auto-tuning level differs"],
  ["ecnCapability", "ECN differs"],
  ["rfc1323Timestamps", "RFC 1323 timestamps differ"],
  ["addOnCongestionControlProvider", "The congestion control provider differs"],
  ["receiveSegmentCoalescing", "Receive Segment Coalescing differs"],
];

export default defineFleetRule({
  id: "fleet-inconsistent-parameters",
  severity: "info",
  title: "Hosts of the same version of Windows differ in RSS, auto-tuning, ECN or another TCP setting",
  rationale:
    "If hosts that should be alike differ, measurements on one say little about the next. Only printed values are compared, and only within one version of Windows.",
  falseAlarms:
    "A setting that one host does not print is not a difference: builds print different lines. No capture shows what a host is for, and hosts with different roles may differ on purpose. On Vista to Server 2008 R2 the heuristics may lower the auto-tuning level that is shown.",
  remedy: "Decide on one value for hosts that do the same work, and set it on all of them.",
  references: [source("conclusion", "that hosts of one kind should have one value")],
  needs: ["tcpGlobal", "os"],
  examples: {
    fails: { text: example("enabled", "disabled"), os: "2008R2" },
    passes: { text: example("enabled", "enabled"), os: "2008R2" },
  },
  *check(hosts) {
    const nameOf = namesOf(hosts);
    const sides = byWindows(hosts).flatMap(({ band, hosts: alike }) =>
      parameters.map(([setting, name]) => ({ band, name, side: sideBySide(alike, setting) })),
    );
    if (sides.every(({ side }) => side.compared < 2))
      yield incomparable("no two hosts of one version of Windows show one of the settings");
    for (const { band, name, side } of sides) {
      if (side.values.length < 2) continue;
      const { said, ...rest } = difference(side, band, nameOf);
      yield { about: `${name} ${band}`, message: `${name} between hosts with ${windowsName(band)}: ${said}.`, ...rest };
    }
  },
});

function example(...states: readonly string[]): string {
  return states.map(listing).join("\n");
}

function listing(receiveSideScaling: string, at: number): string {
  return String.raw`[FILES0${at + 1}]: PS C:\> netsh int tcp show global
TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : ${receiveSideScaling}
Chimney Offload State               : automatic
Receive Window Auto-Tuning Level    : normal
`;
}
