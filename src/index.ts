export type { Connection, Diagnostic, LineClass, OffloadState, Place, SettingKey } from "../grammar/index.ts";
export { type CaptureKind, grammars } from "../grammar/index.ts";
export { analyze } from "./analyze.ts";
export { type AnalyzeOptions, OptionFault } from "./analyze-options.ts";
export { batchFile, powershellScript } from "./capture-script/index.ts";
export type { AnyCapture, Capture, ClassifiedLine, Provenance } from "./captures/index.ts";
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
export { type CompanionFacts, companionNamed, companionNames } from "./facts/companion-lookup.ts";
export { type DeclaredFeature, type Feature, features } from "./facts/features.ts";
export { glossary, type Term, term } from "./facts/glossary.ts";
export { type Hotfix, hotfix } from "./facts/hotfixes.ts";
export { type OsBand, osBands } from "./facts/os-bands.ts";
export { type ReportWord, reportWord, reportWords } from "./facts/report-words.ts";
export { type ThresholdName, type Thresholds, thresholds } from "./facts/thresholds.ts";
export { bandNamed } from "./facts/windows-names.ts";
export type { Example, FleetObserved, FleetRule, Need, Reference, Rule } from "./findings/index.ts";
export {
  catalogue,
  fleetRules,
  type RuleDescription,
  rules,
  thresholdFault,
  thresholdNames,
  type VerdictMeaning,
  verdictMeanings,
} from "./findings/index.ts";
export { type BundleEntry, type Fleet, mergeRollups, type Rollup, rollupOf, rollupReport } from "./fleet/index.ts";
export type { EvidencePlace } from "./hosts/index.ts";
export {
  KeyFault,
  type LeftOut,
  type RedactedKind,
  type RedactedSource,
  type Redaction,
  type RedactOptions,
  type Replacement,
  redact,
  redactedInput,
} from "./redact/index.ts";
export {
  bundleColumns,
  type Cell,
  type Column,
  type ColumnType,
  recordOf,
  type TableName,
  tableNames,
  tables,
  VERSION,
} from "./report/index.ts";
export type * from "./report/report.ts";
export {
  type ComparisonFormat,
  type CsvOptions,
  comparisonFormats,
  comparisonReporters,
  csvOf,
  defaultCsvOptions,
  type Paint,
  plain,
  type Rendering,
  type Reporter,
  type ReporterName,
  type ReporterOptions,
  reporterNames,
  reporters,
  usuallyShown,
} from "./reporters/index.ts";
export { type SchemaName, schemas, type Validation, validated } from "./schemas/index.ts";
export { looksLikeReport, looksLikeRollup, readReport } from "./schemas/read-report.ts";
export type { ConnectionRow } from "./summary/index.ts";
export type { AnalyzeInput, Chunk, Content, NamedContent, Remark, Signal, Source, UnreadSource } from "./text/index.ts";
export { type EncodingName, encodingNamed, InputFault, supportedEncodings } from "./text/index.ts";
