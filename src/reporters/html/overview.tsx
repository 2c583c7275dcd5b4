import type { ComponentChild } from "preact";
import { type HostReport, severities } from "../../report/index.ts";
import { NONE, percent } from "../figures.ts";
import { printable } from "../printable.ts";
import { verdictText } from "../standing.ts";
import { findingCounts } from "../words.ts";
import { hostName } from "./host-view.tsx";
import { Table } from "./table.tsx";
import { VerdictBadge } from "./verdict.tsx";

/** One row a host, each with a link to what is said of it, when there are several. */
export function Overview({ hosts }: { readonly hosts: readonly HostReport[] }): ComponentChild {
  if (hosts.length < 2) return null;
  return (
    <nav aria-labelledby="overview">
      <h2 id="overview">{hosts.length} hosts</h2>
      <Table
        caption="Hosts, with the figures of each"
        heading={["Host", "Verdict", "Offloaded", "Share", "Tables", "Chimney", "Findings"]}
        rows={hosts.map(rowOf)}
        sortKeys={hosts.map(keysOf)}
        align="llrrrll"
      />
    </nav>
  );
}

/** The id of a host on the page, by its place in the report. */
export function hostId(index: number): string {
  return `host-${index + 1}`;
}

function rowOf(host: HostReport, index: number): readonly ComponentChild[] {
  const { eligible, snapshots, settings } = host.summary;
  const known = hasRatio(host) ? eligible : null;
  return [
    <a href={`#${hostId(index)}`}>{hostName(host)}</a>,
    <VerdictBadge key="verdict" code={host.verdict?.code ?? null} />,
    known === null ? NONE : `${known.offloaded} of ${known.total}`,
    known === null ? NONE : percent(known.ratio, known.total),
    String(snapshots.length),
    printable(String(settings.chimneyOffload ?? NONE)),
    findingCounts(host) || NONE,
  ];
}

/** Numbers by their size, and findings by the worst of them; what is not known comes before everything. */
function keysOf(host: HostReport): readonly (string | number)[] {
  const { eligible, snapshots, settings } = host.summary;
  const known = hasRatio(host) ? eligible : null;
  const failing = host.findings.filter(({ kind }) => kind === "fail");
  const [errors = 0, warnings = 0, notes = 0] = severities.map(
    (severity) => failing.filter((finding) => finding.severity === severity).length,
  );
  return [
    hostName(host),
    verdictText(host.verdict?.code ?? null),
    known?.offloaded ?? -1,
    known?.ratio ?? -1,
    snapshots.length,
    String(settings.chimneyOffload ?? ""),
    (errors * 1000 + warnings) * 1000 + notes,
  ];
}

function hasRatio({ summary: { headline, snapshots } }: HostReport): boolean {
  return headline !== null && snapshots[headline]?.hasOffloadState === true;
}
