import type { ComponentChild } from "preact";
import { windowsName } from "../../facts/os-bands.ts";
import type { BundleEntry, Fleet, FleetRatio, Rollup } from "../../fleet/index.ts";
import { counted, NONE, percent } from "../figures.ts";
import { sameTexts } from "../fleet/bundles.ts";
import { bandText, nameList } from "../fleet/names.ts";
import { unableText } from "../fleet/ratios.ts";
import { ownFindings } from "../folded.ts";
import { printable } from "../printable.ts";
import { Bar, type Entry } from "./bar.tsx";
import { ChartView } from "./chart.tsx";
import { ratioBars } from "./charts/ratio-bar.tsx";
import { Explained } from "./explained.tsx";
import { Findings } from "./findings.tsx";
import { FleetDetails } from "./fleet-details.tsx";
import { FleetHosts, listedHosts } from "./fleet-hosts.tsx";
import { FailingRules, SettingsMatrix } from "./fleet-rules.tsx";
import type { LinkOf } from "./link-of.ts";
import { Table } from "./table.tsx";
import { VerdictCounts } from "./verdict.tsx";

/** Bundles named that are not whole; bundles.csv has all. */
const MOST_UNREAD = 100;

/** Many bundles on one page: what matters at a glance, every host in a table, then rule by rule and setting by setting. */
export function fleetParts({ bundles, fleet }: Rollup, linkOf?: LinkOf): readonly ComponentChild[] {
  const hosts = listedHosts(bundles);
  const findings = ownFindings(fleet.findings);
  const rules = [...fleet.failing, ...findings].map(({ rule }) => rule);
  return [
    <Bar key="bar" findings={findings} contents={contentsOf(fleet, hosts.length)}>
      <strong>{counted(fleet.hosts, "host")}</strong>
      <VerdictCounts codes={hosts.map(({ host }) => host.verdict)} />
    </Bar>,
    <section key="fleet" aria-labelledby="fleet">
      <h2 id="fleet">
        {counted(bundles.length, "bundle")}, {counted(fleet.hosts, "host")}
      </h2>
      <Ratios fleet={fleet} />
    </section>,
    <FleetHosts key="hosts" hosts={hosts} linkOf={linkOf} />,
    <section key="rules" aria-labelledby="between">
      <h2 id="between">What was found</h2>
      <Findings findings={fleet.findings} excerpts={[]} id="fleet" hasActions={false} />
      <FailingRules bundles={bundles} fleet={fleet} />
      <SettingsMatrix fleet={fleet} />
      <Phases fleet={fleet} />
      <Sentences title="Duplicates" texts={sameTexts(fleet)} />
    </section>,
    linkOf === undefined && <FleetDetails key="each" hosts={hosts.map(({ host }) => host)} />,
    <Unread key="unread" bundles={bundles} />,
    <Explained key="explained" names={[...rules, ...fleet.settings.map(({ setting }) => setting)]} />,
  ];
}

function contentsOf({ failing, settings, phases }: Fleet, hosts: number): readonly Entry[] {
  return [
    { id: "fleet", title: "In all" },
    ...(hosts > 0 ? [{ id: "hosts", title: "Hosts" }] : []),
    { id: "between", title: "What was found" },
    ...(failing.length > 0 ? [{ id: "failing", title: "Findings by number of hosts" }] : []),
    ...(settings.some(({ values }) => values.length > 1) ? [{ id: "matrix", title: "Settings that differ" }] : []),
    ...(phases.total > 0 ? [{ id: "phases", title: "Before and after" }] : []),
  ];
}

function Ratios({ fleet: { ratios } }: { fleet: Fleet }) {
  const [all] = ratios;
  if (all === undefined || all.withTable === 0)
    return <p>No host has a netstat table with the Offload State column.</p>;
  const shares = ratios.flatMap(({ band, eligible: { ratio, ...eligible } }) =>
    ratio === null ? [] : [{ name: band ?? "All", ...eligible, ratio }],
  );
  return (
    <>
      <p class="statement">{printable(all.eligible.statement)}</p>
      <p class="faint">
        From {all.withTable} of {counted(all.hosts, "host")}
        {all.unable > 0 && `; ${unableText(all)}`}
        {all.repeated > 0 && `; ${counted(all.repeated, "table")} there before and not counted again`}
      </p>
      <div class="beside">
        {shares.length > 0 && (
          <ChartView chart={ratioBars(shares, "Share of offloaded connections")} id="fleet-ratio" />
        )}
        <Table
          caption="By version of Windows"
          heading={["Windows", "Hosts", "Offloaded", "Share", "Median of hosts"]}
          rows={ratios.map(ratioRow)}
          align="lrrrr"
        />
      </div>
    </>
  );
}

function ratioRow({ band, hosts, eligible, spread }: FleetRatio): readonly string[] {
  return [
    band === null ? "All" : bandText(band, windowsName),
    String(hosts),
    eligible.total === 0 ? NONE : `${eligible.offloaded} of ${eligible.total}`,
    percent(eligible.ratio, eligible.total),
    spread === null ? NONE : percent(spread.median, eligible.total),
  ];
}

function Sentences({ title, texts }: { title: string; texts: readonly string[] }) {
  if (texts.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul>
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </section>
  );
}

function Phases({ fleet: { phases } }: { fleet: Fleet }) {
  if (phases.total === 0) return null;
  const rows = phases.first.map(({ host, bundle, before, after }) => [
    nameList({ total: 1, first: [{ host, bundle }] }, 1),
    ...[before, after].map(
      ({ phase, eligible }) => `${printable(phase)}: ${eligible.offloaded} of ${eligible.total} offloaded`,
    ),
  ]);
  return (
    <section>
      <h3 id="phases">Before and after</h3>
      <Table
        caption={`Hosts that were captured twice: ${phases.total}`}
        heading={["Host", "Before", "After"]}
        rows={rows}
        align="lll"
      />
    </section>
  );
}

function Unread({ bundles }: { bundles: readonly BundleEntry[] }) {
  const unread = bundles.filter(({ status }) => status === "failed" || status === "partial");
  if (unread.length === 0) return null;
  const more = unread.length - MOST_UNREAD;
  const rows = unread.slice(0, MOST_UNREAD).map(({ name, reason }) => [printable(name), printable(reason ?? "")]);
  return (
    <section aria-labelledby="unread">
      <h2 id="unread">Not read, or in part</h2>
      <Table caption="Bundles" heading={["Bundle", "Why"]} rows={rows} align="ll" />
      {more > 0 && <p class="faint">and {counted(more, "more bundle")} in bundles.csv</p>}
    </section>
  );
}
