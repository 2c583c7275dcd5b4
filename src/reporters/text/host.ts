import { osTitle, windowsName } from "../../facts/os-bands.ts";
import type { FindingKind, HostReport } from "../../report/index.ts";
import { NONE, percent, placeText } from "../figures.ts";
import { identityLine } from "../identity.ts";
import { printable } from "../printable.ts";
import { findingCounts } from "../words.ts";
import { chimneyStatsLines } from "./chimney-stats.ts";
import { connectionLines, groupLines } from "./connections.ts";
import { findingLines } from "./findings.ts";
import type { Page } from "./page.ts";
import { settingLines } from "./settings.ts";
import { observationLines, snapshotLines } from "./snapshots.ts";
import { uncheckedLines } from "./unchecked.ts";
import { verdictLines } from "./verdict.ts";

/** Sources named for a host without a name; more would bury it. */
const MAX_SOURCES = 3;

/** Everything about one host, what matters most first. */
export function hostLines(host: HostReport, show: readonly FindingKind[], page: Page): readonly string[] {
  return [
    "",
    ...page.paragraph(page.paint.strong(titleOf(host)), 0),
    ...page.paragraph(page.paint.faint(identityLine(host)), 2),
    ...osLines(host, page),
    ...verdictLines(host, page),
    ...connectionLines(host, page),
    ...findingLines(host, show, page),
    ...settingLines(host, page),
    ...chimneyStatsLines(host, page),
    ...groupLines(host.summary, page),
    ...snapshotLines(host.summary, page),
    ...observationLines(host.summary, page),
    ...uncheckedLines(host, show, page),
  ];
}

/** One row a host, when there are several; one without a name stands under its sources. */
export function overviewLines(hosts: readonly HostReport[], page: Page): readonly string[] {
  if (hosts.length < 2) return [];
  const heading = ["Host", "Offloaded", "Share", "Tables", "Chimney", "Findings"];
  return ["", ...page.table([heading, ...hosts.map(overviewRow)], { indent: 0, align: "lrrrll" })];
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
    findingCounts(host) || NONE,
  ];
}

/** The version of Windows and what it was told by: a guess is called one. */
function osLines({ os, osFloor }: HostReport, page: Page): readonly string[] {
  if (os === null) return page.paragraph(page.paint.faint(unknownWindows(osFloor)), 2);
  const build = os.build === null ? "" : ` (${printable(os.build)})`;
  const [place] = os.at;
  const basis = { systemInfo: "", fingerprint: ", guessed by the settings it prints", option: ", as told" }[os.basis];
  const where = place === undefined ? "" : ` ${placeText(place)}`;
  return page.paragraph(page.paint.faint(`${printable(osTitle(os))}${build}${basis}${where}`), 2);
}

function unknownWindows(floor: HostReport["osFloor"]): string {
  const [place] = floor?.at ?? [];
  const least = floor === undefined ? "" : `, but at least ${windowsName(floor.band)}`;
  return `Version of Windows not known${least}${place === undefined ? "" : ` ${placeText(place)}`}; --os says it`;
}

function titleOf(host: HostReport): string {
  return host.host === null ? `Host not named (${sourcesOf(host)})` : printable(host.host);
}

function sourcesOf({ captures }: HostReport): string {
  const names = [...new Set(captures.map(({ source }) => source))];
  const more = names.length > MAX_SOURCES ? `, … ${names.length} sources` : "";
  return names.slice(0, MAX_SOURCES).map(printable).join(", ") + more;
}
