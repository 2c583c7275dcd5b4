import { windowsName } from "../../facts/os-bands.ts";
import type { Fleet, FleetRatio, HostShare } from "../../fleet/index.ts";
import { counted, NONE, percent, withLabels } from "../figures.ts";
import { percentColumn } from "../host-table.ts";
import { printable } from "../printable.ts";
import type { Page } from "../text/page.ts";
import { bandText } from "./names.ts";

/** A share of a host is told as one of many connections: the decimals are those of the whole. */
const MANY = 100;

/** How much is offloaded: all hosts together, and how that is spread over them. */
export function ratioLines({ ratios }: Fleet, page: Page): readonly string[] {
  const [all, ...byVersion] = ratios;
  if (all === undefined) return [];
  if (all.withTable === 0 && all.unable > 0)
    return ["", ...page.paragraph(`No share: no host that can offload has a table. ${unableText(all)}`, 0)];
  if (all.withTable === 0) {
    return [
      "",
      ...page.paragraph(
        "No host has a netstat table with the Offload State column, so there is no ratio: netstat -nato prints one.",
        0,
      ),
    ];
  }
  const { hosts, withTable, repeated, eligible } = all;
  const twice =
    repeated === 0
      ? ""
      : ` The same table appears in several places: ${counted(repeated, "copy", "copies")} not counted.`;
  const moving =
    eligible.transitional === 0 ? "" : ` ${counted(eligible.transitional, "more connection")} on the way, not counted.`;
  return [
    "",
    ...page.paragraph(page.paint.strong(printable(`${withLabels(eligible.statement)}.`)), 0),
    ...page.paragraph(`From ${withTable} of ${counted(hosts, "host")}.${twice}${moving}`, 2),
    ...(all.unable === 0 ? [] : page.paragraph(unableText(all), 2)),
    ...spreadLines(all, page),
    ...tableLines(byVersion, page),
  ];
}

/** Hosts that are in no share, because there is nothing that they could offload. */
export function unableText({ unable }: FleetRatio): string {
  return `Not counted: ${counted(unable, "host")} where Chimney is disabled or no longer exists, so every connection is InHost.`;
}

function spreadLines({ spread }: FleetRatio, page: Page): readonly string[] {
  if (spread === null) return page.paragraph("No host has enough connections for a share of its own.", 2);
  const { hosts, min, median, max } = spread;
  if (hosts === 1) return [];
  const text = `Host by host (${hosts} with enough connections): least ${shareText(min)}, median ${percent(median, MANY)}, most ${shareText(max)}.`;
  return page.paragraph(text, 2);
}

function shareText({ host, bundle, ratio }: HostShare): string {
  return `${percent(ratio, MANY)} (${printable(host ?? bundle ?? "unnamed")})`;
}

function tableLines(ratios: readonly FleetRatio[], page: Page): readonly string[] {
  if (ratios.length === 0) return [];
  const shares = percentColumn(ratios.map(({ eligible }) => eligible));
  const rows = ratios.map(({ band, hosts, eligible, spread }, at) => [
    bandText(band ?? "unknown", windowsName),
    String(hosts),
    eligible.total === 0 ? NONE : `${eligible.offloaded} of ${eligible.total}`,
    shares[at] ?? NONE,
    spread === null || spread.hosts < 2 ? NONE : percent(spread.median, MANY),
  ]);
  return page.table([["", "Hosts", "Offloaded", "Share", "Median"], ...rows], { indent: 2, align: "lrrrr" });
}
