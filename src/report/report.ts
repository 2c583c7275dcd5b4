import type { ReportDiagnostic } from "../captures/diagnostics.ts";
import type { SourceReport } from "../captures/read-source.ts";
import type { Feature } from "../facts/features.ts";
import type { Action } from "../findings/actions.ts";
import type { Candidates } from "../findings/candidates.ts";
import type { Finding, FleetFindings } from "../findings/finding.ts";
import type { Verdict } from "../findings/verdict/index.ts";
import type { CaptureReport, ChimneyStatsReport, SettingReport } from "../hosts/collect.ts";
import type { Excerpt } from "../hosts/evidence/excerpts.ts";
import type { Ground } from "../hosts/identity/index.ts";
import type { OsFloorReport, OsReport } from "../hosts/os-band.ts";
import type { HostSummary, ReportPlace } from "../summary/connection-report.ts";

export type { ReportDiagnostic } from "../captures/diagnostics.ts";
export type { Ledger } from "../captures/ledger.ts";
export type { SourceReport, SourceStatus } from "../captures/read-source.ts";
export { type Action, undoOf } from "../findings/actions.ts";
export type { Candidates } from "../findings/candidates.ts";
export {
  BY_VERDICT,
  type Finding,
  type FindingKind,
  type FleetFinding,
  type FleetFindings,
  findingKinds,
} from "../findings/finding.ts";
export type { CaptureReport, ChimneyStatsReport, SettingReport } from "../hosts/collect.ts";
export type { EvidencePlace } from "../hosts/evidence/evidence.ts";
export type { Excerpt } from "../hosts/evidence/excerpts.ts";
export type { OsFloorReport, OsReport } from "../hosts/os-band.ts";
export type { HostSummary } from "../summary/connection-report.ts";
export * from "../summary/connection-report.ts";

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
