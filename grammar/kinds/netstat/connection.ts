import type { OffloadState } from "../../locales/locale.ts";

/** A row of *Active Connections*. A column that the table lacks is a missing key. */
export interface Connection {
  /** Line of the row in its source, 1-based. */
  readonly line: number;
  readonly protocol: "TCP" | "UDP";
  /**
   * Address as printed, without the brackets of IPv6, with its zone; a name when netstat ran without -n. `isMasked` tells
   * an address that nobody knows, `?` stands for one that is not there.
   */
  readonly localAddress: string;
  /** Port number; the service name when netstat printed one; `*` for the wildcard, `?` for one that is not there. */
  readonly localPort: number | string;
  readonly foreignAddress: string;
  readonly foreignPort: number | string;
  /** netstat's English word where the word is known, else the word as printed. UDP rows have none. */
  readonly state?: string;
  readonly pid?: number;
  readonly offloadState?: OffloadState;
  /** The word in the offload column when it is none of the four. */
  readonly unknownOffloadState?: string;
  /** Executable named under the row by `-b`, without its brackets. */
  readonly process?: string;
}

/** What is known of a netstat table as a whole. */
export interface NetstatTraits {
  /** True when the table has the *Offload State* column, told by its heading or rows, or where nothing tells that it has not. */
  readonly hasOffloadState: boolean;
  /** True when rows carry a process id (the heading can't be trusted for it). */
  readonly hasProcessId: boolean;
  /** Rows that are not among the records: each has a diagnostic of its own. */
  readonly unreadRows: number;
}

/** A row while its table is read: what stands below it may add to it, and its line is put in last. */
export type RowDraft = { -readonly [K in keyof Connection]: Connection[K] };
