import { type Finding, findingKinds, severities } from "../report/index.ts";
import { type FindingChange, type FindingSide, findingChanges } from "./comparison.ts";

/** What the findings of one rule come to on one side. A rule that found something may have been unable to tell of the rest. */
interface Outcome {
  readonly problems: readonly Finding[];
  /** True where the rule was asked and could tell. */
  readonly isTold: boolean;
  readonly unchecked: Finding | undefined;
  /** `pass` or `notApplicable`. */
  readonly fine: Finding | undefined;
}

type Pair = readonly [before: Finding, after: Finding];

/**
 * What the rules say otherwise than before: by rule, and within a rule by what is said. Only a rule that could be evaluated
 * on both sides can have something new or fixed. A report that leaves kinds of findings out says nothing of their rules.
 */
export function findingsChanged(before: readonly Finding[], after: readonly Finding[]): readonly FindingChange[] {
  const [earlier, later] = [byRule(before), byRule(after)];
  const rules = [...new Set([...later.keys(), ...earlier.keys()])].sort();
  const changes = rules.flatMap((rule) => changesOf(rule, outcomeOf(earlier.get(rule)), outcomeOf(later.get(rule))));
  return changes.sort(inOrder);
}

function byRule(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const rules = new Map<string, Finding[]>();
  for (const finding of findings) {
    const others = rules.get(finding.rule);
    if (others === undefined) rules.set(finding.rule, [finding]);
    else others.push(finding);
  }
  return rules;
}

function outcomeOf(findings: readonly Finding[] = []): Outcome {
  const unchecked = findings.find(({ kind }) => kind === "notEvaluated");
  return {
    problems: findings.filter(({ kind }) => kind === "fail" || kind === "review"),
    isTold: unchecked === undefined && findings.length > 0,
    unchecked,
    fine: findings.find(({ kind }) => kind === "pass" || kind === "notApplicable"),
  };
}

function changesOf(rule: string, before: Outcome, after: Outcome): readonly FindingChange[] {
  const { pairs, gone, come } = paired(before.problems, after.problems);
  const changed = pairs.filter(([one, other]) => !isSame(one, other));
  const said = { rule, supply: after.unchecked?.supply ?? [] };
  const lost = after.isTold ? "fixed" : "visibilityLost";
  const gained = before.isTold ? "new" : "visibilityGained";
  return [
    ...changed.map(([one, other]) => ({ ...said, change: "changed" as const, ...sides(one, other) })),
    ...gone.map((one) => ({ ...said, change: lost, ...sides(one, after.unchecked ?? after.fine) }) as const),
    ...come.map((other) => ({ ...said, change: gained, ...sides(before.unchecked ?? before.fine, other) }) as const),
    // What was in order, and can't be told to be so any more.
    ...(isInSight(before) && after.unchecked !== undefined && after.problems.length === 0
      ? [{ ...said, change: "visibilityLost" as const, ...sides(before.fine, after.unchecked) }]
      : []),
    ...(isInSight(after) && before.unchecked !== undefined && before.problems.length === 0
      ? [{ ...said, change: "visibilityGained" as const, ...sides(before.unchecked, after.fine) }]
      : []),
  ];
}

function isInSight({ fine, unchecked }: Outcome): boolean {
  return fine?.kind === "pass" && unchecked === undefined;
}

/** The problems that are one before and after: by their words first, then in their order, since counts in words change. */
function paired(before: readonly Finding[], after: readonly Finding[]) {
  const pairs: Pair[] = [];
  const come: Finding[] = [];
  const gone = [...before];
  for (const finding of after) {
    const at = gone.findIndex(({ message }) => message === finding.message);
    const [same] = at < 0 ? [] : gone.splice(at, 1);
    if (same === undefined) come.push(finding);
    else pairs.push([same, finding]);
  }
  const common = Math.min(gone.length, come.length);
  for (const [at, one] of gone.splice(0, common).entries()) {
    const other = come[at];
    if (other !== undefined) pairs.push([one, other]);
  }
  return { pairs, gone, come: come.slice(common) };
}

/** Lines move from capture to capture: what is said counts, and how bad it is. */
function isSame(a: Finding, b: Finding): boolean {
  return a.kind === b.kind && a.severity === b.severity && a.message === b.message;
}

function sides(before: Finding | undefined, after: Finding | undefined) {
  return { before: sideOf(before), after: sideOf(after) };
}

function sideOf(finding: Finding | undefined): FindingSide | null {
  if (finding === undefined) return null;
  const { kind, severity, message } = finding;
  return { kind, severity, message };
}

/** What is new first; within that what is wrong before the rest, by severity. */
function inOrder(a: FindingChange, b: FindingChange): number {
  return (
    findingChanges.indexOf(a.change) - findingChanges.indexOf(b.change) ||
    worth(a) - worth(b) ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  );
}

function worth({ before, after, change }: FindingChange): number {
  const side = (change === "fixed" || change === "visibilityLost" ? before : after) ?? before ?? after;
  if (side === null) return 0;
  return findingKinds.indexOf(side.kind) * severities.length + severities.indexOf(side.severity);
}
