import type { Severity } from "../grammar/index.ts";
import type { EvidencePlace, Need } from "./rules/rule.ts";

/**
 * What came of a rule for a host: something is wrong · worth a look · not to be told from the captures · all is well ·
 * not about this version of Windows. The order is that of findings in a report.
 */
export const findingKinds = ["fail", "review", "notEvaluated", "pass", "notApplicable"] as const;

export type FindingKind = (typeof findingKinds)[number];

/** The outcome of one rule for one host; a rule that finds several things has a finding for each. */
export interface Finding {
  /** Id of the rule. */
  readonly rule: string;
  readonly kind: FindingKind;
  readonly severity: Severity;
  readonly message: string;
  /** Lines of captures that show it, in the order of the argument. */
  readonly evidence: readonly EvidencePlace[];
  /** What was not captured, when nothing could be said for want of it. */
  readonly missing: readonly Need[];
  /** Commands and options that supply what is missing. */
  readonly supply: readonly string[];
  /** The command or step that mends it; null where nothing is to be mended. */
  readonly remedy: string | null;
  /** The command that takes the remedy back; null where it changes nothing on the host. */
  readonly rollback: string | null;
}
