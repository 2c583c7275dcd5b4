import type { Finding, FindingKind, Report, TableName } from "../report/index.ts";

/** The report with findings of some kinds only; with all of them when no kinds are named. */
export function withShown(report: Report, show: readonly FindingKind[] | undefined): Report {
  if (show === undefined) return report;
  const hosts = report.hosts.map((host) => ({
    ...host,
    findings: host.findings.filter(({ kind }) => show.includes(kind)),
  }));
  const fleet =
    report.fleet === null ? null : { findings: report.fleet.findings.filter(({ kind }) => show.includes(kind)) };
  return { ...report, hosts, fleet };
}

/** What is not to be shown is left out of the list of findings; the other tables count whatever was found. */
export function shownInTable(report: Report, table: TableName, show: readonly FindingKind[] | undefined): Report {
  return table === "findings" ? withShown(report, show) : report;
}

/** The findings of each host, then those between hosts. */
export function allFindings({ hosts, fleet }: Pick<Report, "hosts" | "fleet">): readonly Finding[] {
  return [...hosts.flatMap(({ findings }) => findings), ...(fleet?.findings ?? [])];
}
