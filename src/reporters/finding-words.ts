import type { Finding, FindingKind, HostReport } from "../report/report.ts";
import { counted } from "./figures.ts";

/** The title over the findings of a kind. */
export const findingTitles: { readonly [K in FindingKind]: string } = {
  fail: "Findings",
  review: "To review",
  notEvaluated: "Not checked",
  pass: "Checked and in order",
  notApplicable: "Not about this version of Windows",
};

/** An option of ours that stands in for a capture. */
const DECLARATION = /^--context ([a-z0-9-]+) or --context no-/;

/** How many findings there are of each severity, for one row of an overview. */
export function findingCounts({ findings }: HostReport): string {
  const counts = (["error", "warning", "info"] as const).flatMap((severity) => {
    const number = findings.filter((one) => one.kind === "fail" && one.severity === severity).length;
    return number === 0 ? [] : [counted(number, severity === "info" ? "note" : severity)];
  });
  return counts.join(", ");
}

/** The commands that supply what findings want for, each with the number of findings; the most wanted first. */
export function commandsOf(unchecked: readonly Finding[]): readonly (readonly [string, number])[] {
  return countsOf(unchecked.flatMap(({ supply }) => supply.filter((one) => !DECLARATION.test(one))));
}

/** The names of what may be declared instead of captured, the most wanted first. */
export function declarationsOf(unchecked: readonly Finding[]): readonly string[] {
  const names = unchecked.flatMap(({ supply }) => supply.flatMap((one) => DECLARATION.exec(one)?.[1] ?? []));
  return countsOf(names).map(([name]) => name);
}

/** Each distinct text with how often it occurs, the most frequent first, then by the alphabet. */
function countsOf(texts: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
}
