import type { SourceDocument } from "./source-document.ts";

/** Articles of Microsoft's knowledge base, by a short name. The first two began this project. */
export const knowledgeBase = {
  kb951037: {
    grounding: "seed",
    title: "KB 951037: TCP Chimney Offload, RSS and NetDMA in Windows Server 2008",
    says: {
      "TCP Chimney Offload overview":
        "Every edition of Server 2008 and Vista has Chimney. IPv4 and IPv6 connections can be offloaded if the adapter supports it.",
      "How to enable and disable TCP Chimney Offload":
        "Chimney works only if it is enabled both in Windows and on the adapter. Both are disabled by default, but a manufacturer may ship either enabled.",
      "How to determine whether TCP Chimney Offload is working":
        "netstat -t shows which established connections are offloaded. With Chimney enabled in both places the stack tries to offload suitable ones.",
      "sample of netstat -t":
        "Of two rows the first is loopback and InHost; the second has the host's own name at its other end and is Offloaded.",
      "How to enable and disable RSS":
        "RSS is enabled by default. netsh int tcp set global rss= switches it, show global prints it.",
      "How TCP Chimney Offload coexists, row Windows Firewall": "A connection that the firewall allows is offloaded.",
      "How TCP Chimney Offload coexists, row Third-party firewall":
        "Some vendors' firewalls work with Chimney; their documentation says which.",
      "How TCP Chimney Offload coexists, row IPsec policy":
        "With an IPsec policy applied, no TCP connection at all is offloaded.",
      "How TCP Chimney Offload coexists, row Network Adapter teaming":
        "Some manufacturers' teaming works with Chimney; their documentation says which.",
      "How TCP Chimney Offload coexists, row Hyper-V":
        "While Hyper-V runs virtual machines, no operating system uses Chimney.",
      "How TCP Chimney Offload coexists, row Network monitoring tools":
        "Some tools work with Chimney but may not see offloaded connections.",
      "How TCP Chimney Offload coexists, row Network Load Balancing":
        "If NLB is configured, connections are not offloaded.",
      "How TCP Chimney Offload coexists, row Cluster service":
        "Connections over the cluster's own adapter (NetFT) are not offloaded; others may be.",
      "How TCP Chimney Offload coexists, row NAT": "While it is installed and running, connections are not offloaded.",
    },
  },
  kb912222: {
    grounding: "seed",
    title: "KB 912222: The Windows Server 2003 Scalable Networking Pack release",
    says: {
      overview: "The pack is for Server 2003 SP1 and XP x64, and SP2 includes it. Its options are on by default.",
      "overview, capacity":
        "An adapter holds a limited number of offloaded connections; once it is full, all further ones stay in the host.",
      "table of interactions":
        "Chimney and NetDMA do not work together, everything else does. Where both are available, Windows selects Chimney.",
      "features that do not work with it":
        "Windows Firewall, other firewalls, IPsec, IPNAT and intermediate drivers of NDIS 5.1: while one of them is on, Chimney and NetDMA do not work, whatever the registry says.",
      "bridging and routing services":
        "They turn IPNAT and the IPsec Policy Agent on. Disabling the services leaves both on, so both must be turned off explicitly before Chimney works.",
      usage:
        "Nine values below Tcpip\\Parameters configure the pack, and all of them need a restart. Only netsh switches Chimney at once.",
      "usage, ports":
        "A list holds at most 12 ports, and wrong entries are ignored. Exclusion is examined before inclusion; inclusion only makes offloading preferred.",
      "usage, NetDMA":
        "MinPacketSizeToDma is 128 to 4096, and its default of 256 should be left alone. DmaSyncCompletionHighThreshold is 0 to 87600, by default 0.",
      "open issues":
        "TCP/IP statistics are counted twice while Chimney is turned off. Other firewalls cannot use undocumented interfaces while it is on. KB 918564 and 919948: STOP errors; KB 921136: a team does not fail over; KB 918369: a memory leak of sockdie.",
      "File information": "The pack's netstat.exe and netsh.exe have version 5.2.3790.2670.",
    },
  },
  kb929851: {
    grounding: "documented",
    title:
      "KB 929851: The default dynamic port range for TCP/IP has changed since Windows Vista and Windows Server 2008",
    url: "https://support.microsoft.com/kb/929851",
    says: {
      ranges: "Dynamic ports are 49152 to 65535 since Vista and Server 2008, and were 1025 to 5000 before.",
    },
  },
  kb2643970: {
    grounding: "documented",
    title: "KB 2643970: How to troubleshoot advanced network performance features such as RSS and NetDMA",
    url: "https://support.microsoft.com/en-us/help/2643970/how-to-troubleshoot-advanced-network-performance-features-such-as-rss",
    says: {
      "settings for Server 2008":
        "SP2, KB 979614 and KB 967224 are required; enable RSS again in Windows and on adapters, with current drivers.",
      "settings for Server 2008 R2":
        "SP1 and KB 2519736 are required, KB 2525390 too if Chimney is used, and KB 2511305 is recommended; enable RSS again in Windows and on adapters, with current drivers.",
      settings:
        "On Server 2008 and later RSS should be enabled again in Windows and on adapters, and tuned as the vendor recommends.",
    },
  },
  kb942861: {
    grounding: "documented",
    title: "KB 942861: General network error, communication link failure, or transport-level error",
    url: "https://support.microsoft.com/en-us/help/942861/general-network-error-communication-link-failure-or-a-transport-level",
    says: {
      errors:
        "Connections to SQL Server break with these errors where the network hardware is incompatible with features such as Chimney.",
      "sample of show global": "The sample has ECN enabled.",
      "sample of chimneystats": "The sample says that the administrator has disabled TCP Chimney.",
    },
  },
  kb942861Of2007: {
    grounding: "documented",
    title: "KB 942861 in its revision of 2007 (kbAlertz)",
    url: "http://kbalertz.com/942861/Error-message-application-connects-Server-server-running-Windows-Server-Network.aspx",
    says: {
      cause:
        "On Server 2003 the errors come from Chimney being enabled, typically with Broadcom's chip 5708, as in the NetXtreme II and HP NC373i. BIOS, firmware and driver updates resolve them.",
    },
  },
  kb948496: {
    grounding: "documented",
    title: "KB 948496: An update to turn off default SNP features",
    url: "https://mskb.pkisolutions.com/en-us/help/948496",
    says: {
      "what the update does":
        "It turns off the features that the pack has on by default, and replaces no file. Afterwards registry values enable them again by hand.",
      symptoms:
        "With the pack on, VPN, Remote Desktop, Outlook and clients behind the NAT of SBS or ISA lose connections.",
    },
  },
  kb2477730: {
    grounding: "documented",
    title: "KB 2477730: TCP Chimney Offload fails on all adapters after one is changed or disabled",
    url: "https://mskb.pkisolutions.com/kb/2477730",
    says: {
      symptom:
        "Once one adapter is changed or disabled, existing offloaded connections of all adapters fall back to the host and may hang; new ones are offloaded again.",
    },
  },
  kb970406: {
    grounding: "documented",
    title: "KB 970406 (BizTalk Server, general network errors)",
    url: "https://mskb.pkisolutions.com/kb/970406",
    says: {
      cause:
        "BizTalk and its SQL Server get general network errors while features of the pack are on; the advice is to turn them off.",
    },
  },
  kb224829: {
    grounding: "documented",
    title: "KB 224829: Windows TCP features",
    says: {
      timestamps: "RFC 1323 timestamps are described as enabled by default.",
    },
  },
} as const satisfies Record<string, SourceDocument>;
