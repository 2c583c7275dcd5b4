import { type Severity, severities } from "../../grammar/index.ts";
import type { EvidencePlace } from "../hosts/index.ts";
import { compareTexts } from "../text/index.ts";
import type { Need } from "./rule.ts";

/**
 * What came of a rule for a host: something is wrong · worth a look · not to be told from the captures · all is well ·
 * not about this version of Windows. The order is that of findings in a report.
 */
export const findingKinds = ["fail", "review", "notEvaluated", "pass", "notApplicable"] as const;

export type FindingKind = (typeof findingKinds)[number];

/** Stands for the verdict where it explains a finding; no rule has this id. */
export const BY_VERDICT = "verdict";

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
  /**
   * The rule whose finding this one follows from, or "verdict" where the verdict says it already; null for others. Missing
   * in reports of versions before 0.2.
   */
  readonly explainedBy?: string | null;
  /**
   * What it is known by from run to run: of its rule, its host and what it is about. What is wrong or doubtful has one,
   * but not in reports of versions before 0.2.
   */
  readonly fingerprint?: string;
}

/** The outcome of one rule for several hosts laid side by side. */
export interface FleetFinding extends Finding {
  /** The hosts it is about, the odd ones where it is clear which those are; bounded. A name may occur in several bundles. */
  readonly hosts: readonly { readonly host: string | null; readonly bundle: string | null }[];
}

/** What comparing the hosts of a run comes to. */
export interface FleetFindings {
  /** In the order in which they are told. */
  readonly findings: readonly FleetFinding[];
}

/** One empty list for all of them: of thousands of hosts, most findings cite and ask for nothing. */
const none: readonly never[] = Object.freeze([]);

/** The outcome of a rule of which nothing is told yet. */
export function emptyFinding({ id, severity }: { readonly id: string; readonly severity: Severity }): Finding {
  const nothing = { evidence: none, missing: none, supply: none, remedy: null, rollback: null, explainedBy: null };
  return { rule: id, kind: "pass", severity, message: "", ...nothing };
}

/** The places without those that stand there before: two facts may rest on one line, which is quoted once. */
export function distinctPlaces(places: readonly EvidencePlace[]): readonly EvidencePlace[] {
  return places.filter(
    (place, index) => places.findIndex(({ source, line }) => source === place.source && line === place.line) === index,
  );
}

/** What is wrong first, the worst of it before the rest; what is not to be told from the captures before what is well. */
export function inOrder(a: Finding, b: Finding): number {
  return (
    findingKinds.indexOf(a.kind) - findingKinds.indexOf(b.kind) ||
    (a.kind === "fail" ? severities.indexOf(a.severity) - severities.indexOf(b.severity) : 0) ||
    compareTexts(a.rule, b.rule) ||
    byPlace(a.evidence[0], b.evidence[0])
  );
}

function byPlace(a: EvidencePlace | undefined, b: EvidencePlace | undefined): number {
  if (a === undefined || b === undefined) return 0;
  return compareTexts(a.source, b.source) || a.line - b.line;
}
