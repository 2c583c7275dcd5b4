import type { Diagnostic } from "../grammar/contract/diagnostic.ts";
import type { CaptureKind, ChimneyStatsState, HeuristicKey, LineClass, SettingKey } from "../grammar/index.ts";
import type {
  AcrossSnapshots,
  ConnectionCounts,
  EligibleRatio,
  Groups,
  Observation,
  RawRatio,
  ReportPlace,
  Snapshot,
} from "./connection-report.ts";
import type { Feature } from "./facts/features.ts";
import type { OsBand } from "./facts/os-bands.ts";
import type { Finding, FleetFindings } from "./finding.ts";
import type { Verdict } from "./verdict.ts";

export * from "./connection-report.ts";
export { type Finding, type FindingKind, type FleetFinding, type FleetFindings, findingKinds } from "./finding.ts";
export type { EvidencePlace } from "./rules/rule.ts";

/** Version of the shape below; additions keep it. */
export const SCHEMA_VERSION = 1;

/** Id of the element of an HTML report that holds the whole report as JSON. */
export const REPORT_ELEMENT = "chimneysweep-report";

/** What became of each line of a source: one count for each class, adding up to the lines. */
export type Ledger = { readonly [K in LineClass]: number };

/** ok: read whole · partial: some of it could not be read · skipped: not for us · failed: could not be opened or read. */
export type SourceStatus = "ok" | "partial" | "skipped" | "failed";

export interface SourceReport {
  readonly name: string;
  readonly status: SourceStatus;
  /** Why the status is not ok; null when it is. */
  readonly reason: string | null;
  readonly bytes: number;
  /** In the order in which they first occur. Plain ASCII counts as utf-8. */
  readonly encodings: readonly string[];
  readonly lines: number;
  readonly ledger: Ledger;
}

export interface CaptureReport {
  readonly kind: CaptureKind;
  readonly command: string | null;
  readonly source: string;
  readonly line: number;
  readonly endLine: number;
  readonly locale: string | null;
  readonly time: string | null;
  readonly phase: string | null;
  readonly collector: string | null;
  readonly records: number;
  /** Of chimneyStats captures only. */
  readonly state?: ChimneyStatsState;
}

export interface SettingReport extends ReportPlace {
  /** The kind of capture that printed the line. */
  readonly kind: CaptureKind;
  readonly setting: SettingKey | HeuristicKey | null;
  readonly label: string;
  readonly value: string | number;
}

export interface ChimneyStatsReport extends ReportPlace {
  readonly interface: string | null;
  readonly column: string;
  readonly value: string;
}

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

/** Lines of a source that are cited, with those around them, as far as they were kept; in the order of the source. */
export interface Excerpt {
  readonly source: string;
  readonly lines: readonly { readonly line: number; readonly text: string }[];
}

/** The version of Windows, as far as it is known. */
export interface OsReport {
  readonly band: OsBand;
  /** Such as 6.1.7601; null where no capture prints it. */
  readonly build: string | null;
  /** Version text in a capture, the lines that `show global` prints, or what the user declared. */
  readonly basis: "systemInfo" | "fingerprint" | "option";
  /** The lines that tell it; none for what was declared. */
  readonly at: readonly ReportPlace[];
}

export interface HostReport {
  /** null when nothing in the sources names the host. */
  readonly host: string | null;
  readonly os: OsReport | null;
  readonly captures: readonly CaptureReport[];
  /** Features that are known to be in use, or known not to be; the others are missing. */
  readonly features: Readonly<Partial<Record<Feature, "on" | "off">>>;
  readonly summary: HostSummary;
  /** Every setting line as printed. */
  readonly settings: readonly SettingReport[];
  readonly chimneyStats: readonly ChimneyStatsReport[];
  /** The answer to why nothing, or so little, is offloaded; null until there is one. */
  readonly verdict: Verdict | null;
  /** What the rules say, in the order in which it is told. */
  readonly findings: readonly Finding[];
  /** Lines that the verdict cites, and findings that fail or are for review; bounded. */
  readonly excerpts: readonly Excerpt[];
}

export interface ReportDiagnostic extends Diagnostic {
  readonly source: string;
}

/** The result of an analysis: everything every reporter prints comes from here. It never holds the connection list. */
export interface Report {
  readonly schemaVersion: typeof SCHEMA_VERSION;
  readonly tool: { readonly name: "chimneysweep"; readonly version: string };
  readonly sources: readonly SourceReport[];
  readonly hosts: readonly HostReport[];
  /** What shows when the hosts are laid side by side; null with fewer than two. */
  readonly fleet: FleetFindings | null;
  readonly diagnostics: readonly ReportDiagnostic[];
}
