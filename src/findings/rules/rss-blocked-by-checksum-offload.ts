import { hasAdapterCmdlets, showAdaptersCommand } from "../../facts/commands.ts";
import { source } from "../../facts/sources.ts";
import type { AdapterFacts, Evidence } from "../../hosts/index.ts";
import { defineRule, undecided } from "../rule.ts";

const cmdlets = "Get-NetAdapterChecksumOffload; Get-NetAdapterLso";

/** Large send offload of the first version, which is off wherever the second one is used. */
const FIRST_LARGE_SEND = /v(?:ersion ?)?1(?!\d)/i;

/** The checksum that receiving TCP needs: `TCP Checksum Offload (IPv4)`, `*TCPChecksumOffloadIPv4`, `TcpIPv4Enabled`. */
const TCP_CHECKSUM = /^\*?TCP(?!.{0,20}(?:Connection|Large)).{0,30}(?:Checksum|IPv[46]Enabled)/i;

export default defineRule({
  id: "rss-blocked-by-checksum-offload",
  severity: "warning",
  title: "Receive-Side Scaling is on in Windows, but offloads that it needs are off on an adapter",
  rationale:
    "Receive-Side Scaling relies on the checksum and large send offloads of an adapter: an adapter with those disabled does not use it, whatever the Windows setting. Documented for Server 2008 and 2008 R2; on versions after 2012 R2 this is a note.",
  falseAlarms:
    "An adapter without traffic may stay as it is. Large send or UDP checksum offload alone is left for review: the documents name both, but only the TCP checksum is known to matter. Offloads that work in one direction only (Tx or Rx enabled) are not counted as disabled. Capture software is known to switch them off. Version 1 of large send offload is off wherever version 2 is used, and is not counted.",
  remedy: resetting("the properties", "the adapter"),
  rollback: disabling("the properties that were changed", "the adapter"),
  references: [
    source("itPro", "Receive-Side Scaling"),
    source("risual", "checksum offloads"),
    source("taskOffloadKeywords", "keywords"),
    source("itPro", "Best-Practice Recommendations"),
  ],
  appliesTo: ["2008", "2008R2", "2012", "2012R2", "2016", "1709+"],
  needs: ["receiveSideScaling", "adapters", "os"],
  examples: {
    fails: { text: example("Disabled"), os: "2012R2" },
    passes: { text: example("RxTxEnabled"), os: "2012R2" },
  },
  *check(evidence) {
    const { receiveSideScaling, adapters, os } = evidence;
    if (receiveSideScaling.value !== "enabled") return;
    const using = adapters.filter(({ rss }) => rss?.value !== "disabled");
    const isOff = using.some((adapter) => switchedOff(adapter).length > 0);
    if (using.length > 0 && !isOff && !showsTaskOffloads(evidence))
      yield undecided(
        "the captures do not show both the checksum and the large send offloads of the adapters",
        receiveSideScaling.at,
        hasAdapterCmdlets(os.value) ? cmdlets : showAdaptersCommand(os.value),
      );
    for (const adapter of using) {
      const off = switchedOff(adapter);
      if (off.length === 0) continue;
      const names = off.map(({ property }) => property).join(", ");
      const isTcp = off.some(({ property }) => TCP_CHECKSUM.test(property));
      yield {
        kind: isTcp ? "fail" : "review",
        about: adapter.name,
        message: `Receive-Side Scaling is enabled in Windows, but ${isTcp ? "probably not used on" : "may be limited on"} the adapter "${adapter.name}": ${names} disabled.${isTcp ? "" : " TCP checksum offload is not among them."}${partly(adapter)}`,
        severity: os.value === "2016" || os.value === "1709+" ? "info" : "warning",
        at: [...receiveSideScaling.at, ...off.flatMap(({ at }) => at)],
        remedy: resetting(names, `"${adapter.name}"`),
        rollback: disabling(names, `"${adapter.name}"`),
      };
    }
  },
});

function resetting(properties: string, adapter: string): string {
  return `Set ${properties} back to the driver's defaults (normally Enabled, or Rx & Tx Enabled) on the Advanced tab of ${adapter}. Changing them resets the link.`;
}

function disabling(properties: string, adapter: string): string {
  return `Set ${properties} to Disabled again on the Advanced tab of ${adapter}. Changing them resets the link.`;
}

function switchedOff({ taskOffloads }: AdapterFacts): AdapterFacts["taskOffloads"] {
  return taskOffloads.filter(({ property, value }) => value === "disabled" && !FIRST_LARGE_SEND.test(property));
}

/** Advanced properties hold all of them; of the cmdlets made for it, each shows a part. */
function showsTaskOffloads(evidence: Partial<Evidence>): boolean {
  const { adapters = [], netAdapterAdvancedProperty, netAdapterChecksumOffload, netAdapterLso } = evidence;
  const isWhole = adapters.every((adapter) => adapter.isWhole);
  return (
    isWhole || netAdapterAdvancedProperty !== undefined || (netAdapterChecksumOffload && netAdapterLso) !== undefined
  );
}

/** Offloads in one direction are no reason by themselves; they are told beside one that is. */
function partly({ taskOffloads }: AdapterFacts): string {
  const names = taskOffloads.filter(({ value }) => value === "partial").map(({ property }) => property);
  return names.length === 0 ? "" : ` In one direction only: ${names.join(", ")}.`;
}

function example(checksums: string): string {
  return String.raw`PS C:\> netsh int tcp show global
TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : enabled
Chimney Offload State               : disabled

PS C:\> Get-NetAdapterChecksumOffload

Name                           IpIPv4Enabled   TcpIPv4Enabled  TcpIPv6Enabled  UdpIPv4Enabled  UdpIPv6Enabled
----                           -------------   --------------  --------------  --------------  --------------
Ethernet 1                     RxTxEnabled     ${checksums.padEnd(15)} RxTxEnabled     RxTxEnabled     RxTxEnabled

PS C:\> Get-NetAdapterLso

Name                           Version         V1IPv4Enabled  IPv4Enabled  IPv6Enabled
----                           -------         -------------  -----------  -----------
Ethernet 1                     LSO Version 2   False          True         True
`;
}
