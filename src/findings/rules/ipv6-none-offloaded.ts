import { showAdaptersCommand } from "../../facts/commands.ts";
import { counted } from "../../facts/in-words.ts";
import { neverOffloads } from "../../facts/never-offloaded.ts";
import { source } from "../../facts/sources.ts";
import type { EvidencePlace } from "../../hosts/index.ts";
import { clearlyBelow } from "../derived.ts";
import { defineRule, withoutOffloadStates } from "../rule.ts";

export default defineRule({
  id: "ipv6-none-offloaded",
  severity: "info",
  title: "IPv4 connections are offloaded, IPv6 connections never",
  rationale:
    "Adapters offload IPv4 and IPv6 separately, and each has its own switch. Since Server 2008 Chimney does both if the adapter does; for Server 2003 only IPv4 is assumed, and since Windows 10 1709 there is no Chimney.",
  falseAlarms:
    "Link-local addresses (including those of a cluster's own adapter) and tunnels (Teredo, 6to4, ISATAP) are set aside first. The adapter may simply be unable to offload IPv6.",
  remedy:
    "Switch TCP Connection Offload (IPv6) on among the adapter's advanced properties, if there is one. Changing it resets the link.",
  rollback: "Switch TCP Connection Offload (IPv6) on the Advanced tab of the adapter back to Disabled.",
  references: [
    source("kb951037", "TCP Chimney Offload overview"),
    source("itPro", "TCP Chimney Offload"),
    source("tcpConnectionOffload", "IPv4 and IPv6"),
    source("connectionOffloadKeywords", "keywords"),
  ],
  appliesTo: ["2008", "2008R2", "2012", "2012R2", "2016"],
  needs: ["netstat"],
  examples: {
    fails: { text: example("InHost"), os: "2008R2" },
    passes: { text: example("Offloaded"), os: "2008R2" },
  },
  *check({ netstat, adapters = [], os }, { thresholds }) {
    const { hasOffloadState } = netstat.snapshot;
    if (!hasOffloadState) {
      yield withoutOffloadStates(netstat);
      return;
    }
    const { ipv4, ipv6 } = netstat.byFamily;
    const aside = netstat.byLocalAddress.filter(({ key }) => neverOffloads(key, undefined));
    const setAside = aside.reduce((sum, { inHost }) => sum + inHost, 0);
    const own = { ...ipv6, inHost: ipv6.inHost - setAside };
    const both = { ...own, offloaded: ipv4.offloaded + own.offloaded, inHost: ipv4.inHost + own.inHost };
    const shares = clearlyBelow(own, both, thresholds.leastConnections);
    if (shares === undefined) return;
    const six = netstat.byLocalAddress.filter(({ key }) => key.includes(":") && !neverOffloads(key, undefined));
    const off = adapters.filter(({ connectionOffloadIPv6 }) => connectionOffloadIPv6?.value === "disabled");
    const places = off.flatMap(
      ({ connectionOffloadIPv6 }): readonly EvidencePlace[] => connectionOffloadIPv6?.at ?? [],
    );
    yield {
      message: `IPv6: ${shares}; the others are IPv4.${setAside === 0 ? "" : ` ${counted(setAside, "connection")} of link-local and tunnel addresses ${setAside === 1 ? "was" : "were"} set aside.`}${off.length === 0 ? ` The adapters' settings were not captured: \`${showAdaptersCommand(os?.value)}\` shows them.` : ` Switched off on ${off.map(({ name }) => `"${name}"`).join(", ")}.`}`,
      at: [...six.slice(0, 3).map(({ first }) => first), ...netstat.examples.offloaded.slice(0, 3), ...places],
    };
  },
});

function example(offloadState: string): string {
  const rows = Array.from({ length: 4 }, (_, row) => [
    `  TCP    192.0.2.10:445         198.51.100.${row + 7}:50012     ESTABLISHED     Offloaded`,
    `  TCP    [2001:db8::10]:445     [2001:db8:1::${row + 7}]:50013  ESTABLISHED     ${offloadState}`,
  ]);
  return String.raw`C:\>netstat -nt

Active Connections

  Proto  Local Address          Foreign Address        State           Offload State

${rows.flat().join("\n")}
`;
}
