import type { DiagnosticCode } from "../../grammar/index.ts";

/** Bytes with a name. Reading them may fail at any point; what was read until then counts. */
export interface Source {
  /** As the reader knows it: a path as it was given, `stdin`, `bundle.zip!member`. */
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
  /**
   * Set for one file of a bundle, most of which are nothing of ours: its text is only read when its bytes hold a word
   * that captures have.
   */
  readonly isOneOfMany?: true;
  /** What is odd about the source though it can be read: its name, a twin of the same name. */
  readonly remarks?: readonly Remark[];
}

/** Something to be told of a source before its text is. `excerpt` is untrusted. */
export interface Remark {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly excerpt: string;
}

/** What `bytes` of a source throws when it is known what is wrong; whatever else it throws is `source-unreadable`. */
export class SourceFault extends Error {
  readonly code: DiagnosticCode;

  constructor(code: DiagnosticCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** A source that was not read, or an archive that could not be read to its end; it still has its place in the report. */
export interface UnreadSource {
  readonly name: string;
  readonly status: "failed" | "partial" | "skipped";
  /** Null where nothing is amiss and the reason says it all, as for the event logs in a bundle. */
  readonly code: DiagnosticCode | null;
  readonly reason: string;
}
