export type { LeftOut, RedactedSource } from "./drafts.ts";
export type { RedactedKind, Replacement } from "./pseudonyms.ts";
export { type Redaction, type RedactOptions, redact, redactedInput } from "./redact.ts";
export { KeyFault, LEAST_KEY_BYTES } from "./secret.ts";
