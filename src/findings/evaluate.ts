import { enumerated } from "../facts/in-words.ts";
import type { OsBand } from "../facts/os-bands.ts";
import { hasVanished } from "../facts/vanished-settings.ts";
import type { Evidence, EvidencePlace } from "../hosts/index.ts";
import { distinctPlaces, emptyFinding, type Finding } from "./finding.ts";
import { distinguished, fingerprintOf } from "./fingerprint.ts";
import { folded } from "./fold.ts";
import { refutation } from "./refutation.ts";
import type { Need, Observed, Rule, RuleContext } from "./rule.ts";
import { MOST_LINES, passOf, runRule } from "./run-rule.ts";
import { runnable } from "./runnable.ts";
import { sharedFinding } from "./shared.ts";
import { supplyOf } from "./supplies.ts";

/** What the rules make of a host. */
export interface Evaluation {
  /** In the order in which they are told. */
  readonly findings: readonly Finding[];
  /** Rules that could not be carried through, each with the message of its error: mistakes of this program. */
  readonly failures: readonly { readonly rule: string; readonly message: string }[];
}

/** What an evaluation is made with. */
export interface EvaluationContext extends RuleContext {
  /** Name of the host, for the fingerprints of its findings. */
  readonly host?: string | null;
}

/** What the rules say of a host: for each rule at least one finding, whatever came of it. Never throws. */
export function evaluate(evidence: Partial<Evidence>, rules: readonly Rule[], context: EvaluationContext): Evaluation {
  const failures: { rule: string; message: string }[] = [];
  const explained = new Map<string, string>();
  const findings = rules.flatMap((rule) => {
    const barrier = obstacle(rule, evidence);
    if (barrier !== undefined) return [barrier];
    const check = () => rule.check(evidence as Evidence, context); // all that the rule needs is there: no obstacle
    const { findings: found, failure } = runRule(
      rule,
      check,
      (observed) => {
        for (const other of observed.explains ?? []) explained.set(other, rule.id);
        return findingOf(rule, observed, evidence, context.host ?? null);
      },
      asItIs,
    );
    if (failure !== undefined) failures.push({ rule: rule.id, message: failure });
    return found.length > 0 ? found : [sharedFinding(rule, "pass", () => passOf(rule))];
  });
  return { findings: folded(distinguished(findings), rules, context.verdict, evidence.os?.value, explained), failures };
}

/** The finding that says why the rule can't be asked; undefined when it can. */
function obstacle(rule: Rule, evidence: Partial<Evidence>): Finding | undefined {
  const os = evidence.os?.value;
  const { appliesTo } = rule;
  if (appliesTo !== "any" && os !== undefined && !appliesTo.includes(os)) {
    return notApplicable(rule, evidence, "Not applicable to this version of Windows");
  }
  const needs: readonly Need[] = appliesTo === "any" ? rule.needs : ["os", ...rule.needs];
  const missing = needs.filter((need, at) => evidence[need] === undefined && needs.indexOf(need) === at);
  if (missing.length === 0) return refutedIn(rule, evidence);
  const gone = evidence.tcpGlobal === undefined ? undefined : missing.find((need) => hasVanished(need, os));
  if (gone !== undefined) {
    return notApplicable(rule, evidence, `This version of Windows no longer prints ${supplyOf(gone, os).title}`);
  }
  const found = sharedFinding(rule, [os, ...missing].join(), () => uncheckedFor(rule, missing, os));
  return found.kind === "notEvaluated" ? found : citingWindows(found, evidence);
}

function notApplicable(rule: Rule, evidence: Partial<Evidence>, why: string): Finding {
  return citingWindows(
    sharedFinding(rule, why, () => notAbout(rule, why)),
    evidence,
  );
}

function notAbout(rule: Rule, why: string): Finding {
  return { ...emptyFinding(rule), kind: "notApplicable", message: `${why}: ${rule.title}` };
}

/** With the lines that tell the version of Windows, which are the host's own. */
function citingWindows(finding: Finding, { os }: Partial<Evidence>): Finding {
  return os === undefined || os.at.length === 0 ? finding : { ...finding, evidence: os.at };
}

function uncheckedFor(rule: Rule, missing: readonly Need[], os: OsBand | undefined): Finding {
  const supplies = missing.map((need) => supplyOf(need, os));
  if (supplies.some(({ commands }) => commands.length === 0)) {
    return notAbout(rule, "This version of Windows has no command that shows it");
  }
  const message = `Not checked (needs ${enumerated([...new Set(supplies.map(({ title }) => title))])}): ${rule.title}`;
  const supply = [...new Set(supplies.flatMap(({ commands }) => commands))];
  return { ...emptyFinding(rule), kind: "notEvaluated", message, missing, supply };
}

function refutedIn(rule: Rule, evidence: Partial<Evidence>): Finding | undefined {
  const proof = refutation(rule.refutedBy, evidence);
  if (proof.length === 0) return undefined;
  const message = `Refuted by connections that are offloaded: ${rule.title}`;
  return { ...emptyFinding(rule), message, evidence: quoted(proof) };
}

function findingOf(rule: Rule, observed: Observed, evidence: Partial<Evidence>, host: string | null): Finding {
  const { about, message, at, severity, kind, remedy, rollback } = observed;
  const told: Finding = {
    ...emptyFinding(rule),
    kind: kind ?? (rule.remedy === null ? "review" : "fail"),
    severity: severity ?? rule.severity,
    message,
    evidence: quoted(at),
    ...(kind !== "notEvaluated" && { fingerprint: fingerprintOf(rule.id, host, about) }),
  };
  // There is nothing to mend where it is not known that something is wrong: the remedy is to capture more.
  if (kind === "notEvaluated") return { ...told, supply: remedy === undefined || remedy === null ? [] : [remedy] };
  const own = typeof rule.remedy === "function" ? rule.remedy(evidence.os?.value) : rule.remedy;
  const step = remedy === undefined ? own : remedy;
  // Where nothing is done there is nothing to take back.
  if (step === null) return told;
  const back = typeof rule.rollback === "function" ? rule.rollback(evidence) : (rule.rollback ?? null);
  return {
    ...told,
    remedy: runnable(step, evidence),
    rollback: runnable(rollback === undefined ? back : rollback, evidence),
  };
}

/** What else a fact knows of its line is no part of the finding. */
function quoted(places: readonly EvidencePlace[]): readonly EvidencePlace[] {
  return distinctPlaces(places)
    .slice(0, MOST_LINES)
    .map(({ source, line, text }) => ({ source, line, text }));
}

function asItIs(finding: Finding): Finding {
  return finding;
}
