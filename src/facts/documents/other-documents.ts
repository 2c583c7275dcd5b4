import type { SourceDocument } from "./source-document.ts";

/** What vendors, blogs and others published, by a short name. */
export const otherDocuments = {
  netXtreme: {
    grounding: "documented",
    title: "Broadcom NetXtreme II user guide, p. 117",
    url: "https://www.easymanua.ls/broadcom/netxtreme-ii-series/manual?p=117",
    says: {
      capacity: "An adapter takes 1,024 connections at 1 Gbps and 1,880 at 10 Gbps.",
    },
  },
  netXtremeTeaming: {
    grounding: "documented",
    title: "Cisco 5709 adapter (Broadcom) user guide, teaming",
    url: "https://manualsdump.com/en/manuals/cisco_systems-5709model/167182/25",
    says: {
      teams: "Offloading works in load-balancing teams if all adapters support it, and not in trunks or 802.3ad.",
    },
  },
  teamingGuide2012: {
    grounding: "documented",
    title: "Aidan Finn, summary of Microsoft's NIC Teaming guide for Windows Server 2012",
    url: "https://aidanfinn.com/?p=14057",
    says: {
      Chimney: "NIC Teaming of Windows does not support Chimney (stated for 2012).",
    },
  },
  setIssue181: {
    grounding: "documented",
    title: "MicrosoftDocs/windowsserverdocs, issue 181 (Switch Embedded Teaming)",
    url: "https://github.com/MicrosoftDocs/windowsserverdocs/issues/181",
    says: {
      Chimney: "Switch Embedded Teaming is not compatible with Chimney.",
    },
  },
  intelRss: {
    grounding: "documented",
    title: "Intel network adapter notes: Receive Side Scaling",
    url: "http://update.shared.it/SUPERMICRO/X9SCM-F/LAN_DRIVER/PRO1000/DOCS/SERVER/rss.htm",
    says: {
      VMQ: "While virtual machine queues are enabled, RSS of the adapter may show as disabled.",
    },
  },
  psSdp755: {
    grounding: "documented",
    title: "Microsoft's diagnostic package psSDP, rule 755 (TS_TCPIPSettingsCheck.ps1, KB 967224 and KB 2263829)",
    url: "https://github.com/CSS-Windows/WindowsDiag",
    says: {
      "damaged values":
        "Without KB 967224, netsh int tcp set global on Server 2008 and Vista writes 0xFFFFFFFF to values below Tcpip\\Parameters.",
    },
  },
  risual: {
    grounding: "documented",
    title: "risual: RSS, Chimney and NetDMA (a call with an engineer of the Windows Server team)",
    url: "https://www.risual.com/2011/03/rss-chimney-netdma/",
    says: {
      "checksum offloads":
        "RSS and Chimney both need the checksum offloads: disabling any of them on the adapter keeps both from being used.",
    },
  },
  vmChimneyDefault: {
    grounding: "documented",
    title: "aswathi.com, 9 July 2009: VM Chimney and jumbo frames",
    url: "http://www.aswathi.com/blogs/?tag=/jumbo+frames",
    says: {
      default: "VM Chimney is disabled by default in Server 2008 R2, for compatibility.",
    },
  },
  sheffield: {
    grounding: "documented",
    title: "Wayne Sheffield, September 2016: TCP Chimney Offloading affects SQL",
    url: "https://blog.waynesheffield.com/wayne/archive/2016/09/tcp-chimney-offloading-affects-sql/",
    says: {
      recommendation: "For SQL Server he recommends Chimney disabled on every version of Windows.",
    },
  },
  congestionDefaults: {
    grounding: "documented",
    title: "serveraide.com: Windows TCP congestion control (weak)",
    url: "https://serveraide.com/windows-tcp-congestion-control-58106",
    says: {
      defaults: "Windows 7 has no add-on provider by default, Server 2008 has CTCP.",
    },
  },
  congestionDefaultsVista: {
    grounding: "documented",
    title: "ausinfotech.net, June 2007, quoting TechNet bb878127 (weak)",
    url: "https://ausinfotech.net/blog/2007/06/",
    says: {
      defaults: "Vista has no add-on provider by default.",
    },
  },
  vistaTweaks: {
    grounding: "documented",
    title: "kitz.co.uk, Vista TCP tweaks (quotes the help text of netsh)",
    url: "https://kitz.co.uk/adsl/vistaTCPtweaks.htm",
    says: {
      experimental: "The help of netsh warns that the experimental level can slow other traffic down.",
    },
  },
  windows7Forums: {
    grounding: "documented",
    title: "w7forums.com, Windows 7 bandwidth (quotes the note of netsh)",
    url: "https://w7forums.com/threads/window-7-bandwith.8115",
    says: {
      "the note of netsh": "The note says that window scaling heuristics overrode the auto-tuning level that was set.",
    },
  },
  disableScript: {
    grounding: "observed",
    title: "A script that turns everything off",
    url: "https://gist.github.com/mcantrell/5094393",
    says: {
      "the script": "It disables RSS, Chimney, auto-tuning and task offloads one after the other.",
    },
  },
  progress: {
    grounding: "documented",
    title: "Progress knowledge base P179611",
    url: "https://community.progress.com/articles/Knowledge/P179611",
    says: {
      InHost: "InHost is taken to mean that the feature is disabled.",
      recommendation: "Chimney should be disabled if an application loses connections.",
    },
  },
  bennettScharf: {
    grounding: "documented",
    title: "Bennett-Scharf: How to determine if TCP Chimney offloading is working",
    url: "http://blog.bennett-scharf.com/how-to-determine-if-tcp-chimmney-offloading-is-working/",
    says: {
      InHost: "From rows that are all InHost it is concluded that Chimney is not enabled.",
    },
  },
  kb967475: {
    grounding: "documented",
    title: "itsvista.com on KB 967475",
    url: "https://itsvista.com/2009/02/kb967475",
    says: {
      topic: "The update turns the diagnostic of auto-tuning on and off; it is not about Chimney.",
    },
  },
} as const satisfies Record<string, SourceDocument>;
