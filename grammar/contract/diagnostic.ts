import type { Place } from "./place.ts";

/** How much a diagnostic matters, worst first: `error` = something could not be read at all, `warning` = some of it, `info` = a note. */
export const severities = ["error", "warning", "info"] as const;

export type Severity = (typeof severities)[number];

/**
 * Everything that can be said about the text itself (never about the host), with its severity. A code is never reused
 * for another meaning; its wording may change.
 */
export const diagnosticCodes = {
  // sources
  "source-missing": "error",
  "source-unreadable": "error",
  "source-skipped": "info",
  "source-empty": "warning",
  "source-binary": "error",
  "source-own-report": "info",
  "source-page": "error",
  "source-changed": "warning",
  "nothing-recognised": "error",
  // archives
  "archive-damaged": "error",
  "archive-truncated": "error",
  "archive-overlap": "error",
  "archive-repeats": "warning",
  "archive-limit": "error",
  "archive-unsupported": "error",
  "archive-multi-part": "error",
  "archive-needs-package": "error",
  "archive-ambiguous": "warning",
  "member-encrypted": "error",
  "member-method": "error",
  "member-limit": "error",
  "member-size": "error",
  "member-checksum": "warning",
  "member-name": "warning",
  "member-duplicate": "warning",
  "member-link": "info",
  // attribution
  "host-conflict": "warning",
  "host-undecided": "warning",
  "host-contradicted": "warning",
  "host-ambiguous": "warning",
  "host-declared": "warning",
  // decoding
  "encoding-guessed": "info",
  "encoding-changes": "info",
  "undecodable-bytes": "warning",
  "truncated-utf16": "warning",
  "nul-characters": "warning",
  "line-too-long": "warning",
  // segmenting
  "sources-joined": "info",
  "command-refused": "warning",
  "other-output": "info",
  "time-undecided": "warning",
  // netstat
  "unknown-offload-state": "warning",
  "unknown-connection-state": "warning",
  "unknown-row": "warning",
  "truncated-row": "warning",
  "ambiguous-row": "warning",
  "damaged-address": "warning",
  "unread-rows": "warning",
  "trailing-text": "info",
  "no-offload-column": "info",
  "duplicate-connections": "warning",
  "title-without-table": "warning",
  "table-without-rows": "info",
  "unknown-language": "info",
  // settings
  "unknown-setting": "warning",
  "unknown-value": "warning",
  "value-missing": "warning",
  "settings-by-position": "warning",
  "settings-unmatched": "warning",
  "setting-disagreement": "warning",
  "unknown-line": "warning",
  // chimneystats
  "chimneystats-unverified": "info",
  "chimneystats-unreadable": "warning",
  "ragged-row": "warning",
  // rules
  "rule-failed": "error",
  // system information
  "list-incomplete": "warning",
  // bounds
  "too-many": "info",
} as const satisfies Record<string, Severity>;

export type DiagnosticCode = keyof typeof diagnosticCodes;

/** Something about the text of a source that its reader has to know. `excerpt` is captured text and so untrusted. */
export interface Diagnostic extends Place {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly message: string;
  readonly excerpt: string;
}

/** Longest excerpt kept in a diagnostic, in UTF-16 code units: enough for a row of netstat with two long addresses. */
const EXCERPT_LENGTH = 160;

/** Makes a diagnostic of the severity that belongs to its code; the excerpt is cut, never the message. */
export function diagnostic(code: DiagnosticCode, message: string, place: Place, excerpt = ""): Diagnostic {
  const text = excerpt.length > EXCERPT_LENGTH ? `${excerpt.slice(0, EXCERPT_LENGTH)}…` : excerpt;
  return { code, severity: diagnosticCodes[code], message, line: place.line, column: place.column, excerpt: text };
}
