import type { Finding, Report } from "../index.ts";

/** What is new since an earlier report. */
export interface SinceBaseline {
  /** Failing findings that the earlier report does not have. */
  readonly fresh: readonly Finding[];
  /** Failing findings that it has as well. */
  readonly known: number;
  /** Failing findings that it has and that are gone. */
  readonly gone: number;
}

type Judged = Pick<Report, "hosts" | "fleet">;

/**
 * The failing findings of a report that an earlier one does not have. A finding is known by its rule and its host: lines and
 * counts change from capture to capture. Where a rule finds more than before, the rest of it is new.
 */
export function sinceBaseline(report: Judged, earlier: Judged): SinceBaseline {
  const before = new Map<string, number>();
  for (const { key } of failing(earlier)) before.set(key, (before.get(key) ?? 0) + 1);
  const fresh: Finding[] = [];
  let known = 0;
  for (const { key, finding } of failing(report)) {
    const left = before.get(key) ?? 0;
    if (left === 0) fresh.push(finding);
    else {
      known += 1;
      before.set(key, left - 1);
    }
  }
  const gone = [...before.values()].reduce((sum, left) => sum + left, 0);
  return { fresh, known, gone };
}

/** How many findings are new, in one line. */
export function sinceText({ fresh, known, gone }: SinceBaseline): string {
  return `Since the baseline: ${fresh.length} new, ${known} known, ${gone} gone`;
}

/** The failing findings, each with what it is known by. */
function failing({ hosts, fleet }: Judged): readonly { readonly key: string; readonly finding: Finding }[] {
  const lone = hosts.length === 1;
  const judged = [
    // A single host is the same one, whatever its files are called.
    ...hosts.map(({ host, captures, findings }) => ({
      name: host?.toUpperCase() ?? (lone ? "" : (captures[0]?.source ?? "")),
      findings,
    })),
    { name: "\n", findings: fleet?.findings ?? [] },
  ];
  return judged.flatMap(({ name, findings }) =>
    findings
      .filter(({ kind }) => kind === "fail")
      .map((finding) => ({ key: JSON.stringify([name, finding.rule]), finding })),
  );
}
