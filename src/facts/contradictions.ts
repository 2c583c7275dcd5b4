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
    side(
      "If both TCP Chimney and NetDMA are available, the operating system will select TCP Chimney.",
      source("kb912222", "note below the table of interactions"),
    ),
    side("NetDMA is enabled and TCP Chimney Offload is disabled.", source("cableGuy", "NetDMA")),
    side("You cannot use TCP Chimney Offload and NetDMA together (no winner is named).", source("gg162716")),
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
      source("itPro", "TCP Chimney Offload"),
    ),
  ],
  // What InHost means: InHost is explained and nothing is inferred from it.
  "in-host": [
    side("The connection is owned by the host's network stack.", source("tcpmib")),
    side("The feature is disabled.", source("progress"), source("bennettScharf")),
  ],
  // Firewall and NAT beside RSS on Server 2003: The KB article counts.
  "rss-2003": [
    side("They keep Chimney and NetDMA from working.", source("kb912222")),
    side("They keep RSS and Chimney from working.", source("sbs2007")),
  ],
  // Chimney on a SQL Server host: A note that shows both.
  "sql-server": [
    side("Leave it automatic on 2008 R2; database replication benefits.", source("itPro")),
    side("Turn it off with incompatible hardware; practitioners turn it off everywhere.", source("kb942861")),
  ],
  // Default of RFC 1323 timestamps: Only what was observed is said.
  timestamps: [side("Enabled.", source("kb224829")), side("Disabled, on newer builds allowed.", source("captures"))],
} as const satisfies Record<string, readonly [Side, Side, ...Side[]]>;

export type ContradictionId = keyof typeof contradictions;

/** Every side behind the short titles of its sources, for a message that shows them all. */
export function everySide(id: ContradictionId): string {
  return contradictions[id]
    .map(({ says, sources }) => `${sources.map(({ title }) => shortened(title)).join(", ")}: ${says}`)
    .join(" / ");
}

function side(says: string, ...sources: readonly [Citation, ...Citation[]]): Side {
  return { says, sources };
}

/** The number of an article, or the name of a column, without its subject. */
function shortened(title: string): string {
  return /^(?:KB \d{1,7}|The Cable Guy, June 2006|TechNet gg\d{1,7})/.exec(title)?.[0] ?? title;
}
