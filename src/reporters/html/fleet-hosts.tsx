import type { ComponentChild } from "preact";
import type { BundleEntry, FleetHost } from "../../fleet/index.ts";
import { counted, NONE, percent } from "../figures.ts";
import { printable } from "../printable.ts";
import { Table } from "./table.tsx";

/** Hosts listed: what a browser shows without delay; rollup.json has them all. */
const MOST_HOSTS = 2000;

/** Every host of every bundle, with what matters of it. */
export function FleetHosts({ bundles }: { readonly bundles: readonly BundleEntry[] }): ComponentChild {
  const total = bundles.reduce((sum, { hosts }) => sum + hosts.length, 0);
  if (total === 0) return null;
  const listed = firstHosts(bundles);
  const more = total - listed.length;
  return (
    <section class="wide" aria-labelledby="hosts">
      <h2 id="hosts">Hosts</h2>
      <Table
        caption="Every host of every bundle"
        heading={["Host", "Bundle", "Windows", "Offloaded", "Share", "Chimney", "Errors", "Warnings"]}
        rows={listed.map(rowOf)}
        sortKeys={listed.map(keysOf)}
        align="lllrrlrr"
      />
      {more > 0 && <p class="faint">and {counted(more, "more host")} in rollup.json</p>}
    </section>
  );
}

function firstHosts(bundles: readonly BundleEntry[]): readonly FleetHost[] {
  const hosts: FleetHost[] = [];
  for (const { name, hosts: some } of bundles) {
    if (hosts.length >= MOST_HOSTS) break;
    for (const host of some) hosts.push({ ...host, bundle: name });
  }
  return hosts.slice(0, MOST_HOSTS);
}

function rowOf(host: FleetHost): readonly string[] {
  const eligible = eligibleOf(host);
  return [
    printable(host.host ?? "Not named"),
    printable(host.bundle ?? NONE),
    host.os?.band ?? NONE,
    eligible === undefined ? NONE : `${eligible.offloaded} of ${eligible.total}`,
    eligible === undefined ? NONE : percent(eligible.ratio, eligible.total),
    printable(String(host.settings.chimneyOffload?.value ?? NONE)),
    String(host.failing.error.length),
    String(host.failing.warning.length),
  ];
}

/** What is not known comes before everything that is. */
function keysOf(host: FleetHost): readonly (string | number)[] {
  const eligible = eligibleOf(host);
  return [
    printable(host.host ?? ""),
    printable(host.bundle ?? ""),
    host.os?.band ?? "",
    eligible?.offloaded ?? -1,
    eligible?.ratio ?? -1,
    printable(String(host.settings.chimneyOffload?.value ?? "")),
    host.failing.error.length,
    host.failing.warning.length,
  ];
}

function eligibleOf({ tables, headline }: FleetHost) {
  const table = headline === null ? undefined : tables[headline];
  return table?.hasOffloadState === true ? table.eligible : undefined;
}
