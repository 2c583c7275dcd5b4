import type { SourceDocument } from "./source-document.ts";

/** Pages of TechNet, by a short name; the first one began this project. */
export const technetPages = {
  gg162698: {
    grounding: "seed",
    title: "TechNet gg162698, TCP Chimney Offload and Virtual Machine Chimney compatibility (2008 R2)",
    says: {
      "row Windows Firewall":
        "A connection that the firewall allows is offloaded; with specific rules, a known issue takes offloaded connections back and leaves them in the host.",
      "row Other firewalls": "Some are compatible; their documentation says which.",
      "row IPsec policy": "Connections that an IPsec policy covers are not offloaded; others may be.",
      "row Network adapter teaming": "Some manufacturers' teaming is compatible; their documentation says which.",
      "row Hyper-V": "Hyper-V is compatible with Chimney.",
      "row Network monitoring tools":
        "Some tools work alongside but do not see offloaded connections; Network Monitor does not capture them.",
      "row Network load balancing": "It is not compatible with Chimney.",
      "row Cluster service": "Connections over the cluster's own adapter (NetFT) are not offloaded; others may be.",
      "row NAT and ICS": "While either is enabled, connections are not offloaded.",
    },
  },
  gg162689: {
    grounding: "documented",
    title: "TechNet gg162689 (netsh int tcp show chimneystats, 2008 R2)",
    url: "https://technet.microsoft.com/en-us/library/gg162689(v=ws.10).aspx",
    says: {
      "what it shows":
        "The command shows what Chimney does on each adapter at that moment, and so which adapters are not enabled for it. On Hyper-V it is run in the management operating system.",
    },
  },
  gg162709: {
    grounding: "documented",
    title: "TechNet gg162709 (TCP Chimney Offload in 2008 R2)",
    url: "https://technet.microsoft.com/en-us/library/gg162709(v=ws.10)",
    says: {
      "new in this version": "Automatic mode is new in Server 2008 R2, and the default.",
      "recording a baseline": "Record processor load and throughput before changing the mode, and compare.",
    },
  },
  gg162716: {
    grounding: "documented",
    title: "TechNet gg162716 (NetDMA, 2008 R2)",
    url: "http://technet.microsoft.com/en-us/library/gg162716",
    says: {
      "NetDMA and Chimney": "They cannot be used together. Which one wins is not said.",
    },
  },
  gg162677: {
    grounding: "documented",
    title: "TechNet gg162677 (Virtual Machine Chimney, 2008 R2)",
    url: "http://technet.microsoft.com/es-es/library/gg162677(v=ws.10).aspx",
    says: {
      "Virtual Machine Chimney":
        "New in 2008 R2, it lets guests offload over the physical adapter of an external virtual network, first come, first served. Guests need 2008 R2 or Windows 7, or 2008 or Vista with integration services; netsh works in the guest.",
    },
  },
  gg634557: {
    grounding: "documented",
    title: "TechNet gg634557 (BizTalk Server)",
    url: "http://technet.microsoft.com/en-us/library/gg634557.aspx",
    says: {
      "general network errors": "BizTalk servers should have the features of the pack turned off.",
    },
  },
} as const satisfies Record<string, SourceDocument>;
