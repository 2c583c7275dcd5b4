import type { OffloadState } from "../../grammar/index.ts";
import type { AcrossSnapshots, Observation, RowNote, Snapshot } from "./connection-report.ts";
import type { SocketStates } from "./socket-states.ts";

/** How many connections of a group are on which side; transitional ones stand outside the total. */
export interface SideCounts {
  readonly offloaded: number;
  readonly inHost: number;
  readonly transitional: number;
}

export type { RowNote } from "./connection-report.ts";

/** Eligible connections by a number (a port) or a text (an address), largest groups first; bounded. */
export type SidesBy<Key> = readonly (SideCounts & { readonly key: Key; readonly first: RowNote })[];

/** What is kept of the table that a host's numbers are of, for the rules. Bounded, whatever the size of the table. */
export interface TableEvidence {
  readonly snapshot: Snapshot;
  /** The heading, or the first line of a table without one. */
  readonly heading: RowNote;
  /** The first rows (at most five) in each offload state, eligible or not. */
  readonly examples: { readonly [K in OffloadState]: readonly RowNote[] };
  /** The first eligible rows (at most five) that are in the host. */
  readonly eligibleInHost: readonly RowNote[];
  /** The first rows (at most five) left out as loopback or same host. */
  readonly ownRows: readonly RowNote[];
  readonly observations: readonly Observation[];
  readonly byServicePort: SidesBy<number>;
  /** By the port of this side and of the other side as printed, for port policies. */
  readonly byLocalPort: SidesBy<number>;
  readonly byForeignPort: SidesBy<number>;
  readonly byLocalAddress: SidesBy<string>;
  readonly byFamily: { readonly ipv4: SideCounts; readonly ipv6: SideCounts };
  /** First rows that are uploading, by local address. */
  readonly uploadingByLocalAddress: readonly {
    readonly address: string;
    readonly count: number;
    readonly first: RowNote;
  }[];
  readonly unknownOffloadStates: readonly (RowNote & { readonly word: string })[];
  readonly duplicates: readonly RowNote[];
  /** All rows by the states that pile up, and the ports of this side that are in use. */
  readonly sockets: SocketStates;
  /** Null below two tables with the offload column. */
  readonly acrossSnapshots: AcrossSnapshots | null;
  /** All tables of the host in their order, this one among them. */
  readonly tables: readonly Snapshot[];
  readonly snapshots: number;
}
