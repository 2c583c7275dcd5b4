export { isAddress } from "../../grammar/markers/index.ts";
export { type AnyCapture, type Capture, isTable, isTableKind, type Provenance, type TableCapture } from "./capture.ts";
export { quotableTable } from "./captured-rows.ts";
export { type DiagnosticLog, diagnosticsOf, emptyLog, note, type ReportDiagnostic } from "./diagnostics.ts";
export type { NameClaim } from "./host-names.ts";
export { type ClassifiedLine, emptyLedger, type Ledger } from "./ledger.ts";
export { type ReadOptions, readSource, type SourceReport, type SourceStatus } from "./read-source.ts";
export { labelOf, NETBIOS_LENGTH } from "./same-host.ts";
export { NO_CAPTURE } from "./source-text.ts";
