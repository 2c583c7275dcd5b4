export type { BundleEntry } from "./bundle.ts";
export { fleetHost, fleetReport } from "./fleet-report.ts";
export { hostEntry } from "./host-entry.ts";
export { type EvaluationOptions, hostReport } from "./host-report.ts";
export { isBatchReport, isOwnOutput, isReport, isRollup } from "./own-output.ts";
export {
  type AcrossSnapshots,
  type Action,
  type AdapterReport,
  BY_VERDICT,
  type Candidates,
  type CaptureReport,
  type ChimneyStatsReport,
  type EligibleRatio,
  type EvidencePlace,
  type Excerpt,
  type ExclusionReason,
  type Finding,
  type FindingKind,
  type FleetFinding,
  type FleetFindings,
  findingKinds,
  type Group,
  type Groups,
  type HostReport,
  type HostSummary,
  type Identity,
  type IdentityReason,
  type Ledger,
  type NotCountedReason,
  type Observation,
  type OsFloorReport,
  type OsReport,
  REPORT_ELEMENT,
  type Report,
  type ReportDiagnostic,
  type ReportPlace,
  SCHEMA_VERSION,
  type SettingReport,
  type Snapshot,
  type SourceReport,
  type SourceStatus,
  severities,
  undoOf,
} from "./report.ts";
export { type SharedReport, withOwnFindings, withSharedFindings } from "./shared-findings.ts";
export {
  bundleColumns,
  type Cell,
  type Column,
  type ColumnType,
  connections,
  recordOf,
  type TableName,
  tableNames,
  tables,
} from "./tables/index.ts";
export { unpackedBytes } from "./unpacked.ts";
export { VERSION } from "./version.ts";
