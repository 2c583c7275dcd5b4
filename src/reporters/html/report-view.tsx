import type { ComponentChild } from "preact";
import type { FleetFindings, Report } from "../../report/index.ts";
import { Findings } from "./findings.tsx";
import { HostView } from "./host-view.tsx";
import { hostId, Overview } from "./overview.tsx";
import { Diagnostics, Ledger } from "./sources.tsx";

/** The whole report as markup, in the order of its parts; it stands in the main part of a page. */
export function ReportView({ report }: { readonly report: Report }): ComponentChild {
  return <>{partsOf(report)}</>;
}

/** The parts one by one, so that a long report need not be rendered as one text. */
export function partsOf({ hosts, fleet, ...report }: Report): readonly ComponentChild[] {
  return [
    hosts.length === 0 && <p class="statement">Nothing was recognised in what was read.</p>,
    <Overview key="overview" hosts={hosts} />,
    fleet !== null && <Fleet key="fleet" fleet={fleet} />,
    ...hosts.map((host, index) => <HostView key={hostId(index)} host={host} id={hostId(index)} />),
    <Diagnostics key="diagnostics" diagnostics={report.diagnostics} />,
    <Ledger key="ledger" report={{ ...report, hosts, fleet }} />,
  ];
}

/** What shows when the hosts are laid side by side: the odd ones out. */
function Fleet({ fleet: { findings } }: { fleet: FleetFindings }) {
  if (findings.every(({ kind }) => kind !== "fail" && kind !== "review")) return null;
  return (
    <section aria-labelledby="fleet">
      <h2 id="fleet">Between the hosts</h2>
      <Findings findings={findings} excerpts={[]} id="fleet" hasActions={false} />
    </section>
  );
}
