import type { SourceDocument } from "./source-document.ts";

/** What no document states: captures, and our own conclusions. */
export const ownGrounds = {
  captures: {
    grounding: "observed",
    title: "Captured output of the commands",
    says: {
      "values of untouched hosts": "What hosts print that are otherwise at their defaults, by version.",
      "lines of show global, by version": "Which lines each version prints; no document lists them.",
      "listings without the line": "Seven listings of later builds print a pacing profile and no line for Chimney.",
      "listings in other languages": "Labels of show global are translated, values such as enabled are not.",
      "the note below the settings":
        "If the heuristics are at work, netsh prints a note of two lines below the settings.",
      timestamps: "Older builds print disabled, newer ones allowed.",
    },
  },
  conclusion: {
    grounding: "inferred",
    title: "Our conclusion; no document states it",
    says: {
      "from how many ports on the range counts as used up":
        "Once four fifths of the dynamic ports are in use, a burst of connections may find none free.",
      "cards that only the registry knows":
        "A card that a list of all adapters leaves out was taken out, though the registry keeps its settings.",
      "equal cards":
        "Windows numbers equal cards in the order in which they were put in, and their keys have the same order.",
      "how addresses are compared":
        "Addresses are compared after normalising them; a connection with this host at both ends never leaves it.",
      "how many are many": "So many connections in a state that soon passes are worth a look.",
      "how many are too many":
        "So many connections in this state mean that something is wrong with an application or its peers.",
      "how many are too few": "Fewer than four processors may not keep up with 10 Gbps; slower links do with one.",
      "how many changes are many": "A connection that changes sides twice does not do so by chance.",
      "nine tenths": "At nine tenths of the capacity it is time to know.",
      "that a connection is listed once, and what a repeated row means":
        "One table lists a connection once, so a repeated row means that two tables ran together.",
      "that absent means the default":
        "A value that is missing from a dump of the whole key is not set, so the default of the pack applies.",
      "that an adapter can't carry loopback connections":
        "Loopback connections never reach an adapter, so none can offload them.",
      "that hosts of one kind should have one state":
        "Hosts of one version and one purpose should have Chimney in one state.",
      "that hosts of one kind should have one value": "Hosts of one version should have one value of each setting.",
      "that later rollups carry the fixes":
        "Later rollups replace tcpip.sys by a newer file, so they carry the earlier fixes.",
      "that servers are like the clients of the same code":
        "The removal is documented for clients; servers of the same code base are taken to be the same.",
      "that settings and connections change within minutes":
        "Captures more than a quarter of an hour apart may show different states.",
      "that such rows are counted nowhere":
        "A row with an unknown offload state counts neither as offloaded nor as in the host, so it is in no ratio.",
      "that the bytes are not captured": "No capture shows how much a connection has exchanged.",
      "that the capture and the version do not belong together":
        "What a version does not have can't be enabled on it, so either the version or the capture belongs to another host.",
      "that the nodes of a cluster should be alike": "After a failover the workload should find the same settings.",
      "that the other states can't be offloaded":
        "Connections are offloaded once established, so apart from the half-closed states no other state can be Offloaded.",
      "that the round trip is not captured": "No capture shows the round trip of a connection.",
      "that the tables explain differences between ports":
        "Entries in these tables may be why one port is offloaded and another is not; no document says what they mean.",
      "that title and number are of one article":
        "Windows IT Pro gives the title and KB 2643970 the number; later rollups replace tcpip.sys by a newer file.",
      "that the two contradict each other": "If both come from one host and one moment, they cannot both be right.",
      "that the values belong to Server 2003 only":
        "The values are documented for Server 2003; it is not documented that later versions ignore them.",
      "that NetDMA explains an empty table":
        "If NetDMA wins, Chimney offloads nothing; fewer than four connections say nothing either way.",
      "the case of different ends":
        "A port that is excluded at one end and included at the other is excluded for some connections only.",
      "that DCA needs NetDMA": "That DCA needs NetDMA was found in no document.",
      "the least number of connections":
        "With fewer than four connections, even none offloaded allows a share of more than a half.",
      "the least number by the Wilson interval":
        "None offloaded of three connections allows a true share of up to 56 %, of four up to 49 %: below four nothing is said.",
      "the severity":
        "No document recommends Chimney on these versions and it was deprecated later, so it is a warning.",
      "the share that counts as unsettled":
        "More than a tenth of the connections changing state is a lot for one snapshot.",
      "three at once": "Three of these features disabled at once look like a script rather than three decisions.",
      "virtual adapters of other hypervisors":
        "No document says that virtual adapters of other hypervisors offload connections.",
      "what two captures of one host show":
        "Two captures of one host with different values show a change, whoever made it.",
      "when the registry's value takes effect":
        "The value takes effect at the next restart, so the two differ until then.",
      "which difference is large":
        "Rows come and go between two captures: a difference of up to five, or a tenth, is no contradiction.",
      "which ports stand for SQL Server": "1433, 1434 and 5022 are taken for SQL Server, though anything may use them.",
      "which ports stand for which service":
        "Well-known ports are taken for their usual services, though anything may use them.",
      "which ports stand for a service, and what is most":
        "Well-known ports are taken for their usual services; more than half of the connections is most.",
      "which rows are within the host": "A row is within the host where both ends are its own addresses or names.",
      "which rules depend on the version": "Most rules hold for certain versions of Windows only.",
      "which versions no longer have them": "No document says since which build a command is gone.",
      "that adapters with the same processors disturb each other":
        "Two busy adapters on the same processors get less processor time than on different ones.",
      "which ones are bound is not captured": "No capture shows which adapters a virtual switch is bound to.",
      "how versions are told apart by their lines":
        "A listing without a line that its version prints, or with one that it does not, comes from another version or was cut.",
      "recommended where no document says": "Where no document recommends a value, the default is recommended.",
    },
  },
} as const satisfies Record<string, SourceDocument>;
