import { expect, it } from "vitest";
import { collectors } from "../../../src/captures/collectors/index.ts";
import { pathOf } from "../../../src/captures/collectors/source-path.ts";

const heading = `${"=".repeat(52)}\r\nTCPIP Offload Information\r\n${"=".repeat(52)}\r\n`;

// The first one takes it: the most particular layout has to come first in the list.
it.each<[name: string, head: string, known: readonly string[]]>([
  ["tss_240202-191840_SRV01_psSDP_SQLbase.zip!SRV01_TcpIp-Info.txt", "", ["SDP TcpIp-Info", "psSDP", "SDP"]],
  ["mail/SRV01_TCPIP_OFFLOAD.TXT", heading, ["psSDP", "SDP"]],
  ["TSS_SRV01_240115-102233_NET.zip!tss_240115-092455_SRV01_psSDP_Net.zip!SRV01_TCPIP_x.TXT", "", ["psSDP", "TSS"]],
  [
    "TSS_SRV01_240115-102233_NET.zip!Setup_Report-2024-01-15.1022.50/SRV01_NETWORK_TCPIP_OFFLOAD.txt",
    "",
    ["TSS", "Setup_Report"],
  ],
  ["HealthTest-CLU1-20240115-1022.zip!msdbg.SRV01-2024.01.15_10.22.33.zip!_netstat.txt", "", ["Get-NetView", "SDDC"]],
  ["SRV01-111.zip!General_Server_Info.zip!SRV01_IPsec_netsh_dynamic.txt", "", ["ExchangeLogCollector", "SDP"]],
])("%s is of the first of those who know it", (name, head, known) => {
  const claims = collectors.filter((collector) => collector.attribute(pathOf(name), head) !== undefined);
  expect(claims.map((collector) => collector.name)).toEqual(known);
});
