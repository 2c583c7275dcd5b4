import { BY_VERDICT, type Finding } from "../report/index.ts";

/** Findings that stand by themselves: what another finding or the verdict explains is shown below that. */
export function ownFindings<F extends Finding>(findings: readonly F[]): readonly F[] {
  return findings.filter(({ explainedBy = null }) => explainedBy === null);
}

/** What a finding explains, one line each; it stands below the first finding of the rule. */
export function explainedLines(finding: Finding, findings: readonly Finding[]): readonly string[] {
  if (findings.find(({ rule }) => rule === finding.rule) !== finding) return [];
  return findings
    .filter(({ explainedBy }) => explainedBy === finding.rule)
    .map(({ message, rule }) => `${/^.*?[.:](?= |$)/.exec(message)?.[0].replace(/:$/, ".") ?? message} [${rule}]`);
}

/** The rules whose findings the verdict says already. */
export function saidByVerdict(findings: readonly Finding[]): readonly string[] {
  return [...new Set(findings.filter((one) => one.explainedBy === BY_VERDICT).map(({ rule }) => rule))];
}
