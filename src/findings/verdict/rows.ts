import type { Condition, Dimension } from "./situations.ts";

/** The answers there are, one word each. Scripts may rely on them. */
export const verdictCodes = [
  "contradiction",
  "chimneyRemoved",
  "chimneyDisabled",
  "chimneyDisabledByStatistics",
  "adapterOff",
  "uploadingOnly",
  "blockedByFeature",
  "nothingCaptured",
  "settingUnknown",
  "lineMissing",
  "lineMissingOnOlderWindows",
  "tableMissing",
  "columnMissing",
  "rowsUnread",
  "noneEligible",
  "tooFew",
  "automaticNothingOffloaded",
  "portsExcluded",
  "enabledNothingOffloaded",
  "enabledUnexplained",
  "worksOutsideTheShare",
  "partlyOffloadedAutomatic",
  "partlyOffloaded",
  "everythingOffloaded",
] as const;

export type VerdictCode = (typeof verdictCodes)[number];

/** One answer, and the situations it is for. */
export interface VerdictRow {
  readonly verdict: VerdictCode;
  /** It is for the situations in which one of these holds. */
  readonly when: readonly Condition[];
  /** With {counts}, {windows}, {setting}, {blocking} and {open} where those stand. */
  readonly statement: string;
  /** What it rests on: the lines of these are quoted. */
  readonly because: readonly Dimension[];
  /** What would tell more, as far as it is not known: the commands that supply it are named. */
  readonly open?: readonly Dimension[];
  /** What has to be captured anew even though it was. */
  readonly again?: readonly Dimension[];
}
