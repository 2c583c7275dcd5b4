import type { SourceDocument } from "./source-document.ts";

/** What vendors, blogs and others published, captures, and our own conclusions, by a short name. */
export const otherDocuments = {
  netXtreme: [
    "documented",
    "Broadcom NetXtreme II user guide, p. 117",
    "https://www.easymanua.ls/broadcom/netxtreme-ii-series/manual?p=117",
  ],
  netXtremeTeaming: [
    "documented",
    "Cisco 5709 adapter (Broadcom) user guide, teaming",
    "https://manualsdump.com/en/manuals/cisco_systems-5709model/167182/25",
  ],
  teamingGuide2012: [
    "documented",
    "Aidan Finn, summary of Microsoft's NIC Teaming guide for Windows Server 2012",
    "https://aidanfinn.com/?p=14057",
  ],
  setIssue181: [
    "documented",
    "MicrosoftDocs/windowsserverdocs, issue 181 (Switch Embedded Teaming)",
    "https://github.com/MicrosoftDocs/windowsserverdocs/issues/181",
  ],
  intelRss: [
    "documented",
    "Intel network adapter notes: Receive Side Scaling",
    "http://update.shared.it/SUPERMICRO/X9SCM-F/LAN_DRIVER/PRO1000/DOCS/SERVER/rss.htm",
  ],
  psSdp755: [
    "documented",
    "Microsoft's diagnostic package psSDP, rule 755 (TS_TCPIPSettingsCheck.ps1, KB 967224 and KB 2263829)",
    "https://github.com/CSS-Windows/WindowsDiag",
  ],
  risual: ["documented", "risual: RSS, Chimney and NetDMA", "https://www.risual.com/2011/03/rss-chimney-netdma/"],
  congestionDefaults: [
    "documented",
    "serveraide.com: Windows TCP congestion control (weak)",
    "https://serveraide.com/windows-tcp-congestion-control-58106",
  ],
  congestionDefaultsVista: [
    "documented",
    "ausinfotech.net, June 2007, quoting TechNet bb878127 (weak)",
    "https://ausinfotech.net/blog/2007/06/",
  ],
  cubic: ["documented", "TechTarget: Explore the Cubic congestion control provider"],
  vistaTweaks: [
    "documented",
    "kitz.co.uk, Vista TCP tweaks (quotes the help text of netsh)",
    "https://kitz.co.uk/adsl/vistaTCPtweaks.htm",
  ],
  windows7Forums: [
    "documented",
    "w7forums.com, Windows 7 bandwidth (quotes the note of netsh)",
    "https://w7forums.com/threads/window-7-bandwith.8115",
  ],
  exchange2007: [
    "documented",
    "Exchange Team Blog, 18 July 2007 (Windows 2003 SP2 and the Scalable Networking Pack)",
    "http://blogs.technet.com/b/exchange/archive/2007/07/18/3403490.aspx",
  ],
  exchange2011: [
    "documented",
    "Exchange Team Blog, 14 November 2011: Time to revisit recommendations around Windows networking enhancements (as quoted)",
    "http://blogs.technet.com/b/exchange/archive/2011/11/14/time-to-revisit-recommendations-around-windows-networking-enhancements-usually-called-microsoft-scalable-networking-pack.aspx",
  ],
  sbs2007: [
    "documented",
    "SBS blog, 24 April 2007: Common networking issues after applying Windows Server 2003 SP2 on SBS",
    "https://blogs.technet.microsoft.com/sbs/2007/04/24/common-networking-issues-after-applying-windows-server-2003-sp2-on-sbs/",
  ],
  iis6: [
    "documented",
    "MSDN blog, 20 February 2008: Disabling the TCP Chimney during IIS 6.0 troubleshooting",
    "http://blogs.msdn.com/b/chaun/archive/2008/02/20/disabling-the-tcpchimney-during-iis-6-0-troubleshooting.aspx",
  ],
  kbAlertz942861: [
    "documented",
    "kbAlertz, KB 942861 (Broadcom 5708 chip set)",
    "http://kbalertz.com/942861/Error-message-application-connects-Server-server-running-Windows-Server-Network.aspx",
  ],
  disableScript: ["observed", "A script that turns everything off", "https://gist.github.com/mcantrell/5094393"],
  progress: [
    "documented",
    "Progress knowledge base P179611",
    "https://community.progress.com/articles/Knowledge/P179611",
  ],
  bennettScharf: [
    "documented",
    "Bennett-Scharf: How to determine if TCP Chimney offloading is working",
    "http://blog.bennett-scharf.com/how-to-determine-if-tcp-chimmney-offloading-is-working/",
  ],
  kb967475: ["documented", "itsvista.com on KB 967475", "https://itsvista.com/2009/02/kb967475"],
  captures: ["observed", "Captured output of the commands"],
  conclusion: ["inferred", "Our conclusion; no document states it"],
} as const satisfies Record<string, SourceDocument>;
