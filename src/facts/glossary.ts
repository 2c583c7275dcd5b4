import { automaticCriteria, automaticModeSource } from "./automatic-mode.ts";
import { everySide } from "./contradictions.ts";
import { type Citation, source } from "./sources.ts";

/** A term of the field, as `explain` prints it. */
export interface Term {
  readonly name: string;
  /** Other spellings under which it is found. */
  readonly aliases: readonly string[];
  readonly meaning: string;
  /** What it is often taken for, and other things to know. */
  readonly remarks: readonly string[];
  readonly sources: readonly [Citation, ...Citation[]];
}

const tcpmib = source("tcpmib", "states");
const overview = source("kb951037", "TCP Chimney Offload overview");
const pack = source("kb912222", "overview");

/** The terms, in the order in which one meets them: the states that netstat prints, the features, automatic mode. */
export const glossary: readonly Term[] = [
  {
    name: "InHost",
    aliases: ["in host", "inhost"],
    meaning:
      "The network stack of the operating system owns the connection: it is not offloaded at this moment. Value 0 of TCP_CONNECTION_OFFLOAD_STATE.",
    remarks: [
      "It does not mean that Chimney is disabled: with Chimney enabled, loopback, short, idle and surplus connections stay in the host as well.",
      `Sources disagree. ${everySide("in-host")}`,
      "`netsh int tcp show global` says whether Chimney is on.",
    ],
    sources: [tcpmib, source("progress", "InHost"), source("bennettScharf", "InHost")],
  },
  {
    name: "Offloading",
    aliases: [],
    meaning: "Offloading of the connection has begun and is not complete. Value 1 of TCP_CONNECTION_OFFLOAD_STATE.",
    remarks: ["The state does not last, so such rows do not count for the ratio."],
    sources: [tcpmib],
  },
  {
    name: "Offloaded",
    aliases: [],
    meaning:
      "The connection is offloaded to the network adapter, which does its TCP processing. Value 2 of TCP_CONNECTION_OFFLOAD_STATE.",
    remarks: ["It proves that Chimney works for this connection, whatever the settings say."],
    sources: [tcpmib, source("kb951037", "How to determine whether TCP Chimney Offload is working")],
  },
  {
    name: "Uploading",
    aliases: ["upload"],
    meaning:
      "The connection is being taken back from the adapter into the host, and that is not complete. Value 3 of TCP_CONNECTION_OFFLOAD_STATE.",
    remarks: [
      "It has nothing to do with sending files.",
      "Either the adapter asks for it (hardware failure, urgent data, low activity, small reads …) or the host decides; netstat does not show which.",
    ],
    sources: [
      tcpmib,
      source("eventIndicate", "reasons of the adapter"),
      source("terminateOffload", "reasons of the host"),
    ],
  },
  {
    name: "Chimney",
    aliases: ["TOE", "TCP Chimney", "TCP Chimney Offload", "TCP offload engine", "connection offload"],
    meaning:
      "TCP Chimney Offload hands whole TCP connections to a network adapter with a TCP offload engine (TOE), which then does the TCP processing instead of the CPU.",
    remarks: [
      "It works only if it is enabled in the operating system and on the adapter.",
      "An adapter takes a limited number of connections; further ones stay in the host.",
      "It is not the same as the task offloads (checksums, large send offload), which work packet by packet and should stay on.",
      "Removed since Windows 10 1709, Server 1709 and Server 2019.",
    ],
    sources: [
      overview,
      source("kb951037", "How to enable and disable TCP Chimney Offload"),
      pack,
      source("removed1709", "TCP Offload Engine"),
    ],
  },
  {
    name: "RSS",
    aliases: ["Receive-Side Scaling", "Receive Side Scaling"],
    meaning: "Receive-Side Scaling spreads the processing of received packets over several processors.",
    remarks: [
      "It is independent of Chimney and works together with it: offloaded connections use it as well.",
      "It relies on the checksum offloads of the adapter; with those off, the adapter does not use RSS.",
    ],
    sources: [source("itPro", "Receive-Side Scaling"), source("cableGuy", "Receive-side Scaling"), pack],
  },
  {
    name: "NetDMA",
    aliases: ["Network Direct Memory Access", "TCPA", "EnableTCPA", "I/OAT"],
    meaning:
      "Network Direct Memory Access lets a DMA engine copy received data from the adapter's buffers to the application's, instead of the CPU.",
    remarks: [
      `Sources disagree on which of Chimney and NetDMA is used when both could be. ${everySide("netdma-precedence")}`,
      "Not supported since Windows 8 and Server 2012.",
    ],
    sources: [
      source("cableGuy", "NetDMA"),
      pack,
      source("gg162716", "NetDMA and Chimney"),
      source("netDma20", "versions"),
    ],
  },
  {
    name: "DCA",
    aliases: ["Direct Cache Access", "Direct Cache Acess"],
    meaning: "A line of `show global` on Server 2008 R2 to 2016: Direct Cache Access.",
    remarks: [
      "Server 2008 R2 spells it Direct Cache Acess.",
      "That it depends on NetDMA is our conclusion; none of the documents we read says so.",
    ],
    sources: [
      source("itPro", "sample of show global"),
      source("captures", "values of untouched hosts"),
      source("conclusion", "that DCA needs NetDMA"),
    ],
  },
  {
    name: "automatic",
    aliases: ["automatic mode", "chimney=automatic"],
    meaning: `In automatic mode, new in Server 2008 R2, a connection is considered for offloading only if all of this holds: ${automaticCriteria.map(({ text }) => text).join("; ")}.`,
    remarks: [
      "In this mode most servers normally offload nothing: that is no misconfiguration.",
      "netstat shows none of the three; without other evidence each one is unknown.",
    ],
    sources: [automaticModeSource],
  },
];

/** A term by its name or one of its other spellings, whatever the case. */
export function term(name: string): Term | undefined {
  const folded = name.trim().toLowerCase();
  return glossary.find((one) => [one.name, ...one.aliases].some((spelling) => spelling.toLowerCase() === folded));
}
