import type { OffloadState } from "../../grammar/index.ts";
import type { ReportPlace } from "../report/index.ts";

/**
 * Why the connections of a host can't be compared: a report does not hold them; a side has no table; its table has no
 * Offload State column; or it has so many tables that this one was not kept.
 */
export type ConnectionsUnknown = "earlierReport" | "noTable" | "noOffloadColumn" | "notKept";

/**
 * What became of the connections of a table in a later one. before = both + gone.count, after = both + new.count, and
 * both is the sum of those that stand in both tables. Only those are counted that the ratio is about: established
 * connections to other hosts, and those on their way. One that is gone may still be closing.
 */
export interface ConnectionChanges {
  readonly before: number;
  readonly after: number;
  readonly both: number;
  /** What tells connections apart besides their addresses; the process id only counts where both tables have it. */
  readonly matchedBy: "processId" | "addresses";
  /** True when a table had more connections than are compared, so that the counts are lower bounds. */
  readonly incomplete: boolean;
  /** In the host in both, or offloaded in both. */
  readonly unchanged: number;
  /** Offloaded after, and not before. */
  readonly newlyOffloaded: ListedConnections;
  /** Offloaded before, and not after. */
  readonly uploadedBack: ListedConnections;
  /** On their way in both: stuck, if some time lies between. */
  readonly stuck: ListedConnections;
  /** In the host before, on their way after. */
  readonly setOut: ListedConnections;
  /** On their way before, in the host after. */
  readonly cameBack: ListedConnections;
  readonly gone: ListedConnections;
  readonly new: ListedConnections;
}

export interface ListedConnections {
  readonly count: number;
  /** How many of them were offloaded where they were last seen. */
  readonly offloaded: number;
  /** The first ones. */
  readonly examples: readonly ConnectionChange[];
}

export interface ConnectionChange {
  /** Such as "TCP 192.0.2.1:445 → 198.51.100.7:50012". */
  readonly connection: string;
  readonly before: ConnectionSide | null;
  readonly after: ConnectionSide | null;
}

export interface ConnectionSide extends ReportPlace {
  readonly offloadState: OffloadState;
}

export const connectionMoves = [
  "newlyOffloaded",
  "uploadedBack",
  "stuck",
  "setOut",
  "cameBack",
  "gone",
  "new",
] as const;
