import type { ComponentChild } from "preact";
import type { BundleEntry, FleetHost } from "../../fleet/index.ts";
import { NONE, percent } from "../figures.ts";
import { printable } from "../printable.ts";
import { verdictText, worstFirst } from "../standing.ts";
import { Explain } from "./explained.tsx";
import { fleetHostId } from "./fleet-details.tsx";
import type { LinkOf } from "./link-of.ts";
import { hostId } from "./overview.tsx";
import { LongTable, type LongTableProps } from "./table.tsx";
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

/** A host, and its place in the report of its bundle. */
export interface ListedHost {
  readonly host: FleetHost;
  readonly place: number;
}

/** Every host of every bundle, the worst first. */
export function listedHosts(bundles: readonly BundleEntry[]): readonly ListedHost[] {
  const places = new Map<FleetHost, number>();
  const hosts = bundles.flatMap(({ name, hosts: some }) =>
    some.map((entry, at) => {
      const host = { ...entry, bundle: name };
      places.set(host, at);
      return host;
    }),
  );
  return worstFirst(hosts).map((host) => ({ host, place: places.get(host) ?? 0 }));
}

interface FleetHostsProps {
  readonly hosts: readonly ListedHost[];
  readonly linkOf: LinkOf | undefined;
}

/** The table of them, each with a link to what is said of it. */
export function FleetHosts({ hosts: all, linkOf }: FleetHostsProps): ComponentChild {
  if (all.length === 0) return null;
  const hosts = all.map(({ host, place }, at) => ({
    ...host,
    link: linkTo(host, place, linkOf) ?? ownLink(at, all.length),
  }));
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

/** A host as it is listed, with where more is said of it. */
interface LinkedHost extends FleetHost {
  readonly link: string | undefined;
}

/** The host in the report of its bundle, which a page of HTML names as it does. */
function linkTo({ bundle }: FleetHost, place: number, linkOf: LinkOf | undefined): string | undefined {
  if (bundle === null || linkOf === undefined) return undefined;
  const link = linkOf(bundle);
  return link.endsWith(".html") ? `${link}#${hostId(place)}` : link;
}

function ownLink(at: number, hosts: number): string | undefined {
  const id = fleetHostId(at, hosts);
  return id === undefined ? undefined : `#${id}`;
}

function rowOf(host: LinkedHost): readonly ComponentChild[] {
  const [name, , errors, warnings, worst, ...others] = textsOf(host);
  return [
    host.link === undefined ? (
      name
    ) : (
      <a key="name" href={host.link}>
        {name}
      </a>
    ),
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

function dataOf(host: LinkedHost): NonNullable<LongTableProps["data"]>[number] {
  const keys = keysOf(host);
  return textsOf(host).map((text, column) => {
    const key = keys[column] ?? "";
    if (column === 0 && host.link !== undefined) return [text, key, host.link];
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
