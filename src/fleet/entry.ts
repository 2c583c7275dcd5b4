import type { CaptureKind, HeuristicKey, SettingKey } from "../../grammar/index.ts";
import type { Feature } from "../facts/features.ts";
import type { EligibleRatio, OsReport, RawRatio, ReportPlace, SourceStatus } from "../report.ts";

/** What is kept of one bundle in a roll-up: enough to compare hosts, little enough for thousands of bundles. */
export interface BundleEntry {
  /** The path as it was given, archives by their own name. */
  readonly name: string;
  /** Tells bundles with other bytes apart: of the size, the beginning and the end of the file, or of a folder's files. */
  readonly fingerprint: string;
  readonly status: SourceStatus;
  /** Why the status is not ok; null when it is. */
  readonly reason: string | null;
  readonly bytes: number;
  /** How many sources there were in it, by status. */
  readonly sources: { readonly [K in SourceStatus]: number };
  readonly diagnostics: { readonly error: number; readonly warning: number; readonly info: number };
  readonly hosts: readonly HostEntry[];
}

/** One host of one bundle. */
export interface HostEntry {
  /** null when nothing names it. */
  readonly host: string | null;
  readonly os: Pick<OsReport, "band" | "build" | "basis"> | null;
  readonly collectors: readonly string[];
  /** Captures by kind. */
  readonly captures: Readonly<Partial<Record<CaptureKind, number>>>;
  /** Rows of all its netstat tables together. */
  readonly connections: number;
  /** The value of each setting that counts, and the line that prints it. */
  readonly settings: Readonly<Partial<Record<SettingKey | HeuristicKey, SettingEntry>>>;
  /** Whether features are in use, as far as it is known. */
  readonly features: Readonly<Partial<Record<Feature, "on" | "off">>>;
  /** The netstat tables, bounded: of more than a few dozen the first and the last. */
  readonly tables: readonly TableEntry[];
  /** Index in `tables` of the one that the host's numbers are of; null without one. */
  readonly headline: number | null;
  readonly verdict: string | null;
  /** Ids of the rules that fail, by severity, without repetitions. */
  readonly failing: {
    readonly error: readonly string[];
    readonly warning: readonly string[];
    readonly info: readonly string[];
  };
}

/** A host among the others that it is compared with. */
export interface FleetHost extends HostEntry {
  /** Name of the bundle; null for files that are of none. */
  readonly bundle: string | null;
}

export interface SettingEntry extends ReportPlace {
  readonly value: string | number;
  /** As the line has it, cut to a readable length. */
  readonly label: string;
}

export interface TableEntry extends ReportPlace {
  readonly time: string | null;
  readonly phase: string | null;
  /** SHA-256 of the table's text; null where it was not worked out. */
  readonly digest: string | null;
  readonly hasOffloadState: boolean;
  readonly raw: RawRatio;
  readonly eligible: EligibleRatio;
}
