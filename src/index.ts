export type { Connection, Diagnostic, LineClass, OffloadState, Place, SettingKey } from "../grammar/index.ts";
export { type CaptureKind, grammars } from "../grammar/index.ts";
export { type AnalyzeInput, type AnalyzeOptions, analyze } from "./analyze.ts";
export { batchFile, powershellScript } from "./capture-script/index.ts";
export type { AnyCapture, Capture, Provenance } from "./captures/capture.ts";
export type { ClassifiedLine } from "./captures/ledger.ts";
export {
  type Comparison,
  capturedSide,
  compareMomentsOf,
  compareSides,
  type HostComparison,
  type ReadAlong,
  type ReadCaptures,
  reportedSide,
  type Side,
  type UnpairedHost,
} from "./compare/index.ts";
export { type Feature, features } from "./facts/features.ts";
export { glossary, type Term, term } from "./facts/glossary.ts";
export { type OsBand, osBands } from "./facts/os-bands.ts";
export { type ThresholdName, type Thresholds, thresholds } from "./facts/thresholds.ts";
export { bandNamed } from "./facts/windows-names.ts";
export { catalogue, type RuleDescription } from "./findings/catalogue.ts";
export { thresholdFault, thresholdNames } from "./findings/config.ts";
export type { FleetObserved, FleetRule } from "./findings/fleet-rule.ts";
export type { Example, Need, Reference, Rule } from "./findings/rule.ts";
export { fleetRules, rules } from "./findings/rules/index.ts";
export { type BundleEntry, type Fleet, mergeRollups, type Rollup, rollupOf } from "./fleet/index.ts";
export type { EvidencePlace } from "./hosts/evidence/evidence.ts";
export type * from "./report/report.ts";
export { VERSION } from "./report/version.ts";
export { type SchemaName, schemas, type Validation, validated } from "./schemas/index.ts";
export { looksLikeReport, readReport } from "./schemas/read-report.ts";
export type { ConnectionRow } from "./summary/index.ts";
export { encodingNamed, supportedEncodings } from "./text/encodings/index.ts";
export type { Source, UnreadSource } from "./text/source.ts";
