import type { Attribution, Collector } from "./collector.ts";
import { sdpAttribution, sdpHost } from "./sdp-pack.ts";

// SRV01_TcpIp-Info.txt          SRV01_OS_TCPIP-Info.txt
const file = /_(?:TcpIp-Info|OS_TCPIP-Info)\.txt$/i;

/** The overview of the network in the packs for SQL Server and Configuration Manager, with headings of its own kind. */
export const tcpIpInfo: Collector = {
  name: "SDP TcpIp-Info",
  attribute: (path): Attribution | undefined => {
    const host = file.test(path.file) ? sdpHost(path.file) : undefined;
    return host === undefined ? undefined : sdpAttribution(tcpIpInfo.name, path, host);
  },
};
