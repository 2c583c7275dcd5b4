import { type Citation, source } from "./sources.ts";

/** What one side of a contradiction says, and where. */
interface Side {
  readonly says: string;
  readonly sources: readonly [Citation, ...Citation[]];
}

/** Where statements of the sources can't all be followed. Every side is kept; above it stands what we do with it. */
export const contradictions = {
  // Chimney and NetDMA are both available: which one is used? No winner is asserted from settings; an offloaded row proves Chimney for that connection.
  "netdma-precedence": [
    side("Where both are available, Windows selects Chimney.", source("kb912222", "table of interactions")),
    side("NetDMA is then enabled and Chimney disabled.", source("cableGuy", "NetDMA")),
    side("They cannot be used together; which one wins is not said.", source("gg162716", "NetDMA and Chimney")),
  ],
  // Network statistics with Chimney on Server 2003: Statistics captured on Server 2003 are marked as doubtful.
  "statistics-2003": [
    side("Network statistics are not affected.", source("cableGuy", "TCP Chimney Offload Design")),
    side("Statistics are counted twice when Chimney is turned off.", source("kb912222", "open issues")),
  ],
  // Do Web servers gain from it? What a workload gains is never more than a note.
  "web-servers": [
    side("Web hosting is among the applications helped (by the pack as a whole).", source("cableGuy", "introduction")),
    side(
      "Web and mail servers with short-lived connections might see no benefit.",
      source("itPro", "TCP Chimney Offload, workloads"),
    ),
  ],
  // What InHost means: InHost is explained and nothing is inferred from it.
  "in-host": [
    side("The connection is owned by the host's network stack.", source("tcpmib", "states")),
    side("The feature is disabled.", source("progress", "InHost"), source("bennettScharf", "InHost")),
  ],
  // Firewall and NAT beside RSS on Server 2003: The KB article counts.
  "rss-2003": [
    side("They keep Chimney and NetDMA from working.", source("kb912222", "features that do not work with it")),
    side("They keep RSS and Chimney from working.", source("sbs2007", "incompatible features")),
  ],
  // Chimney on a SQL Server host: A note that shows both.
  "sql-server": [
    side(
      "Leave it automatic on 2008 R2; database replication benefits.",
      source("itPro", "Best-Practice Recommendations"),
    ),
    side("It breaks connections of SQL Server where the hardware is incompatible.", source("kb942861", "errors")),
    side("Turn it off on every version.", source("sheffield", "recommendation")),
  ],
  // Default of RFC 1323 timestamps: Only what was observed is said.
  timestamps: [
    side("Enabled.", source("kb224829", "timestamps")),
    side("Disabled, on newer builds allowed.", source("captures", "timestamps")),
  ],
} as const satisfies Record<string, readonly [Side, Side, ...Side[]]>;

export type ContradictionId = keyof typeof contradictions;

/** Every side behind the short titles of its sources, for a message that shows them all. */
export function everySide(id: ContradictionId): string {
  return contradictions[id]
    .map(({ says, sources }) => `${sources.map(({ title }) => shortened(title)).join(", ")}: ${says}`)
    .join(" ");
}

function side(says: string, ...sources: readonly [Citation, ...Citation[]]): Side {
  return { says, sources };
}

/** The author, the number of an article or the name of a magazine, without its subject. */
function shortened(title: string): string {
  return title.split(/[,:(]/)[0]?.trim() ?? title;
}
