import type { SourceDocument } from "./source-document.ts";

const wdk = "https://github.com/MicrosoftDocs/windows-driver-docs/blob/HEAD/windows-driver-docs-pr/network";
const ddi = "https://github.com/MicrosoftDocs/windows-driver-docs-ddi/blob/HEAD/wdk-ddi-src/content";
const server = "https://github.com/MicrosoftDocs/windowsserverdocs/blob/HEAD/WindowsServerDocs/networking/technologies";

/** What Microsoft published (the first five were the start of this project), by a short name. */
export const microsoftDocuments = {
  kb951037: ["seed", "KB 951037: TCP Chimney Offload, RSS and NetDMA in Windows Server 2008"],
  kb929851: [
    "documented",
    "KB 929851: The default dynamic port range for TCP/IP has changed since Windows Vista and Windows Server 2008",
    "https://support.microsoft.com/kb/929851",
  ],
  gg162698: ["seed", "TechNet gg162698, TCP Chimney Offload and Virtual Machine Chimney compatibility (2008 R2)"],
  itPro: ["seed", "Windows IT Pro, Give Microsoft's Scalable Networking Pack Another Look"],
  kb912222: ["seed", "KB 912222: The Windows Server 2003 Scalable Networking Pack release"],
  cableGuy: ["seed", "The Cable Guy, June 2006: Windows Server 2003 Scalable Networking Pack Overview"],
  setNetOffloadGlobalSetting: [
    "documented",
    "PowerShell reference: Set-NetOffloadGlobalSetting",
    "https://github.com/MicrosoftDocs/windows-powershell-docs/blob/HEAD/docset/winserver2022-ps/nettcpip/Set-NetOffloadGlobalSetting.md",
  ],
  adapterTuning: [
    "documented",
    "Windows Server documentation: Performance tuning network adapters",
    `${server}/network-subsystem/net-sub-performance-tuning-nics.md`,
  ],
  hpnFeatures: [
    "documented",
    "Windows Server documentation: Software and hardware integrated features",
    `${server}/hpn/hpn-software-hardware-features.md`,
  ],
  removed1709: ["documented", "Windows 10, version 1709: features that are removed or deprecated"],
  kb4014193: [
    "documented",
    "Microsoft Tech Community: Why are we deprecating network performance features (KB 4014193)",
    "https://techcommunity.microsoft.com/t5/core-infrastructure-and-security/why-are-we-deprecating-network-performance-features-kb4014193/ba-p/259053",
  ],
  kb2643970: [
    "documented",
    "KB 2643970: How to troubleshoot advanced network performance features such as RSS and NetDMA",
    "https://support.microsoft.com/en-us/help/2643970/how-to-troubleshoot-advanced-network-performance-features-such-as-rss",
  ],
  kb942861: [
    "documented",
    "KB 942861: General network error, communication link failure, or transport-level error",
    "https://support.microsoft.com/en-us/help/942861/general-network-error-communication-link-failure-or-a-transport-level",
  ],
  kb948496: [
    "documented",
    "KB 948496: An update to turn off default SNP features",
    "https://mskb.pkisolutions.com/en-us/help/948496",
  ],
  kb2477730: [
    "documented",
    "KB 2477730: TCP Chimney Offload fails on all adapters after one is changed or disabled",
    "https://mskb.pkisolutions.com/kb/2477730",
  ],
  kb970406: [
    "documented",
    "KB 970406 (BizTalk Server, general network errors)",
    "https://mskb.pkisolutions.com/kb/970406",
  ],
  kb224829: ["documented", "KB 224829: Windows TCP features"],
  gg634557: [
    "documented",
    "TechNet gg634557 (BizTalk Server)",
    "http://technet.microsoft.com/en-us/library/gg634557.aspx",
  ],
  gg162716: ["documented", "TechNet gg162716 (NetDMA, 2008 R2)", "http://technet.microsoft.com/en-us/library/gg162716"],
  gg162689: [
    "documented",
    "TechNet gg162689 (netsh int tcp show chimneystats, 2008 R2)",
    "https://technet.microsoft.com/en-us/library/gg162689(v=ws.10).aspx",
  ],
  gg162709: [
    "documented",
    "TechNet gg162709 (TCP Chimney Offload in 2008 R2)",
    "https://technet.microsoft.com/en-us/library/gg162709(v=ws.10)",
  ],
  gg162677: [
    "documented",
    "TechNet gg162677 (Virtual Machine Chimney, 2008 R2)",
    "http://technet.microsoft.com/es-es/library/gg162677(v=ws.10).aspx",
  ],
  netDma20: [
    "documented",
    "Windows driver documentation: NetDMA 2.0 extensions",
    "https://docs.microsoft.com/en-us/windows-hardware/drivers/network/netdma-2-0-extensions",
  ],
  connectionOffloadKeywords: [
    "documented",
    "Windows driver documentation: Using registry values to enable and disable connection offloading",
    `${wdk}/using-registry-values-to-enable-and-disable-connection-offloading.md`,
  ],
  taskOffloadKeywords: [
    "documented",
    "Windows driver documentation: Using registry values to enable and disable task offloading",
    `${wdk}/using-registry-values-to-enable-and-disable-task-offloading.md`,
  ],
  rssKeywords: [
    "documented",
    "Windows driver documentation: Standardized INF keywords for RSS",
    "https://learn.microsoft.com/en-us/windows-hardware/drivers/network/standardized-inf-keywords-for-rss",
  ],
  vmqDeepDive: [
    "documented",
    "Microsoft's networking blog, 10 September 2013: VMQ Deep Dive, 1 of 3",
    "https://blogs.technet.microsoft.com/networking/2013/09/10/vmq-deep-dive-1-of-3/",
  ],
  tcpSupport: [
    "documented",
    "Windows driver documentation: Required and suggested TCP/IP protocol support",
    `${wdk}/required-and-suggested-tcp-ip-protocol-support.md`,
  ],
  terminateOffload: [
    "documented",
    "Windows driver documentation: Terminate offload initiated by the host stack",
    `${wdk}/terminate-offload-initiated-by-the-host-stack.md`,
  ],
  eventIndicate: [
    "documented",
    "Windows driver reference: NDIS_TCP_OFFLOAD_EVENT_INDICATE, TCP_UPLOAD_REASON",
    `${ddi}/ndischimney/nc-ndischimney-ndis_tcp_offload_event_indicate.md`,
  ],
  uploadAll: [
    "documented",
    "Windows driver reference: NDIS_STATUS_UPLOAD_ALL",
    "https://learn.microsoft.com/en-us/previous-versions/windows/hardware/network/ndis-status-upload-all",
  ],
  tcpOffloadStats: [
    "documented",
    "Windows driver reference: TCP_OFFLOAD_STATS",
    "https://learn.microsoft.com/en-us/windows-hardware/drivers/ddi/ndischimney/ns-ndischimney-_tcp_offload_stats",
  ],
  tcpConnectionOffload: [
    "documented",
    "Windows driver reference: NDIS_TCP_CONNECTION_OFFLOAD",
    `${ddi}/ntddndis/ns-ntddndis-_ndis_tcp_connection_offload.md`,
  ],
  tcpmib: [
    "documented",
    "Windows API reference: TCP_CONNECTION_OFFLOAD_STATE (tcpmib.h)",
    "https://learn.microsoft.com/en-us/windows/win32/api/tcpmib/ne-tcpmib-tcp_connection_offload_state",
  ],
  netFtBasics: [
    "documented",
    "Microsoft Tech Community: Failover clustering networking basics and fundamentals",
    "https://techcommunity.microsoft.com/t5/itops-talk-blog/failover-clustering-networking-basics-and-fundamentals/ba-p/1472460",
  ],
  diagnosticScript: ["documented", "Microsoft's support diagnostic script (public copies), networking section"],
  exchangeAnalyzer: [
    "documented",
    "Exchange Server Analyzer (Scalable Networking Pack)",
    "https://learn.microsoft.com/en-us/previous-versions/office/exchange-server-analyzer/dd285493(v=exchg.80)",
  ],
} as const satisfies Record<string, SourceDocument>;
