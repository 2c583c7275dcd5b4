export { type AnyCapture, type Capture, isTable, isTableKind, type Provenance, type TableCapture } from "./capture.ts";
export { labelOf, NETBIOS_LENGTH } from "./collectors/same-host.ts";
export { type DiagnosticLog, diagnosticsOf, emptyLog, note, type ReportDiagnostic } from "./diagnostics.ts";
export type { NameClaim } from "./host-names.ts";
export { type ClassifiedLine, emptyLedger, type Ledger } from "./ledger.ts";
export { type ReadOptions, readSource, type SourceReport, type SourceStatus } from "./read-source.ts";
export { NO_CAPTURE } from "./source-text.ts";
