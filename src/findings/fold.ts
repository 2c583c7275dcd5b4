import type { OsBand } from "../facts/os-bands.ts";
import { BY_VERDICT, type Finding, inOrder } from "./finding.ts";
import type { Rule } from "./rule.ts";
import type { VerdictCode } from "./verdict/rows.ts";

/**
 * One fact, one finding: what another finding or the verdict explains is folded into it. It stays in the list, as a
 * review that names what explains it, and has no remedy of its own. Declared in the rules, `impliedBy` and `saidBy`, and
 * by what a check yields: `explains`, given as the causes of each rule.
 */
export function folded(
  findings: readonly Finding[],
  rules: readonly Rule[],
  verdict: VerdictCode | undefined,
  os: OsBand | undefined,
  explained: ReadonlyMap<string, string> = new Map(),
): readonly Finding[] {
  const live = new Set(findings.filter(isLive).map(({ rule }) => rule));
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const explanationOf = (id: string): string | null => {
    const rule = byId.get(id);
    if (rule === undefined) return null;
    const shared = explained.get(id);
    const causes = [...(shared === undefined ? [] : [shared]), ...impliedBy(rule, os)];
    const cause = causes.find((other) => live.has(other));
    // What explains the cause explains what follows from it.
    if (cause !== undefined) return explanationOf(cause) ?? cause;
    return verdict !== undefined && rule.saidBy?.includes(verdict) === true ? BY_VERDICT : null;
  };
  return findings
    .map((finding) => {
      const explainedBy = isLive(finding) ? explanationOf(finding.rule) : null;
      if (explainedBy === null) return finding;
      return { ...finding, kind: "review" as const, explainedBy, remedy: null, rollback: null };
    })
    .sort(inOrder);
}

function isLive({ kind }: Finding): boolean {
  return kind === "fail" || kind === "review";
}

/** The rules whose findings explain those of a rule. */
export function impliedBy(
  { impliedBy: causes = [] }: Pick<Rule, "impliedBy">,
  os: OsBand | undefined,
): readonly string[] {
  return typeof causes === "function" ? causes(os) : causes;
}
