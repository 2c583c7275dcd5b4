import type { SourceDocument } from "./source-document.ts";

/** Articles of magazines and columns that began this project, by a short name. */
export const magazines = {
  itPro: {
    grounding: "seed",
    title: "Windows IT Pro, Give Microsoft's Scalable Networking Pack Another Look",
    says: {
      "Historical Problems":
        "On Server 2003 SP2 the features caused trouble, in Windows and in drivers. One update turns them off; a later rollup makes them usable. The recommendation is to leave them off unless there is a need.",
      "Fear in the IT Community":
        "Turning the features off became a habit. On Server 2003 it makes sense; on 2008 and 2008 R2 it costs performance, and so does turning off the checksum and large send offloads, which others rely on.",
      "Receive-Side Scaling":
        "RSS must be enabled in Windows and on the adapter, as it is by default. It relies on the checksum and large send offloads: an adapter that has them off does not use it. Too few RSS processors for the server are a common mistake.",
      "TCP Chimney Offload":
        "Chimney is disabled by default on Server 2008 and automatic on 2008 R2, which introduced that mode. It can offload IPv4 and IPv6 connections if the adapter supports them.",
      "TCP Chimney Offload, adapters":
        "It must be enabled on the adapter as well, and that decides which adapters use it.",
      "TCP Chimney Offload, automatic mode":
        "A connection is considered only over a 10 Gbps adapter, with a mean round trip below 20 ms and at least 130 KB exchanged.",
      "TCP Chimney Offload, workloads":
        "Long connections with much data gain most: database replication, file servers, backup. Short ones, as on Web and mail servers, may gain nothing.",
      "TCP Chimney Offload, SACK":
        "Where transfers are extremely slow and much faster without Chimney, look at the article on the SACK option of offloaded connections in Windows 7 and 2008 R2.",
      "Best-Practice Recommendations":
        "Leave RSS enabled in Windows and on adapters, Chimney automatic on 2008 R2 and disabled on 2008, and all other offloads at their defaults. Follow the vendor of the teaming software. A customer gained Exchange capacity that way.",
      "sample of show global":
        "A default 2008 R2 has RSS enabled, Chimney automatic, NetDMA enabled, DCA disabled (its label has a spelling error), auto-tuning normal, no provider, ECN and timestamps disabled.",
    },
  },
  cableGuy: {
    grounding: "seed",
    title: "The Cable Guy, June 2006: Windows Server 2003 Scalable Networking Pack Overview",
    says: {
      introduction: "The pack helps storage, backup, Web hosting and streaming.",
      "TCP Chimney Offload":
        "The gain is greatest for long connections with large payloads, such as file backup and streaming.",
      "TCP Chimney Offload Design":
        "Network statistics are not affected. Intermediate drivers have to be updated for NDIS 5.2. A connection stays in the host if the adapter lacks processing that it needs, such as IPsec.",
      "Receive-side Scaling": "It serves all connections, offloaded ones too.",
      NetDMA: "If the hardware can do both, NetDMA is enabled and Chimney disabled.",
    },
  },
} as const satisfies Record<string, SourceDocument>;
