import type { HostReport } from "../../report.ts";
import { printable } from "../printable.ts";
import { chimneyStatsLines } from "./chimney-stats.ts";
import { connectionLines } from "./connections.ts";
import { NONE, percent } from "./figures.ts";
import { groupLines } from "./groups.ts";
import type { Page } from "./page.ts";
import { settingLines } from "./settings.ts";
import { observationLines, snapshotLines } from "./snapshots.ts";

/** Sources named for a host without a name; more would bury it. */
const MAX_SOURCES = 3;

/** Everything about one host, what matters most first. */
export function hostLines(host: HostReport, page: Page): readonly string[] {
  return [
    "",
    ...page.paragraph(page.paint.strong(titleOf(host)), 0),
    ...connectionLines(host.summary, page),
    ...settingLines(host, page),
    ...chimneyStatsLines(host, page),
    ...groupLines(host.summary, page),
    ...snapshotLines(host.summary, page),
    ...observationLines(host.summary, page),
  ];
}

/** One row a host, when there are several; one without a name stands under its sources. */
export function overviewLines(hosts: readonly HostReport[], page: Page): readonly string[] {
  if (hosts.length < 2) return [];
  const heading = ["Host", "Offloaded", "Share", "Tables", "Chimney"];
  return ["", ...page.table([heading, ...hosts.map(overviewRow)], { indent: 0, align: "lrrrl" })];
}

function overviewRow(host: HostReport): readonly string[] {
  const { eligible, snapshots, settings, headline } = host.summary;
  const hasRatio = headline !== null && snapshots[headline]?.hasOffloadState === true && eligible !== null;
  return [
    host.host === null ? `(${sourcesOf(host)})` : printable(host.host),
    hasRatio ? `${eligible.offloaded} of ${eligible.total}` : NONE,
    hasRatio ? percent(eligible.ratio, eligible.total) : NONE,
    String(snapshots.length),
    printable(String(settings.chimneyOffload ?? NONE)),
  ];
}

function titleOf(host: HostReport): string {
  return host.host === null ? `Host not named (${sourcesOf(host)})` : printable(host.host);
}

function sourcesOf({ captures }: HostReport): string {
  const names = [...new Set(captures.map(({ source }) => source))];
  const more = names.length > MAX_SOURCES ? `, … ${names.length} sources` : "";
  return names.slice(0, MAX_SOURCES).map(printable).join(", ") + more;
}
