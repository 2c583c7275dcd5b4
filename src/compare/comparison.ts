import type { CaptureKind, Severity } from "../../grammar/index.ts";
import type { Verdict } from "../findings/index.ts";
import type { FindingKind, Report, ReportPlace } from "../report/index.ts";
import type { Unable } from "../summary/index.ts";
import type { Change, FeatureChange, SettingChange } from "./changes.ts";
import type { ConnectionChanges, ConnectionsUnknown } from "./compared-connections.ts";
import type { TableShare, Timeline } from "./timeline.ts";

/** What is different between two lots of captures, or between two moments of one. Names and values are untrusted. */
export interface Comparison {
  readonly schemaVersion: Report["schemaVersion"];
  readonly tool: Report["tool"];
  /** `sides`: two lots, each compared as a whole. `moments`: two moments of the captures of one lot. */
  readonly of: "sides" | "moments";
  readonly before: ComparedSide;
  readonly after: ComparedSide;
  /** The hosts that are on both sides, in the order of the side after. */
  readonly hosts: readonly HostComparison[];
  /** Hosts that have no match on the other side; of `moments` hosts that were captured only once, under both. */
  readonly onlyBefore: readonly UnpairedHost[];
  readonly onlyAfter: readonly UnpairedHost[];
}

/** One of the two lots that are compared. */
export interface ComparedSide {
  /** As the user named it. */
  readonly label: string;
  /** An earlier report holds no connections. */
  readonly origin: "captures" | "report";
  readonly hosts: number;
  /** Sources that could not be read, or not to their end: what is missing may be in them. */
  readonly unread: readonly { readonly name: string; readonly reason: string | null }[];
}

/** A host without a match. */
export interface UnpairedHost {
  readonly host: string | null;
  /** The source of its first capture. */
  readonly source: string | null;
}

/**
 * What makes two hosts one: their name; the place of the sources of one that is not named; that either side has just one
 * host and nothing says that they differ; that the user said so.
 */
export type PairedBy = "name" | "source" | "soleHost" | "assumed";

/** What is different about one host. */
export interface HostComparison {
  /** The name it has after, or before where it has none after. */
  readonly host: string | null;
  readonly pairedBy: PairedBy;
  readonly moments: Change<HostMoment>;
  /** True when nothing below is different, whatever the moments. */
  readonly unchanged: boolean;
  /** Kinds of captures that both sides have: with none, nothing can be compared. */
  readonly common: readonly CaptureKind[];
  readonly os: Change<string | null>;
  readonly verdict: Change<Pick<Verdict, "code" | "statement"> | null>;
  readonly settings: readonly SettingChange[];
  readonly features: readonly FeatureChange[];
  readonly ratio: RatioChange;
  /** Null where the lists are not known, with the reason. */
  readonly connections: ConnectionChanges | null;
  readonly connectionsUnknown: ConnectionsUnknown | null;
  readonly captures: readonly CaptureChange[];
  /** What the rules say otherwise than before, in the order of findings. */
  readonly findings: readonly FindingChange[];
  /** Every table of the host, where one lot has more than two of them. */
  readonly timeline: Timeline | null;
}

/** Of when a side of a host is, as far as its table tells. */
export interface HostMoment {
  readonly time: string | null;
  readonly phase: string | null;
  /** The table that the numbers are of, and the command that printed it. */
  readonly table: ReportPlace | null;
  readonly command: string | null;
}

/** The share of eligible connections before and after. */
export interface RatioChange extends Change<RatioSide | null> {
  /** After minus before, rounded to four decimals; null where a side has no share. */
  readonly difference: number | null;
  /** 95 % interval of the difference, rounded to four decimals. */
  readonly interval: readonly [number, number] | null;
  /** How that was worked out: `mcnemar` where most connections stand on both sides. Null without a share. */
  readonly method: "newcombe" | "mcnemar" | null;
  /** Of the exact McNemar test, rounded to four decimals; null for the other method. */
  readonly probability: number | null;
  /** `noShare`: a side has no table with offload states, or fewer connections than a share is worth. */
  readonly outcome: "moreThanNoise" | "withinNoise" | "noShare";
}

export interface RatioSide extends TableShare {
  readonly hasOffloadState: boolean;
  /** Why nothing can be offloaded on this side, which then has counts alone; missing where something can. */
  readonly unable?: Unable;
}

/** How many captures of a kind there are, of kinds that only one side has. */
export interface CaptureChange extends Change<number> {
  readonly kind: CaptureKind;
}

/**
 * What a rule says otherwise. `new` and `fixed` are of rules that both sides could evaluate; where only one of them could,
 * it is visibility that changed, and what the rule says may have been true before as well.
 */
export interface FindingChange extends Change<FindingSide | null> {
  readonly rule: string;
  readonly change: (typeof findingChanges)[number];
  /** Commands that supply what the side after lacks. */
  readonly supply: readonly string[];
}

export const findingChanges = ["new", "visibilityGained", "visibilityLost", "changed", "fixed"] as const;

export interface FindingSide {
  readonly kind: FindingKind;
  readonly severity: Severity;
  readonly message: string;
}
