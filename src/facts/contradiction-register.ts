import type { ContradictionStatement, Side } from "./contradiction.ts";
import { type Source, source } from "./sources.ts";

/** The register, by the name of each contradiction, in the order of their importance here. */
export const contradictionRegister = {
  "netdma-precedence": {
    topic: "Chimney and NetDMA are both available: which one is used?",
    sides: [
      side(
        "If both TCP Chimney and NetDMA are available, the operating system will select TCP Chimney.",
        source("kb912222", "note below the table of interactions"),
      ),
      side("NetDMA is enabled and TCP Chimney Offload is disabled.", source("cableGuy", "NetDMA")),
      side("You cannot use TCP Chimney Offload and NetDMA together (no winner is named).", source("gg162716")),
    ],
    handling: "No winner is asserted from settings; an offloaded row proves Chimney for that connection.",
  },
  "netdma-both-on": {
    topic: "Chimney and NetDMA are both switched on",
    sides: [
      side("A healthy 2008 R2 shows Chimney automatic and NetDMA enabled.", source("itPro", "sample of show global")),
      side("The two will not work together.", source("kb912222", "table of interactions")),
    ],
    handling: "Settings are not the effective state.",
  },
  "statistics-2003": {
    topic: "Network statistics with Chimney on Server 2003",
    sides: [
      side("Network statistics are not affected.", source("cableGuy", "TCP Chimney Offload Design")),
      side("Statistics are counted twice when Chimney is turned off.", source("kb912222", "open issues")),
    ],
    handling: "Statistics captured on Server 2003 are marked as doubtful.",
  },
  "web-servers": {
    topic: "Do Web servers gain from it?",
    sides: [
      side(
        "Web hosting is among the applications helped (by the pack as a whole).",
        source("cableGuy", "introduction"),
      ),
      side(
        "Web and mail servers with short-lived connections might see no benefit.",
        source("itPro", "TCP Chimney Offload"),
      ),
    ],
    handling: "What a workload gains is never more than a note.",
  },
  ipsec: {
    topic: "Which connections IPsec keeps in the host",
    sides: [
      side("All while it is on (2003, 2008).", source("kb912222"), source("kb951037", "row IPsec policy")),
      side("Those that the policy covers (2008 R2).", source("gg162698", "row IPsec policy")),
      side("That depends on what the adapter can process (2003).", source("cableGuy", "TCP Chimney Offload Design")),
    ],
    handling: "A table for each version; the third is a remark.",
  },
  hyperv: {
    topic: "Chimney beside Hyper-V",
    sides: [
      side("No operating system uses it (2008).", source("kb951037", "row Hyper-V")),
      side("Compatible (2008 R2); Virtual Machine Chimney is off by default.", source("gg162698"), source("gg162677")),
    ],
    handling: "A table for each version.",
  },
  "windows-firewall": {
    topic: "Chimney beside Windows Firewall",
    sides: [
      side("It keeps Chimney from working (2003).", source("kb912222")),
      side(
        "Allowed connections are offloaded (2008; 2008 R2 with a known issue).",
        source("kb951037"),
        source("gg162698"),
      ),
    ],
    handling: "A table for each version; a blog that dates the change to 2008 R2 gives way to the KB article.",
  },
  "adapter-default": {
    topic: "Default of the offload property of an adapter",
    sides: [
      side("Disabled, as in the operating system (2008).", source("kb951037", "How to enable and disable")),
      side("The standard keyword's default is enabled.", source("connectionOffloadKeywords")),
    ],
    handling: "A value of the adapter is never called changed from its default.",
  },
  "default-off": {
    topic: "Is Chimney off by default?",
    sides: [
      side("Disabled by default, but a manufacturer's installation may enable it (2008).", source("kb951037")),
      side("On by default (2003).", source("kb912222", "overview")),
    ],
    handling: "A value that differs from a default is no more than a note.",
  },
  "in-host": {
    topic: "What InHost means",
    sides: [
      side("The connection is owned by the host's network stack.", source("tcpmib")),
      side("The feature is disabled.", source("progress"), source("bennettScharf")),
    ],
    handling: "InHost is explained and nothing is inferred from it.",
  },
  "both-locations": {
    topic: "Enabled in both locations: which ones?",
    sides: [
      side("The operating system and the network adapter.", source("kb951037"), source("itPro")),
      side("Both ends of the connection.", source("cSharpCorner")),
    ],
    handling: "What we advise names the operating system and the adapter.",
  },
  restart: {
    topic: "Does switching Chimney with netsh need a restart?",
    sides: [
      side("It is dynamic (2003).", source("kb912222", "usage")),
      side("A reboot is needed (2008).", source("windowsNetworking")),
    ],
    handling: "No restart is documented by Microsoft for 2008 and later.",
  },
  "removed-or-deprecated": {
    topic: "Removed or deprecated from version 1709 on",
    sides: [
      side("Removed.", source("removed1709", "TCP Offload Engine")),
      side(
        "Deprecated; the cmdlet still documents -Chimney.",
        source("hpnFeatures"),
        source("setNetOffloadGlobalSetting"),
      ),
    ],
    handling: "An active value is an error there, a line that says disabled is a leftover.",
  },
  "cluster-label": {
    topic: "How the cluster service is labelled",
    sides: [
      side("Yes, but not for NetFT (2008).", source("kb951037", "row Cluster service")),
      side("Partial: not for NetFT (2008 R2).", source("gg162698", "row Cluster service")),
    ],
    handling: "The same behaviour, one rule.",
  },
  "nat-trigger": {
    topic: "When NAT keeps connections in the host",
    sides: [
      side("Installed and running (2008).", source("kb951037", "row NAT")),
      side("Enabled (2008 R2); it stays on after RRAS is turned off (2003).", source("gg162698"), source("kb912222")),
    ],
    handling: "The state of the service decides.",
  },
  "official-sample": {
    topic: "The sample in KB 951037 shows an offloaded row that mirrors a loopback row",
    sides: [
      side("The second connection is offloaded.", source("kb951037", "How to determine whether it is working")),
      side("Its ports mirror the row above: both ends are on one host.", source("conclusion")),
    ],
    handling: "The printed state counts; the oddity is noted.",
  },
  "rss-2003": {
    topic: "Firewall and NAT beside RSS on Server 2003",
    sides: [
      side("They keep Chimney and NetDMA from working.", source("kb912222")),
      side("They keep RSS and Chimney from working.", source("sbs2007")),
    ],
    handling: "The KB article counts.",
  },
  "sql-server": {
    topic: "Chimney on a SQL Server host",
    sides: [
      side("Leave it automatic on 2008 R2; database replication benefits.", source("itPro")),
      side("Turn it off with incompatible hardware; practitioners turn it off everywhere.", source("kb942861")),
    ],
    handling: "A note that shows both.",
  },
  timestamps: {
    topic: "Default of RFC 1323 timestamps",
    sides: [side("Enabled.", source("kb224829")), side("Disabled, on newer builds allowed.", source("captures"))],
    handling: "Only what was observed is said.",
  },
  "dca-spelling": {
    topic: "Spelling of the DCA line",
    sides: [
      side("Direct Cache Acess (DCA).", source("itPro", "sample of show global")),
      side("Direct Cache Access (DCA).", source("captures")),
    ],
    handling: "Both are read; the spelling tells versions apart.",
  },
  "kb951037-scope": {
    topic: "Which Windows KB 951037 speaks of",
    sides: [
      side("Windows Server 2008.", source("kb951037", "text")),
      side("Windows Server 2012 R2.", source("kb951037", "label of some copies")),
    ],
    handling: "It is used for 2008 only.",
  },
} as const satisfies Record<string, ContradictionStatement>;

function side(says: string, ...sources: readonly [Source, ...Source[]]): Side {
  return { says, sources };
}
