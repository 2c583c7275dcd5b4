import type { HostEntry } from "../findings/index.ts";
import type { SourceStatus } from "./report.ts";

/** What is kept of one bundle in a roll-up: enough to compare hosts, little enough for thousands of bundles. */
export interface BundleEntry {
  /** The path as it was given, archives by their own name. */
  readonly name: string;
  /** Tells bundles with other bytes apart: of the size, the beginning and the end of the file, or of a folder's files. */
  readonly fingerprint: string;
  readonly status: SourceStatus;
  /** Why the status is not ok; null when it is. */
  readonly reason: string | null;
  readonly bytes: number;
  /** How many sources there were in it, by status. */
  readonly sources: { readonly [K in SourceStatus]: number };
  readonly diagnostics: { readonly error: number; readonly warning: number; readonly info: number };
  readonly hosts: readonly HostEntry[];
}
