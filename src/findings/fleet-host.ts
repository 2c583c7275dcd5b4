import type { CaptureKind, HeuristicKey, SettingKey } from "../../grammar/index.ts";
import type { Feature } from "../facts/features.ts";
import type { OsReport } from "../hosts/index.ts";
import type { EligibleRatio, RawRatio, ReportPlace } from "../summary/index.ts";

/** One host of one bundle. */
export interface HostEntry {
  /** null when nothing names it. */
  readonly host: string | null;
  readonly os: Pick<OsReport, "band" | "build" | "basis" | "name"> | null;
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
  /** Fingerprints of the findings that fail, by severity; missing in roll-ups of versions before 0.2. */
  readonly fingerprints?: {
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
