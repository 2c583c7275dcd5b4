import type { Part } from "../../contract/lines.ts";
import type { Draft, DraftHost } from "../../contract/sheet.ts";

/** One service of `sc query`, `net start` or Get-Service. */
export interface ServiceLine {
  /** Line in its source, 1-based. */
  readonly line: number;
  /** Short name (PolicyAgent) where it is printed. */
  readonly name: string | null;
  readonly displayName: string | null;
  /** `net start` lists running ones only. Other states as printed, in lower case. */
  readonly state: "running" | "stopped" | (string & {});
}

/** A service as it is listed, with the computer where that stands beside it. */
export interface ListedService extends Draft<ServiceLine> {
  readonly host?: DraftHost | undefined;
}

/** Consecutive lines and the services that they list. */
export type ServicesPart = Part<readonly ListedService[]>;
