import type { ComponentChild } from "preact";
import type { BundleEntry, FleetHost } from "../../fleet/index.ts";
import { NONE, percent } from "../figures.ts";
import { printable } from "../printable.ts";
import { verdictText, worstFirst } from "../standing.ts";
import { Explain } from "./explained.tsx";
import { LongTable } from "./table.tsx";
import { VerdictBadge } from "./verdict.tsx";

/** Hosts that browsers without scripts list: those with scripts have all, whatever their number. */
const MOST_HOSTS = 2000;

/** Hosts that a page carries along: of more it would not open. */
const MOST_CARRIED = 20_000;

const HEADING = [
  "Host",
  "Verdict",
  "Errors",
  "Warnings",
  "Worst",
  "Offloaded",
  "Share",
  "Chimney",
  "Windows",
  "Bundle",
];
const ALIGN = "llrrlrrlll";
/** Verdict, worst rule, Chimney, Windows. */
const FILTERS = [1, 4, 7, 8];

/** Every host of every bundle, the worst first. */
export function FleetHosts({ bundles }: { readonly bundles: readonly BundleEntry[] }): ComponentChild {
  const hosts = worstFirst(bundles.flatMap(({ name, hosts: some }) => some.map((host) => ({ ...host, bundle: name }))));
  if (hosts.length === 0) return null;
  const listed = hosts.slice(0, MOST_HOSTS);
  const carried = hosts.slice(0, MOST_CARRIED);
  const isAll = listed.length === hosts.length;
  return (
    <section aria-labelledby="hosts">
      <h2 id="hosts">Hosts</h2>
      <LongTable
        caption={captionOf(listed.length, hosts.length)}
        heading={HEADING}
        rows={listed.map(rowOf)}
        sortKeys={listed.map(keysOf)}
        filters={FILTERS}
        align={ALIGN}
        {...(!isAll && { data: carried.map(dataOf), dataCaption: captionOf(carried.length, hosts.length) })}
      />
    </section>
  );
}

function captionOf(listed: number, total: number): string {
  return listed === total ? "All hosts, the worst first" : `The worst ${listed} of ${total} hosts; rollup.json has all`;
}

function rowOf(host: FleetHost): readonly ComponentChild[] {
  const [name, , errors, warnings, worst, ...others] = textsOf(host);
  return [
    name,
    <VerdictBadge key="verdict" code={host.verdict} />,
    errors,
    warnings,
    worst === NONE || worst === undefined ? (
      NONE
    ) : (
      <Explain key="worst" name={worst}>
        {worst}
      </Explain>
    ),
    ...others,
  ];
}

/** The same as text. */
function textsOf(host: FleetHost): readonly string[] {
  const eligible = eligibleOf(host);
  return [
    printable(host.host ?? "Not named"),
    verdictText(host.verdict),
    String(host.failing.error.length),
    String(host.failing.warning.length),
    printable(host.failing.error[0] ?? host.failing.warning[0] ?? NONE),
    eligible === undefined ? NONE : `${eligible.offloaded} of ${eligible.total}`,
    eligible === undefined ? NONE : percent(eligible.ratio, eligible.total),
    printable(String(host.settings.chimneyOffload?.value ?? NONE)),
    host.os?.band ?? NONE,
    printable(host.bundle ?? NONE),
  ];
}

function dataOf(host: FleetHost): readonly (string | readonly [string, string | number])[] {
  const keys = keysOf(host);
  return textsOf(host).map((text, column) => {
    const key = keys[column] ?? "";
    return String(key) === text ? text : [text, key];
  });
}

/** What is not known comes before everything that is. */
function keysOf(host: FleetHost): readonly (string | number)[] {
  const eligible = eligibleOf(host);
  const [name = "", verdict = "", , , worst = "", , , chimney = "", windows = "", bundle = ""] = textsOf(host);
  const { error, warning } = host.failing;
  const numbers = [eligible?.offloaded ?? -1, eligible?.ratio ?? -1];
  return [name, verdict, error.length, warning.length, worst, ...numbers, chimney, windows, bundle];
}

function eligibleOf({ tables, headline }: FleetHost) {
  const table = headline === null ? undefined : tables[headline];
  return table?.hasOffloadState === true ? table.eligible : undefined;
}
