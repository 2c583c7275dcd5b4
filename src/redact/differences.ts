import type { HostReport, Report } from "../report/index.ts";

/** What has to be the same of a host before and after, by what people call it. */
const compared: { readonly [part: string]: (host: HostReport) => unknown } = {
  "the version of Windows": ({ os }) => os?.band ?? null,
  captures: ({ captures }) => captures.map(({ kind, records }) => `${kind} ${records}`).sort(),
  connections: ({ summary: { connections, raw, notCounted, excluded } }) => [
    connections && { ...connections, byState: numbersOf(connections.byState) },
    raw,
    notCounted,
    excluded,
  ],
  "eligible connections": ({ summary: { eligible } }) => eligible && { ...eligible, statement: undefined },
  groups: ({ summary: { groupsTested } }) => groupsTested,
  observations: ({ summary: { observations } }) => observations.map(({ kind }) => kind).sort(),
  settings: ({ settings, summary }) => [settings.map(({ setting, value }) => [setting, value]), summary.settings],
  chimneystats: ({ chimneyStats }) => chimneyStats.length,
  features: ({ features }) => features,
  "the verdict": ({ verdict }) => verdict?.code ?? null,
  findings: ({ findings }) => findings.map(({ rule, kind, severity }) => `${rule} ${kind} ${severity}`).sort(),
};

/** Where two reports say something else of the same host; `other` gives the name that stands for a host. */
export function differencesOf(before: Report, after: Report, other: (name: string) => string): readonly string[] {
  const found: string[] = [];
  const left = new Map(after.hosts.map((host) => [host, true]));
  for (const host of before.hosts) {
    const name = host.host === null ? null : other(host.host).toLowerCase();
    const candidates = [...left.keys()].filter((one) => (one.host?.toLowerCase() ?? null) === name);
    const pair = candidates.find((one) => differing(host, one).length === 0) ?? candidates[0];
    if (pair === undefined) {
      found.push(`${name ?? "the host without a name"} is not found again`);
      continue;
    }
    left.delete(pair);
    found.push(...differing(host, pair).map((part) => `${name ?? "the host without a name"}: ${part} differ`));
  }
  for (const { host } of left.keys()) found.push(`${host ?? "a host without a name"} was not there before`);
  if (JSON.stringify(rulesOf(before)) !== JSON.stringify(rulesOf(after))) found.push("findings of the fleet differ");
  return found;
}

function differing(one: HostReport, other: HostReport): readonly string[] {
  return Object.entries(compared).flatMap(([part, of]) =>
    JSON.stringify(of(one)) === JSON.stringify(of(other)) ? [] : [part],
  );
}

function numbersOf(counts: Readonly<Record<string, number>>): readonly number[] {
  return Object.values(counts).sort((one, other) => one - other);
}

function rulesOf({ fleet }: Report): readonly string[] {
  return (fleet?.findings ?? []).map(({ rule, kind }) => `${rule} ${kind}`).sort();
}
