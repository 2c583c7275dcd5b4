import type { ComponentChild } from "preact";
import { windowsName } from "../../facts/os-bands.ts";
import type { FleetHost } from "../../fleet/index.ts";
import { severities } from "../../report/index.ts";
import { counted, NONE, percent } from "../figures.ts";
import { settingText } from "../fleet/names.ts";
import { printable } from "../printable.ts";
import { Explain } from "./explained.tsx";
import { RuleName } from "./findings.tsx";
import { Fold } from "./fold.tsx";
import { Place } from "./place.tsx";
import { Table } from "./table.tsx";
import { VerdictBadge } from "./verdict.tsx";

/** Hosts that a page tells of one by one; of more their reports do. */
const MOST_TOLD = 300;

/** The id of a host on the page, by its place among the worst; none where the page does not tell of it. */
export function fleetHostId(at: number, hosts: number): string | undefined {
  return hosts <= MOST_TOLD ? `fleet-host-${at + 1}` : undefined;
}

/** Each host by itself, folded up: what its bundle's entry in the roll-up knows, for where there is no report to link to. */
export function FleetDetails({ hosts }: { readonly hosts: readonly FleetHost[] }): ComponentChild {
  if (hosts.length === 0 || hosts.length > MOST_TOLD) return null;
  return (
    <section aria-labelledby="each">
      <h2 id="each">Host by host</h2>
      {hosts.map((host, at) => (
        <Details key={at} host={host} id={fleetHostId(at, hosts.length) ?? ""} />
      ))}
    </section>
  );
}

function Details({ host, id }: { readonly host: FleetHost; readonly id: string }) {
  const { os, bundle, verdict, failing } = host;
  const summary = (
    <>
      <h3 id={id}>
        {printable(host.host ?? "Not named")} <small>{printable(bundle ?? NONE)}</small>
      </h3>{" "}
      <VerdictBadge code={verdict} /> <span class="faint">{countsText(failing)}</span>
    </>
  );
  return (
    <section class="host" aria-labelledby={id}>
      <Fold summary={summary} isOpen={false}>
        <p class="faint">{os === null ? "Version of Windows not known" : windowsName(os.band)}</p>
        <Failing failing={failing} />
        <HostSettings host={host} />
        <HostTables host={host} />
      </Fold>
    </section>
  );
}

function countsText({ error, warning, info }: FleetHost["failing"]): string {
  const parts = [
    ...(error.length > 0 ? [counted(error.length, "error")] : []),
    ...(warning.length > 0 ? [counted(warning.length, "warning")] : []),
    ...(info.length > 0 ? [`${info.length} info`] : []),
  ];
  return parts.join(", ");
}

function Failing({ failing }: Pick<FleetHost, "failing">) {
  const rules = severities.flatMap((severity) => failing[severity].map((rule) => ({ severity, rule })));
  if (rules.length === 0) return <p>No rule fails.</p>;
  return (
    <ul>
      {rules.map(({ severity, rule }) => (
        <li key={rule}>
          <span class={`mark ${severity}`}>{severity}</span> <RuleName rule={rule} />
        </li>
      ))}
    </ul>
  );
}

function HostSettings({ host: { settings } }: { readonly host: FleetHost }) {
  const rows = Object.entries(settings).map(([key, { value, ...place }]) => [
    <Explain key="name" name={key}>
      {settingText(key as keyof typeof settings) /* its own key */}
    </Explain>,
    printable(String(value)),
    <Place key="place" place={place} />,
  ]);
  if (rows.length === 0) return null;
  return <Table caption="Settings" heading={["Setting", "Value", "Line"]} rows={rows} align="lll" />;
}

function HostTables({ host: { tables } }: { readonly host: FleetHost }) {
  if (tables.length === 0) return null;
  const rows = tables.map(({ time, phase, eligible, hasOffloadState, ...place }) => [
    printable(time ?? phase ?? NONE),
    hasOffloadState ? `${eligible.offloaded} of ${eligible.total}` : NONE,
    hasOffloadState ? percent(eligible.ratio, eligible.total) : NONE,
    <Place key="place" place={place} />,
  ]);
  return <Table caption="netstat tables" heading={["When", "Offloaded", "Share", "Line"]} rows={rows} align="lrrl" />;
}
