import { coexistence } from "../../facts/coexistence.ts";
import { chimneyCommand, showCommands } from "../../facts/commands.ts";
import { featureName } from "../../facts/features.ts";
import { enumerated } from "../../facts/in-words.ts";
import { source } from "../../facts/sources.ts";
import { inAutomaticMode } from "../derived.ts";
import { defineRule, restoring, undecided } from "../rule.ts";

export default defineRule({
  id: "coexist-nat-ics",
  severity: "warning",
  title: "Address translation or Internet Connection Sharing keeps every connection in the host",
  rationale:
    "On Server 2003, 2008 and 2008 R2 the stack offloads nothing while NAT or Internet Connection Sharing runs, so Chimney has no effect.",
  falseAlarms:
    "What counts is whether it runs: KB 951037 says installed and running, the page about 2008 R2 says enabled, so a service that is only installed does not count. On Server 2003 Internet Connection Sharing and Windows Firewall are one service.",
  remedy: (os) =>
    `Stop the service if nobody uses it; otherwise disable Chimney explicitly: \`${chimneyCommand("disabled", os)}\``,
  rollback: restoring("chimneyOffload"),
  references: [
    source("kb951037", "How TCP Chimney Offload coexists, row NAT"),
    source("gg162698", "row NAT and ICS"),
    source("kb912222", "features that do not work with it"),
  ],
  appliesTo: ["2003", "2008", "2008R2"],
  needs: ["chimneyOffload", "os"],
  impliedBy: ["rras-leftover-ipnat-2003"],
  refutedBy: ["offloadedRows"],
  examples: {
    fails: { text: example("enabled"), os: "2008", context: ["ics"] },
    passes: { text: example("enabled"), os: "2008", context: ["no-nat", "no-ics"] },
  },
  *check({ chimneyOffload, os, nat, ics }) {
    if (chimneyOffload.value === "disabled") return;
    const on = [
      ...(nat?.value === "on" ? [{ name: "NAT", companion: "nat" as const, at: nat.at }] : []),
      ...(ics?.value === "on" ? [{ name: "Internet Connection Sharing", companion: "ics" as const, at: ics.at }] : []),
    ];
    for (const { name, companion, at } of on) {
      const said = coexistence(companion, os.value);
      if (said === undefined) continue;
      yield {
        about: companion,
        message: `${name} is on${at.length === 0 ? " (from --context)" : ""} and Chimney is ${chimneyOffload.value}. ${said.sources[0].title} says "${said.word}". ${said.effect}`,
        at: [...at, ...chimneyOffload.at],
        ...inAutomaticMode(chimneyOffload.value),
      };
    }
    const unknown = [...(nat === undefined ? ["nat" as const] : []), ...(ics === undefined ? ["ics" as const] : [])];
    if (on.length === 0 && unknown.length > 0)
      yield undecided(
        `Chimney is ${chimneyOffload.value}, and it is unknown whether ${enumerated(unknown.map(featureName), "or")} is in use`,
        chimneyOffload.at,
        `${showCommands.services}, or --context ${unknown.map((name) => `no-${name}`).join(",")}`,
      );
  },
});

function example(chimney: string): string {
  return String.raw`C:\>netsh int tcp show global
Querying active state...

TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : enabled
Chimney Offload State               : ${chimney}
Receive Window Auto-Tuning Level    : normal
Add-On Congestion Control Provider  : ctcp
ECN Capability                      : disabled
RFC 1323 Timestamps                 : disabled
`;
}
