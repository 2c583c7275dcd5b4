import { hasVanished } from "../facts/vanished-settings.ts";
import type { Evidence, EvidencePlace } from "../hosts/evidence/evidence.ts";
import { distinctPlaces, type Finding, inOrder, untold } from "./finding.ts";
import type { Need, Observed, Rule, RuleContext } from "./rule.ts";
import { supplyOf } from "./supplies.ts";

/** What the rules make of a host. */
export interface Evaluation {
  /** In the order in which they are told. */
  readonly findings: readonly Finding[];
  /** Rules that could not be carried through, each with the message of its error: mistakes of this program. */
  readonly failures: readonly { readonly rule: string; readonly message: string }[];
}

/** Findings of one rule for one host; a text with thousands of faults is not to make a report of thousands of pages. */
const MOST_OF_A_RULE = 50;

/** Lines quoted in one finding. */
const MOST_LINES = 20;

/** What the rules say of a host: for each rule at least one finding, whatever came of it. Never throws. */
export function evaluate(evidence: Partial<Evidence>, rules: readonly Rule[], context: RuleContext): Evaluation {
  const failures: { rule: string; message: string }[] = [];
  const findings = rules.flatMap((rule) => {
    const barrier = obstacle(rule, evidence);
    if (barrier !== undefined) return [barrier];
    const { found, failure } = findingsOf(rule, evidence, context);
    if (failure !== undefined) {
      failures.push({ rule: rule.id, message: failure });
      return [...found, ownFailure(rule, failure)];
    }
    return found.length > 0 ? found : [pass(rule)];
  });
  return { findings: findings.sort(inOrder), failures };
}

/** The finding that says why the rule can't be asked; undefined when it can. */
function obstacle(rule: Rule, evidence: Partial<Evidence>): Finding | undefined {
  const os = evidence.os?.value;
  const { appliesTo } = rule;
  if (appliesTo !== "any" && os !== undefined && !appliesTo.includes(os)) {
    const message = `Not about this version of Windows: ${rule.title}`;
    return { ...untold(rule), kind: "notApplicable", message, evidence: evidence.os?.at ?? [] };
  }
  const needs: readonly Need[] = appliesTo === "any" ? rule.needs : ["os", ...rule.needs];
  const missing = [...new Set(needs)].filter((need) => evidence[need] === undefined);
  if (missing.length === 0) return undefined;
  const gone = evidence.tcpGlobal === undefined ? undefined : missing.find((need) => hasVanished(need, os));
  if (gone !== undefined) {
    const message = `This version of Windows no longer prints ${supplyOf(gone, os).title}: ${rule.title}`;
    return { ...untold(rule), kind: "notApplicable", message, evidence: evidence.os?.at ?? [] };
  }
  const supplies = missing.map((need) => supplyOf(need, os));
  const message = `Not checked for want of ${listed(supplies.map(({ title }) => title))}: ${rule.title}`;
  const supply = [...new Set(supplies.flatMap(({ commands }) => commands))];
  return { ...untold(rule), kind: "notEvaluated", message, missing, supply };
}

/** What the check yields; with the message of its error if it fails. */
function findingsOf(
  rule: Rule,
  evidence: Partial<Evidence>,
  context: RuleContext,
): { readonly found: readonly Finding[]; readonly failure?: string } {
  const found: Finding[] = [];
  try {
    // All that the rule needs is there: `obstacle` has looked.
    for (const observed of rule.check(evidence as Evidence, context)) {
      const last = found.at(-1);
      if (last !== undefined && found.length === MOST_OF_A_RULE) return { found: found.with(-1, cutOff(last)) };
      found.push(findingOf(rule, observed, evidence));
    }
  } catch (error) {
    return { found, failure: error instanceof Error ? error.message : String(error) };
  }
  return { found };
}

/** The last finding that is told says that there are more. */
function cutOff(last: Finding): Finding {
  return { ...last, message: `${last.message} There are more of these, which are not listed.` };
}

function findingOf(rule: Rule, observed: Observed, evidence: Partial<Evidence>): Finding {
  const { message, at, severity, kind, remedy, rollback } = observed;
  const told: Finding = {
    ...untold(rule),
    kind: kind ?? "fail",
    severity: severity ?? rule.severity,
    message,
    evidence: quoted(at),
  };
  // There is nothing to mend where it is not known that something is wrong: the remedy is to capture more.
  if (kind === "notEvaluated") return { ...told, supply: remedy === undefined ? [] : [remedy] };
  return {
    ...told,
    remedy: remedy ?? (typeof rule.remedy === "string" ? rule.remedy : rule.remedy(evidence.os?.value)),
    rollback: rollback ?? (typeof rule.rollback === "function" ? rule.rollback(evidence) : (rule.rollback ?? null)),
  };
}

/** What else a fact knows of its line is no part of the finding. */
function quoted(places: readonly EvidencePlace[]): readonly EvidencePlace[] {
  return distinctPlaces(places)
    .slice(0, MOST_LINES)
    .map(({ source, line, text }) => ({ source, line, text }));
}

function ownFailure(rule: Rule, failure: string): Finding {
  return { ...untold(rule), kind: "fail", severity: "error", message: `The rule itself failed: ${failure}` };
}

function pass(rule: Rule): Finding {
  return { ...untold(rule), kind: "pass", message: `Checked, and not so: ${rule.title}` };
}

function listed(titles: readonly string[]): string {
  const different = [...new Set(titles)];
  const last = different.at(-1) ?? "";
  return different.length < 2 ? last : `${different.slice(0, -1).join(", ")} and ${last}`;
}
