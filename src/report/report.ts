import type { ReportDiagnostic, SourceReport } from "../captures/index.ts";
import type { Feature } from "../facts/features.ts";
import type { Action, Candidates, Finding, FleetFindings, Verdict } from "../findings/index.ts";
import type {
  AdapterReport,
  CaptureReport,
  ChimneyStatsReport,
  Excerpt,
  Ground,
  OsFloorReport,
  OsReport,
  SettingReport,
} from "../hosts/index.ts";
import type { HostSummary, ReportPlace } from "../summary/index.ts";

export type { Ledger, ReportDiagnostic, SourceReport, SourceStatus } from "../captures/index.ts";
export type { Candidates } from "../findings/index.ts";
export {
  type Action,
  BY_VERDICT,
  type Finding,
  type FindingKind,
  type FleetFinding,
  type FleetFindings,
  findingKinds,
  severities,
  undoOf,
} from "../findings/index.ts";
export type {
  AdapterReport,
  CaptureReport,
  ChimneyStatsReport,
  EvidencePlace,
  Excerpt,
  OsFloorReport,
  OsReport,
  SettingReport,
} from "../hosts/index.ts";
export * from "../summary/connection-report.ts";
export type { HostSummary } from "../summary/index.ts";

/** Version of the shape below; additions keep it. */
export const SCHEMA_VERSION = 1;

/** Id of the element of an HTML report that holds the whole report as JSON. */
export const REPORT_ELEMENT = "chimneysweep-report";

/** How it is known of which host captures are. */
export interface Identity {
  /** All forms of the name, as printed; the longest one is the host's. None when nothing names it. */
  readonly names: readonly string[];
  readonly because: readonly IdentityReason[];
}

/** Why captures of a source are of the host. */
export interface IdentityReason {
  readonly source: string;
  readonly ground: Ground;
  /** The name as printed, what names it ("systeminfo", "the prompt"), and where; null as far as nothing does. */
  readonly name: string | null;
  readonly by: string | null;
  readonly at: ReportPlace | null;
}

export interface HostReport {
  /** null when nothing in the sources names the host. */
  readonly host: string | null;
  /** Missing in reports of versions before 0.2. */
  readonly identity?: Identity;
  readonly os: OsReport | null;
  /** Where `os` is not known: the earliest Windows that can have printed what was captured, as far as that is known. */
  readonly osFloor?: OsFloorReport;
  readonly captures: readonly CaptureReport[];
  /** Features that are known to be in use, or known not to be; the others are missing. */
  readonly features: Readonly<Partial<Record<Feature, "on" | "off">>>;
  readonly summary: HostSummary;
  /** Every setting line as printed. */
  readonly settings: readonly SettingReport[];
  readonly chimneyStats: readonly ChimneyStatsReport[];
  /** Its network adapters; missing when nothing of them was captured. */
  readonly adapters?: readonly AdapterReport[];
  /** Of the eligible connections those that could be offloaded; null without a table that shows it, missing before 0.2. */
  readonly candidates?: Candidates | null;
  /** The answer to why nothing, or so little, is offloaded; null until there is one. */
  readonly verdict: Verdict | null;
  /** What the rules say, in the order in which it is told. */
  readonly findings: readonly Finding[];
  /** What to do, in order, each command once. Missing in reports of versions before 0.2. */
  readonly actions?: readonly Action[];
  /** Lines that the verdict cites, and findings that fail or are for review; bounded. */
  readonly excerpts: readonly Excerpt[];
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
