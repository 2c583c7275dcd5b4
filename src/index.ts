export type { Connection, Diagnostic, LineClass, OffloadState, Place, SettingKey } from "../grammar/index.ts";
export { type CaptureKind, grammars } from "../grammar/index.ts";
export {
  type AnalyzeInput,
  type AnalyzeOptions,
  analyze,
  type UnreadSource,
} from "./analyze.ts";
export { batchFile, powershellScript } from "./capture-script/index.ts";
export { catalogue, type RuleDescription } from "./catalogue.ts";
export {
  type Comparison,
  capturedSide,
  compareMomentsOf,
  compareSides,
  type HostComparison,
  reportedSide,
  type Side,
  type UnpairedHost,
} from "./compare/index.ts";
export { encodingNamed, supportedEncodings } from "./decode.ts";
export type { AnyCapture, Capture, ConnectionRow, Provenance } from "./evidence.ts";
export { type Feature, features } from "./facts/features.ts";
export { glossary, type Term, term } from "./facts/glossary.ts";
export { type OsBand, osBands } from "./facts/os-bands.ts";
export { type BundleEntry, type Fleet, mergeRollups, type Rollup, rollupOf } from "./fleet/index.ts";
export type { ClassifiedLine } from "./ledger.ts";
export { looksLikeReport, readReport } from "./read-report.ts";
export type * from "./report.ts";
export { thresholdFault, thresholdNames } from "./rules/config.ts";
export type { FleetObserved, FleetRule } from "./rules/fleet-rule.ts";
export { fleetRules, rules } from "./rules/index.ts";
export type { EvidencePlace, Example, Need, Reference, Rule } from "./rules/rule.ts";
export { type ThresholdName, type Thresholds, thresholds } from "./rules/thresholds.ts";
export { type SchemaName, schemas, type Validation, validated } from "./schemas/index.ts";
export type { Source } from "./source-text.ts";
export { VERSION } from "./version.ts";
