import type { AnalyzeInput, Source } from "../text/index.ts";
import type { RedactedSource } from "./drafts.ts";
import type { Redaction, RedactOptions } from "./redact.ts";

export type { LeftOut, RedactedSource } from "./drafts.ts";
export { KeyFault } from "./key-fault.ts";
export type { RedactedKind, Replacement } from "./pseudonyms.ts";
export type { Redaction, RedactOptions } from "./redact.ts";

// The room is loaded when it is first entered: its words and its hashes are a tenth of all there is to load, and most who
// start the program redact nothing.

/**
 * Captures with addresses, names and identifiers replaced. The input is opened twice and never changed. What is handed
 * on is read once more, and compared with what was read of the originals.
 */
export async function redact(open: () => AnalyzeInput, options: RedactOptions): Promise<Redaction> {
  return (await import("./redact.ts")).redact(open, options);
}

/** The sources as they are handed on, to be read like files. */
export async function* redactedInput(sources: readonly RedactedSource[]): AsyncGenerator<Source> {
  yield* (await import("./redact.ts")).redactedInput(sources);
}
