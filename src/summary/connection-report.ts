import type { HeuristicKey, SettingKey } from "../../grammar/index.ts";

export interface HostSummary {
  readonly connections: ConnectionCounts | null;
  readonly raw: RawRatio | null;
  readonly eligible: EligibleRatio | null;
  readonly excluded: Snapshot["excluded"] | null;
  readonly notCounted: Snapshot["notCounted"] | null;
  /** The latest value of each setting; `show global` counts before other commands, a disagreement is a diagnostic. */
  readonly settings: Readonly<Partial<Record<SettingKey | HeuristicKey, string | number>>>;
  readonly groups: Groups | null;
  /** How many groups there were by each key before the ten largest were taken. */
  readonly groupsTested: { readonly [K in keyof Groups]: number } | null;
  readonly observations: readonly Observation[];
  /** Index in `snapshots` of the table that the numbers above are of; null when there is no table. */
  readonly headline: number | null;
  readonly snapshots: readonly Snapshot[];
  readonly acrossSnapshots: AcrossSnapshots | null;
}
/** A line of a source. */
export interface ReportPlace {
  readonly source: string;
  readonly line: number;
}

export interface OffloadStateCounts {
  readonly inHost: number;
  readonly offloading: number;
  readonly offloaded: number;
  readonly uploading: number;
  /** Rows without an offload word: UDP rows, and all rows of a table without the column. */
  readonly absent: number;
  /** Rows with a word that is none of the four. */
  readonly unknown: number;
}

export interface ConnectionCounts {
  readonly total: number;
  readonly tcp: number;
  readonly udp: number;
  /** By netstat's English word, or the word as printed; in the order of the states' life, then alphabetically. */
  readonly byState: Readonly<Record<string, number>>;
  readonly byOffloadState: OffloadStateCounts;
}

/** offloaded + inHost + transitional = total. */
export interface RawRatio {
  readonly offloaded: number;
  readonly inHost: number;
  readonly transitional: number;
  readonly total: number;
  /** offloaded / total, rounded to four decimals; null below four rows. */
  readonly ratio: number | null;
}

/** offloaded + inHost = total; transitional rows stand outside. */
export interface EligibleRatio {
  readonly offloaded: number;
  readonly inHost: number;
  readonly transitional: number;
  readonly total: number;
  /** offloaded / total, rounded to four decimals; null below four rows. */
  readonly ratio: number | null;
  /** 95 % Wilson score interval, rounded to four decimals; null below four rows. */
  readonly interval: readonly [number, number] | null;
  /** k/(n+t) and (k+t)/(n+t) while t connections are on their way; null when none is, or below four rows. */
  readonly envelope: readonly [number, number] | null;
  readonly statement: string;
}

/** Rows with a known offload state that are not eligible, by the first reason that applies. Adds up with eligible. */
export const exclusionReasons = [
  "noConnection",
  "setup",
  "timeWait",
  "loopback",
  "sameHost",
  "halfClosed",
  "closing",
  "unknownState",
] as const;

export type ExclusionReason = (typeof exclusionReasons)[number];

/** Rows that carry no known offload state, or stand in the table a second time: they are in no ratio at all. */
export const notCountedReasons = ["notTcp", "unknownOffload", "duplicate"] as const;

export type NotCountedReason = (typeof notCountedReasons)[number];

/** The class of a row: eligible, on its way, or the reason why it is in neither. */
export type ConnectionClass = "eligible" | "transitional" | ExclusionReason | NotCountedReason;

/** Eligible connections that share a key; the largest groups first, at most ten of them. */
export interface Group {
  readonly key: string;
  readonly offloaded: number;
  readonly inHost: number;
  readonly transitional: number;
  readonly total: number;
  /** True when the group's interval lies wholly on one side of the interval of all other connections. */
  readonly differs: boolean;
}

export interface Groups {
  readonly byServicePort: readonly Group[];
  readonly byForeignAddress: readonly Group[];
  readonly byLocalAddress: readonly Group[];
  readonly byProcess: readonly Group[];
}

/** The numbers of one netstat table. raw.total = eligible.total + eligible.transitional + all of excluded;
 * connections.total = raw.total + all of notCounted. */
export interface Snapshot extends ReportPlace {
  readonly endLine: number;
  readonly command: string | null;
  readonly time: string | null;
  readonly phase: string | null;
  readonly hasOffloadState: boolean;
  readonly connections: ConnectionCounts;
  readonly raw: RawRatio;
  readonly eligible: EligibleRatio;
  readonly excluded: { readonly [K in ExclusionReason]: number };
  readonly notCounted: { readonly [K in NotCountedReason]: number };
  /** Rows that could not be read, if any; they are in none of the numbers above. */
  readonly unreadRows?: number;
  /** Among the TCP rows those of which an address or port is masked or missing, if any. */
  readonly maskedRows?: number;
}

/** Keys that a table has only where there are such rows. */
export function doubtfulRows(unreadRows: number, maskedRows: number): Pick<Snapshot, "unreadRows" | "maskedRows"> {
  return { ...(unreadRows > 0 && { unreadRows }), ...(maskedRows > 0 && { maskedRows }) };
}

/** A row that is quoted. */
export interface RowNote extends ReportPlace {
  /** The row as captured, shortened where it is very long. */
  readonly text: string;
}

/** Connections that were followed over several tables: how many, and rows of the first few. */
export interface Followed {
  readonly count: number;
  /** At most five, from the table in which it showed. */
  readonly examples: readonly RowNote[];
}

/** What several tables of one host say together; keys are protocol, addresses and, where printed, the process id. */
export interface AcrossSnapshots {
  readonly snapshots: number;
  readonly distinctConnections: number;
  readonly everOffloaded: number;
  readonly changedSide: number;
  /** Connections that changed sides at least twice. */
  readonly flapped: Followed;
  /** Connections of the last table that are in host there and were offloaded before. */
  readonly uploadedBack: Followed;
  /** True when there were more connections than are kept track of, so that the counts are lower bounds. */
  readonly incomplete: boolean;
}

export interface Observation extends ReportPlace {
  /** What was seen: a token that the state or the address does not lead one to expect, or ports that mirror each other. */
  readonly kind: "ineligibleStateOffloaded" | "loopbackOffloaded" | "sameHostSuspected";
  readonly text: string;
}
