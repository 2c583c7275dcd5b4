import type { NameClaim } from "../../captures/index.ts";

export type { NameClaim } from "../../captures/index.ts";

/** Why captures are of a host, the surest first. */
export const grounds = [
  "named",
  "source",
  "collector",
  "addresses",
  "container",
  "prefix",
  "folder",
  "declared",
  "complementary",
  "alone",
] as const;

export type Ground = (typeof grounds)[number];

/** A source some of whose captures are of a host, and why. */
export interface Reason {
  readonly source: string;
  readonly ground: Ground;
  /** What names the host; null where nothing does. */
  readonly claim: NameClaim | null;
}

/** Captures that the same name is of, or those of one source that nothing names; with what tells hosts apart. */
export interface Lot {
  /** Of the first capture, as is the line. */
  readonly source: string;
  readonly line: number;
  /** What names them, by sources: lines of the text, or a collector's names of files. None when nothing does. */
  readonly named: readonly Reason[];
  readonly kinds: ReadonlySet<string>;
  /** Specific local addresses of the tables. */
  readonly tableAddresses: ReadonlySet<string>;
  /** Addresses that are printed for the adapters. */
  readonly adapterAddresses: ReadonlySet<string>;
  /** Versions of Windows that are printed. */
  readonly versions: ReadonlySet<string>;
  /** Names, in upper case, of hosts with a table in the same source that shares no local address with these. */
  readonly apartFrom: ReadonlySet<string>;
  /** The words that head these captures and may name their host: one is a name where it tells tables apart. */
  readonly headings: readonly NameClaim[];
  /** The name above such a word, whose host captures without a table are of; null where none stands there. */
  readonly above: NameClaim | null;
}

/** What could not be decided, or was decided against something that says otherwise. */
export interface Doubt {
  readonly code: "host-undecided" | "host-contradicted" | "host-ambiguous" | "host-declared";
  readonly message: string;
  readonly source: string;
  readonly line: number;
}
