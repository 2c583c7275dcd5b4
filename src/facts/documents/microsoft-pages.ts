import type { SourceDocument } from "./source-document.ts";

/** Other pages of Microsoft and its authors, by a short name. */
export const microsoftPages = {
  setNetOffloadGlobalSetting: {
    grounding: "documented",
    title: "PowerShell reference: Set-NetOffloadGlobalSetting",
    url: "https://github.com/MicrosoftDocs/windows-powershell-docs/blob/HEAD/docset/winserver2022-ps/nettcpip/Set-NetOffloadGlobalSetting.md",
    says: {
      defaults:
        "Chimney is Disabled by default; RSS, RSC and task offload are Enabled. The cmdlet came with Windows 8 and Server 2012.",
      "-Chimney": "Disabled is the default. The parameter is documented for Server 2022, too.",
      "-ReceiveSegmentCoalescing": "Enabled is the default.",
      "-TaskOffload": "Enabled is the default; a change needs a restart.",
    },
  },
  adapterTuning: {
    grounding: "documented",
    title: "Windows Server documentation: Performance tuning network adapters",
    url: "https://github.com/MicrosoftDocs/windowsserverdocs/blob/HEAD/WindowsServerDocs/networking/technologies/network-subsystem/net-sub-performance-tuning-nics.md",
    says: {
      "Autotuning levels":
        "Normal is the default and fits nearly all networks. Restricted, highly restricted and disabled limit the receive window; experimental is for extreme cases.",
      "Do not use TCP Chimney Offload":
        "Chimney and IPsec task offload are deprecated in Server 2016, may hurt performance and should not be used.",
      "Enabling RSS for web servers":
        "A Web server that serves HTTP over adapters with and without RSS may slow down severely: use capable adapters only, or turn RSS off.",
      "Windows Filtering Platform":
        "Firewalls and virus scanners hook into it, and a poorly written filter costs much network performance.",
      "sample of show global":
        "The sample has Chimney disabled, a pacing profile, no NetDMA, initial RTO 3000, Non Sack Rtt Resiliency disabled and Max SYN Retransmissions 2.",
    },
  },
  hpnFeatures: {
    grounding: "documented",
    title: "Windows Server documentation: Software and hardware integrated features",
    url: "https://github.com/MicrosoftDocs/windowsserverdocs/blob/HEAD/WindowsServerDocs/networking/technologies/hpn/hpn-software-hardware-features.md",
    says: {
      "TCP Chimney Offload": "Chimney is deprecated since Server 2016 and should not be used.",
    },
  },
  removed1709: {
    grounding: "documented",
    title: "Windows 10, version 1709: features that are removed or deprecated",
    says: {
      "TCP Offload Engine": "The row is marked as removed in 1709.",
    },
  },
  kb4014193: {
    grounding: "documented",
    title: "Microsoft Tech Community: Why are we deprecating network performance features (KB 4014193)",
    url: "https://techcommunity.microsoft.com/t5/core-infrastructure-and-security/why-are-we-deprecating-network-performance-features-kb4014193/ba-p/259053",
    says: {
      deprecation: "Chimney was listed as deprecated with Windows 10 1703; the article gives the reasons.",
      "how Chimney works": "The host sets a connection up, and hands it to the adapter once it is active.",
    },
  },
  vmqDeepDive: {
    grounding: "documented",
    title: "Microsoft's networking blog, 10 September 2013: VMQ Deep Dive, 1 of 3",
    url: "https://blogs.technet.microsoft.com/networking/2013/09/10/vmq-deep-dive-1-of-3/",
    says: {
      "why VMQ":
        "The host's RSS does not spread what guests receive; without virtual machine queues one processor does it all. Turning them off hides trouble now and limits the host later.",
    },
  },
  netFtBasics: {
    grounding: "documented",
    title: "Microsoft Tech Community: Failover clustering networking basics and fundamentals",
    url: "https://techcommunity.microsoft.com/t5/itops-talk-blog/failover-clustering-networking-basics-and-fundamentals/ba-p/1472460",
    says: {
      addresses: "The cluster's virtual adapter gives itself link-local addresses: 169.254.x.x and fe80::.",
    },
  },
  diagnosticScript: {
    grounding: "documented",
    title: "Microsoft's support diagnostic script (public copies), networking section",
    says: {
      "which commands it runs":
        "Since Vista it runs every show command of netsh int tcp, including chimneyports and chimneyapplications, whatever the build.",
    },
  },
  exchangeAnalyzer: {
    grounding: "documented",
    title: "Exchange Server Analyzer (Scalable Networking Pack)",
    url: "https://learn.microsoft.com/en-us/previous-versions/office/exchange-server-analyzer/dd285493(v=exchg.80)",
    says: {
      "Scalable Networking Pack Update is Available":
        "On Server 2003 the analyzer checks service pack and tcpip.sys and reports an error where the update for the pack is missing.",
    },
  },
  exchange2007: {
    grounding: "documented",
    title: "Exchange Team Blog, 18 July 2007 (Windows 2003 SP2 and the Scalable Networking Pack)",
    url: "http://blogs.technet.com/b/exchange/archive/2007/07/18/3403490.aspx",
    says: {
      "connections lost":
        "After SP2 had enabled the pack, Exchange servers had trouble with connections where the driver used it.",
      "Broadcom's drivers":
        "Most cases involved Broadcom adapters or chips. The drivers have the fixes since 3.7.19; lower versions do not.",
    },
  },
  exchange2011: {
    grounding: "documented",
    title:
      "Exchange Team Blog, 14 November 2011: Time to revisit recommendations around Windows networking enhancements (as quoted)",
    url: "http://blogs.technet.com/b/exchange/archive/2011/11/14/time-to-revisit-recommendations-around-windows-networking-enhancements-usually-called-microsoft-scalable-networking-pack.aspx",
    says: {
      "2008 R2": "The advice to turn the features off is withdrawn for Server 2008 R2.",
    },
  },
  sbs2007: {
    grounding: "documented",
    title: "SBS blog, 24 April 2007: Common networking issues after applying Windows Server 2003 SP2 on SBS",
    url: "https://blogs.technet.microsoft.com/sbs/2007/04/24/common-networking-issues-after-applying-windows-server-2003-sp2-on-sbs/",
    says: {
      "incompatible features":
        "NAT and firewalls are said to keep RSS and Chimney from working; on SBS both should be turned off and the driver updated.",
    },
  },
  iis6: {
    grounding: "documented",
    title: "MSDN blog, 20 February 2008: Disabling the TCP Chimney during IIS 6.0 troubleshooting",
    url: "http://blogs.msdn.com/b/chaun/archive/2008/02/20/disabling-the-tcpchimney-during-iis-6-0-troubleshooting.aspx",
    says: {
      "a test": "If IIS 6 has network errors, disabling Chimney with netsh is a test that needs no restart.",
    },
  },
} as const satisfies Record<string, SourceDocument>;
