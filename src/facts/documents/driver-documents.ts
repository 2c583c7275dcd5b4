import type { SourceDocument } from "./source-document.ts";

/** Microsoft's documents for drivers and programmers, by a short name. */
export const driverDocuments = {
  netDma20: {
    grounding: "documented",
    title: "Windows driver documentation: NetDMA 2.0 extensions",
    url: "https://docs.microsoft.com/en-us/windows-hardware/drivers/network/netdma-2-0-extensions",
    says: {
      versions: "The NetDMA interface is not supported in Windows 8 and later.",
    },
  },
  connectionOffloadKeywords: {
    grounding: "documented",
    title: "Windows driver documentation: Using registry values to enable and disable connection offloading",
    url: "https://github.com/MicrosoftDocs/windows-driver-docs/blob/HEAD/windows-driver-docs-pr/network/using-registry-values-to-enable-and-disable-connection-offloading.md",
    says: {
      keywords:
        "*TCPConnectionOffloadIPv4 and *TCPConnectionOffloadIPv6 are 0 for disabled and 1 for enabled, which is their default.",
    },
  },
  taskOffloadKeywords: {
    grounding: "documented",
    title: "Windows driver documentation: Using registry values to enable and disable task offloading",
    url: "https://github.com/MicrosoftDocs/windows-driver-docs/blob/HEAD/windows-driver-docs-pr/network/using-registry-values-to-enable-and-disable-task-offloading.md",
    says: {
      keywords:
        "Checksum offloads are 0 off, 1 transmit, 2 receive, 3 both; large send offloads are 0 or 1. Enabled is their default.",
      DisableTaskOffload: "With the value 1 all task offloads of the machine are off, with 0 they are on.",
    },
  },
  rssKeywords: {
    grounding: "documented",
    title: "Windows driver documentation: Standardized INF keywords for RSS",
    url: "https://learn.microsoft.com/en-us/windows-hardware/drivers/network/standardized-inf-keywords-for-rss",
    says: {
      keywords:
        "*RssBaseProcNumber is the first processor for RSS of the adapter, *MaxRssProcessors the most that it uses, *NumRssQueues the number of its queues.",
    },
  },
  tcpSupport: {
    grounding: "documented",
    title: "Windows driver documentation: Required and suggested TCP/IP protocol support",
    url: "https://github.com/MicrosoftDocs/windows-driver-docs/blob/HEAD/windows-driver-docs-pr/network/required-and-suggested-tcp-ip-protocol-support.md",
    says: {
      "RFC 1323": "An adapter that offloads connections has to support timestamps.",
    },
  },
  terminateOffload: {
    grounding: "documented",
    title: "Windows driver documentation: Terminate offload initiated by the host stack",
    url: "https://github.com/MicrosoftDocs/windows-driver-docs/blob/HEAD/windows-driver-docs-pr/network/terminate-offload-initiated-by-the-host-stack.md",
    says: {
      "reasons of the host":
        "The host takes connections back to make room for more important ones, if the adapter asks for it, if they carry too little data, and if the link is lost; the list is not complete.",
    },
  },
  eventIndicate: {
    grounding: "documented",
    title: "Windows driver reference: NDIS_TCP_OFFLOAD_EVENT_INDICATE, TCP_UPLOAD_REASON",
    url: "https://github.com/MicrosoftDocs/windows-driver-docs-ddi/blob/HEAD/wdk-ddi-src/content/ndischimney/nc-ndischimney-ndis_tcp_offload_event_indicate.md",
    says: {
      "reasons of the adapter":
        "An adapter asks for a connection to be taken back because of faulty hardware, urgent data, timeouts, many drops, fragments or segments out of order, low activity or small reads.",
      "half-closed connections":
        "An adapter must not end the offload on its own in FIN_WAIT1, FIN_WAIT2 and CLOSE_WAIT.",
    },
  },
  uploadAll: {
    grounding: "documented",
    title: "Windows driver reference: NDIS_STATUS_UPLOAD_ALL",
    url: "https://learn.microsoft.com/en-us/previous-versions/windows/hardware/network/ndis-status-upload-all",
    says: {
      purpose: "A driver asks for all its connections back, for example when a team of 802.3ad fails over.",
    },
  },
  tcpOffloadStats: {
    grounding: "documented",
    title: "Windows driver reference: TCP_OFFLOAD_STATS",
    url: "https://learn.microsoft.com/en-us/windows-hardware/drivers/ddi/ndischimney/ns-ndischimney-_tcp_offload_stats",
    says: {
      CurrentlyEstablished: "It counts the offloaded connections that are established or in CLOSE_WAIT.",
    },
  },
  tcpConnectionOffload: {
    grounding: "documented",
    title: "Windows driver reference: NDIS_TCP_CONNECTION_OFFLOAD",
    url: "https://github.com/MicrosoftDocs/windows-driver-docs-ddi/blob/HEAD/wdk-ddi-src/content/ntddndis/ns-ntddndis-_ndis_tcp_connection_offload.md",
    says: {
      "IPv4 and IPv6": "An adapter states its support for IPv4 and for IPv6 separately.",
      TcpConnectionOffloadCapacity: "One number is the capacity for IPv4 and IPv6 connections together.",
      SupportSack: "An adapter states whether it supports SACK for offloaded connections.",
    },
  },
  tcpmib: {
    grounding: "documented",
    title: "Windows API reference: TCP_CONNECTION_OFFLOAD_STATE (tcpmib.h)",
    url: "https://learn.microsoft.com/en-us/windows/win32/api/tcpmib/ne-tcpmib-tcp_connection_offload_state",
    says: {
      states:
        "InHost: the network stack owns the connection. Offloading and Uploading: it is on its way to the adapter or back. Offloaded: the adapter owns it. There are no other states.",
    },
  },
} as const satisfies Record<string, SourceDocument>;
