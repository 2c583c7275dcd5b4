import { osTitle } from "../../facts/os-bands.ts";
import type { FindingKind, HostReport } from "../../report/index.ts";
import { counted } from "../figures.ts";
import { sourcesOf } from "../host-places.ts";
import { identityLine } from "../identity.ts";
import { printable } from "../printable.ts";
import { leastWindows } from "../words.ts";
import { chimneyStatsLines } from "./chimney-stats.ts";
import { connectionLines, groupLines } from "./connections.ts";
import { findingLines } from "./findings.ts";
import type { Page } from "./page.ts";
import { legendLines, pageOfHost } from "./places.ts";
import { settingLines } from "./settings.ts";
import { observationLines, snapshotLines } from "./snapshots.ts";
import { uncheckedLines } from "./unchecked.ts";
import { verdictLines } from "./verdict.ts";

/** Everything about one host, what matters most first. */
export function hostLines(host: HostReport, show: readonly FindingKind[], whole: Page): readonly string[] {
  const page = pageOfHost(whole, host);
  return [
    "",
    ...page.paragraph(page.paint.strong(titleOf(host)), 0),
    ...page.paragraph(page.paint.faint(fromText(host, page)), 2),
    ...legendLines(host, page),
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

/** The host as a heading calls it. */
export function titleOf({ host }: HostReport): string {
  return host === null ? "Host not named" : printable(host);
}

/** The version as people say it, with its build; undefined where nothing tells it. */
export function windowsText({ os }: HostReport): string | undefined {
  if (os === null) return undefined;
  return printable(osTitle(os)) + (os.build === null ? "" : ` (${printable(os.build)})`);
}

/** Where the host was read from, and what names it: a single source stands here, several in the legend. */
export function fromText(host: HostReport, page: Page): string {
  const [first = "", ...others] = sourcesOf(host);
  const files = others.length === 0 ? page.source(first) : counted(others.length + 1, "file");
  return identityLine(host, { files, place: page.place });
}

/** The version of Windows and what it was told by: a guess is called one. */
function osLines(host: HostReport, page: Page): readonly string[] {
  const { os } = host;
  const windows = windowsText(host);
  if (os === null || windows === undefined) return page.paragraph(page.paint.faint(unknownWindows(host, page)), 2);
  const basis = { systemInfo: "", fingerprint: ", guessed from the settings it prints", option: " (from --os)" }[
    os.basis
  ];
  return page.paragraph(page.paint.faint(windows + basis + whereText(os, page)), 2);
}

function unknownWindows(host: HostReport, page: Page): string {
  const { osFloor } = host;
  const where = osFloor === undefined ? "" : whereText(osFloor, page);
  return `Windows version unknown${leastWindows(host)}${where} (use --os to set it)`;
}

function whereText({ at }: Pick<NonNullable<HostReport["osFloor"]>, "at">, page: Page): string {
  const [place] = at;
  return place === undefined ? "" : `, ${page.place(place)}`;
}
