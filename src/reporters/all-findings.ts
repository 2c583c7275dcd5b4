import type { Finding, Report } from "../report/report.ts";

/** The findings of each host, then those between hosts. */
export function allFindings({ hosts, fleet }: Pick<Report, "hosts" | "fleet">): readonly Finding[] {
  return [...hosts.flatMap(({ findings }) => findings), ...(fleet?.findings ?? [])];
}
