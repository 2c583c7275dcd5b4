import type { Finding, HostReport, Report } from "./report.ts";

/** A report in which findings that say the same of several hosts stand once: hosts have their places in the list. */
export interface SharedReport extends Omit<Report, "hosts"> {
  readonly findings: readonly Finding[];
  readonly hosts: readonly (Omit<HostReport, "findings"> & { readonly findings: readonly number[] })[];
}

/** Most rules say the same of most hosts: in a report of many hosts that is nearly all of it. */
export function withSharedFindings(report: Report): SharedReport {
  const places = new Map<string, number>();
  const findings: Finding[] = [];
  const placeOf = (finding: Finding): number => {
    const text = JSON.stringify(finding);
    const known = places.get(text);
    if (known !== undefined) return known;
    places.set(text, findings.length);
    return findings.push(finding) - 1;
  };
  const hosts = report.hosts.map((host) => ({ ...host, findings: host.findings.map(placeOf) }));
  return { ...report, findings, hosts };
}

/** The report as it was before; what is no such report stays as it is, and is for others to refuse. */
export function withOwnFindings(value: unknown): unknown {
  const { findings, ...report }: { findings?: unknown; hosts?: unknown } = Object(value);
  const { hosts } = report;
  if (!Array.isArray(findings) || !Array.isArray(hosts)) return value;
  const own = hosts.map((host: { findings?: unknown }) => {
    if (!Array.isArray(host?.findings)) return host;
    return { ...host, findings: host.findings.map((place: unknown) => findings[Number(place)]) };
  });
  return { ...report, hosts: own };
}
