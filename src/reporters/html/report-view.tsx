import type { ComponentChild } from "preact";
import type { Finding, FleetFindings, Report } from "../../report/index.ts";
import { ownFindings } from "../folded.ts";
import { Bar } from "./bar.tsx";
import { type ConnectionRows, ConnectionTable } from "./connection-rows.tsx";
import { Explained, explainedIn } from "./explained.tsx";
import { Findings } from "./findings.tsx";
import { Live } from "./fold.tsx";
import { Glance } from "./glance.tsx";
import { contentsOf, HostDetails, HostView, hostName } from "./host-view.tsx";
import { hostId, Overview } from "./overview.tsx";
import { Diagnostics, Ledger } from "./sources.tsx";
import { VerdictBadge, VerdictCounts } from "./verdict.tsx";

/** Hosts of a report of that many are open at once; of more each opens by itself. */
const MOST_OPEN = 10;

/** Hosts that are packed together: all of them are unpacked when one is opened. */
const HOSTS_A_BLOCK = 20;

/** Hosts in the contents; the table of hosts has them all. */
const MOST_LISTED = 30;

/** The whole report as it is drawn on the paste page. */
export function ReportView({ report }: { readonly report: Report }): ComponentChild {
  return <Live.Provider value>{partsOf(report)}</Live.Provider>;
}

/** The parts one by one, so that a long report need not be rendered as one text. */
export function partsOf(report: Report, rows: ConnectionRows | null = null): readonly ComponentChild[] {
  const { hosts, fleet } = report;
  const packedAt = (index: number) =>
    areFolded(report) ? `${Math.floor(index / HOSTS_A_BLOCK)}/${index % HOSTS_A_BLOCK}` : "";
  return [
    hosts.length === 0 && <p class="statement">Nothing was recognised in what was read.</p>,
    hosts.length > 0 && <Head key="head" report={report} hasRows={rows !== null && rows.total > 0} />,
    <Overview key="overview" hosts={hosts} />,
    hasFleetFindings(fleet) && <Fleet key="fleet" fleet={fleet} />,
    ...hosts.map((host, index) => (
      <HostView key={hostId(index)} host={host} id={hostId(index)} packedAt={packedAt(index)} />
    )),
    rows !== null && <ConnectionTable key="rows" rows={rows} />,
    <Diagnostics key="diagnostics" diagnostics={report.diagnostics} />,
    <Ledger key="ledger" report={report} />,
    <Explained key="explained" {...explainedIn(hosts, fleet)} />,
  ];
}

/** What a file holds packed: the folded hosts, those together that are packed together. */
export function foldedHosts(report: Report): readonly (readonly ComponentChild[])[] {
  const hosts = areFolded(report) ? report.hosts : [];
  const details = hosts.map((host, index) => <HostDetails key={index} host={host} id={hostId(index)} isShort />);
  return details.flatMap((_, at) => (at % HOSTS_A_BLOCK === 0 ? [details.slice(at, at + HOSTS_A_BLOCK)] : []));
}

function areFolded({ hosts }: Report): boolean {
  return hosts.length > MOST_OPEN;
}

function Head({
  report: { hosts, fleet, diagnostics },
  hasRows,
}: {
  readonly report: Report;
  readonly hasRows: boolean;
}) {
  const [first] = hosts;
  const findings = [...hosts, ...(fleet === null ? [] : [fleet])].flatMap((one) => ownFindings<Finding>(one.findings));
  const contents = [
    ...(hosts.length > 1 ? [{ id: "overview", title: `${hosts.length} hosts` }] : []),
    ...(hasFleetFindings(fleet) ? [{ id: "fleet", title: "Between the hosts" }] : []),
    ...(hosts.length > 1
      ? hosts.slice(0, MOST_LISTED).map((host, index) => ({ id: hostId(index), title: hostName(host) }))
      : hosts.flatMap((host, index) => contentsOf(host, hostId(index)))),
    ...(hasRows ? [{ id: "rows", title: "Rows of connections" }] : []),
    ...(diagnostics.some(({ severity }) => severity !== "info")
      ? [{ id: "diagnostics", title: "Not understood, or contradictory" }]
      : []),
    { id: "ledger", title: "What was read" },
  ];
  return (
    <Bar findings={findings} contents={contents}>
      <strong>{hosts.length > 1 || first === undefined ? `${hosts.length} hosts` : hostName(first)}</strong>
      {hosts.length === 1 && <VerdictBadge code={first?.verdict?.code ?? null} />}
      {hosts.length === 1 && first !== undefined && <Glance host={first} />}
      {hosts.length > 1 && <VerdictCounts codes={hosts.map(({ verdict }) => verdict?.code ?? null)} />}
    </Bar>
  );
}

function hasFleetFindings(fleet: FleetFindings | null): fleet is FleetFindings {
  return fleet?.findings.some(({ kind }) => kind === "fail" || kind === "review") ?? false;
}

/** What shows when the hosts are laid side by side: the odd ones out. */
function Fleet({ fleet: { findings } }: { fleet: FleetFindings }) {
  return (
    <section aria-labelledby="fleet">
      <h2 id="fleet">Between the hosts</h2>
      <Findings findings={findings} excerpts={[]} id="fleet" hasActions={false} />
    </section>
  );
}
