import type { Finding, Report } from "../report.ts";
import { reportTable } from "./table.ts";

interface FindingRow {
  readonly host: string | null;
  readonly finding: Finding;
}

/**
 * What came of every rule for every host, one row a finding; then, without a host, what shows between several hosts. Place and evidence are those of its first line; where it
 * rests on several, JSON has them all. What was not checked has the commands that supply what is missing as its remedy.
 */
export const findings = reportTable<FindingRow>(
  {
    name: "findings",
    columns: [
      { name: "host", type: "text", cell: (row) => row.host },
      { name: "rule", type: "text", cell: (row) => row.finding.rule },
      { name: "kind", type: "text", cell: (row) => row.finding.kind },
      { name: "severity", type: "text", cell: (row) => row.finding.severity },
      { name: "message", type: "text", cell: (row) => row.finding.message },
      { name: "source", type: "text", cell: (row) => row.finding.evidence[0]?.source },
      { name: "line", type: "integer", cell: (row) => row.finding.evidence[0]?.line },
      { name: "evidence", type: "text", cell: (row) => row.finding.evidence[0]?.text },
      { name: "remedy", type: "text", cell: (row) => remedyOf(row.finding) },
    ],
  },
  rowsOf,
);

function* rowsOf(report: Report): Iterable<FindingRow> {
  for (const { host, findings } of report.hosts) {
    for (const finding of findings) yield { host, finding };
  }
  for (const finding of report.fleet?.findings ?? []) yield { host: null, finding };
}

function remedyOf({ remedy, supply }: Finding): string | null {
  return remedy ?? (supply.length === 0 ? null : supply.join("; "));
}
