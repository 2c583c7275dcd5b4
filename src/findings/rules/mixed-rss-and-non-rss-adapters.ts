import { ANY_ADAPTER, adapterArgument } from "../../facts/adapter-argument.ts";
import { counted } from "../../facts/in-words.ts";
import { source } from "../../facts/sources.ts";
import type { AdapterFacts, EvidencePlace } from "../../hosts/index.ts";
import { defineRule, withoutOffloadStates } from "../rule.ts";

/** The ports that Web servers are reached at. */
const webPorts: readonly number[] = [80, 443];

export default defineRule({
  id: "mixed-rss-and-non-rss-adapters",
  severity: "warning",
  title: "A Web server takes requests over adapters with and without Receive-Side Scaling",
  rationale:
    "The two kinds of adapter spread load over processors differently; on a Web server that uses both, HTTP performance suffers badly, as Microsoft documents. The document is about Server 2016 and later; Get-NetAdapterRss, which tells the adapters apart, exists since 2012.",
  falseAlarms:
    "A management adapter without Web traffic does no harm. Connections are counted by address and by port, not always by both: if the counts do not show that Web connections use the other adapter, the result is left for review.",
  remedy: disabling([ANY_ADAPTER]),
  rollback: enabling([ANY_ADAPTER]),
  references: [source("adapterTuning", "Enabling RSS for web servers")],
  appliesTo: ["2012", "2012R2", "2016", "1709+"],
  needs: ["web", "netAdapterRss", "ipConfig", "adapters", "netstat"],
  examples: {
    fails: { text: example("198.51.100.10"), os: "2016", context: ["web"] },
    passes: { text: example("192.0.2.10"), os: "2016", context: ["web"] },
  },
  *check({ web, netAdapterRss, adapters, netstat }) {
    const listed = new Set(netAdapterRss.flatMap(({ records }) => records.map(({ adapter }) => adapter)));
    const scaling = adapters.filter(({ rss }) => rss?.value === "enabled");
    const at = scaling.flatMap(({ rss }) => rss?.at.slice(0, 1) ?? []);
    if (web.value !== "on" || scaling.length === 0) return;
    // Without the column no connection is counted at all.
    if (!netstat.snapshot.hasOffloadState) yield withoutOffloadStates(netstat);
    const total = connections(netstat.byServicePort);
    const toWeb = connections(netstat.byServicePort.filter(({ key }) => webPorts.includes(key)));
    for (const adapter of adapters) {
      if (listed.has(adapter.name) && adapter.rss?.value !== "disabled") continue;
      const own = netstat.byLocalAddress.filter(({ key }) => adapter.addresses.includes(key));
      const onAdapter = connections(own);
      if (onAdapter === 0 || toWeb === 0) continue;
      // More Web connections than all other addresses have together: some have to be this adapter's.
      const isCertain = onAdapter + toWeb > total;
      yield {
        about: adapter.name,
        message: `Web server: ${names(scaling)} with Receive-Side Scaling, "${adapter.name}" ${listed.has(adapter.name) ? "with it disabled" : "without it"}. ${toWeb} of ${counted(total, "eligible connection")} ${toWeb === 1 ? "is" : "are"} on ports ${webPorts.join(" and ")}, and ${onAdapter} ${onAdapter === 1 ? "uses" : "use"} "${adapter.name}"${isCertain ? "" : "; the counts do not show whether these are the same"}.`,
        kind: isCertain ? "fail" : "review",
        remedy: disabling(scaling.map(adapterArgument)),
        rollback: enabling(scaling.map(adapterArgument)),
        at: [...at, ...own.map(({ first }): EvidencePlace => first), ...(adapter.rss?.at.slice(0, 1) ?? [])],
      };
    }
  },
});

function connections(
  groups: readonly { readonly offloaded: number; readonly inHost: number; readonly transitional: number }[],
): number {
  return groups.reduce((sum, { offloaded, inHost }) => sum + offloaded + inHost, 0);
}

function disabling(adapters: readonly string[]): string {
  return `Use adapters with Receive-Side Scaling only, or switch it off on those that have it: ${switching("Disable", adapters)}. Changing it resets the link.`;
}

function enabling(adapters: readonly string[]): string {
  return `${switching("Enable", adapters)} where it was switched off. Changing it resets the link.`;
}

function switching(verb: "Enable" | "Disable", adapters: readonly string[]): string {
  return [...new Set(adapters)].map((argument) => `\`${verb}-NetAdapterRss ${argument}\``).join(", ");
}

function names(adapters: readonly AdapterFacts[]): string {
  return adapters.map(({ name }) => `"${name}"`).join(", ");
}

function example(webAddress: string): string {
  return String.raw`PS C:\> Get-NetAdapterRss

Name                                            : Ethernet 1
InterfaceDescription                            : Example 10G Adapter
Enabled                                         : True
NumberOfReceiveQueues                           : 8

PS C:\> ipconfig /all

Ethernet adapter Ethernet 1:

   Description . . . . . . . . . . . : Example 10G Adapter
   IPv4 Address. . . . . . . . . . . : 192.0.2.10(Preferred)

Ethernet adapter Ethernet 2:

   Description . . . . . . . . . . . : Example Office Adapter
   IPv4 Address. . . . . . . . . . . : 198.51.100.10(Preferred)

PS C:\> netstat -nt

  Proto  Local Address          Foreign Address        State           Offload State
  TCP    ${`${webAddress}:443`.padEnd(22)} 203.0.113.7:50012      ESTABLISHED     InHost
  TCP    ${`${webAddress}:443`.padEnd(22)} 203.0.113.8:50013      ESTABLISHED     InHost
`;
}
