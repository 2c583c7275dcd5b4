import type { Part } from "../../contract/lines.ts";
import type { Draft } from "../../contract/sheet.ts";

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

/** Consecutive lines and the services that they list. */
export type ServicesPart = Part<readonly Draft<ServiceLine>[]>;
