import { type FindingKind, fleetHost, type HostReport, type Report } from "../../report/index.ts";
import { counted, withLabels } from "../figures.ts";
import { ownFindings } from "../folded.ts";
import { sourcesOf } from "../host-places.ts";
import { printable } from "../printable.ts";
import { worstFirst } from "../standing.ts";
import { titleOf, windowsText } from "./host.ts";
import { hostsOf, overviewLines } from "./overview.ts";
import { type Page, severityText } from "./page.ts";
import { pageOfHost } from "./places.ts";
import { commandLine, stepLines } from "./steps.ts";

/** Findings of a host, one line each; more are counted. */
const MOST_FINDINGS = 8;

/** Columns that a finding has beside its name: with fewer nobody would know what it says. */
const LEAST = 40;

/** With more hosts than these each is one line, and the worst one is told of. */
const FEW_HOSTS = 5;

/** Commands of one next step. */
const MOST_COMMANDS = 3;

/** Sources named that could not be read. */
const MOST_UNREAD = 3;

/** What one reads on a terminal: verdict, numbers, findings, the next step; the worst host first. */
export function briefLines(report: Report, show: readonly FindingKind[], page: Page): readonly string[] {
  const entries = new Map(report.hosts.map((host) => [fleetHost(host), host]));
  const sorted = worstFirst([...entries.keys()]).flatMap((entry) => entries.get(entry) ?? []);
  const shown = sorted.length > FEW_HOSTS ? sorted.slice(0, 1) : sorted;
  return [
    ...overviewLines(hostsOf(report), page),
    ...shown.flatMap((host) => briefHost(host, show, page)),
    ...unreadLines(report, page),
    "",
    ...page.paragraph(page.paint.faint(moreText(report)), 0),
  ];
}

function briefHost(host: HostReport, show: readonly FindingKind[], whole: Page): readonly string[] {
  const page = pageOfHost(whole, host);
  const { verdict } = host;
  const title = [titleOf(host), windowsText(host) ?? "Windows version unknown", filesText(host, page)].join(" · ");
  return [
    "",
    page.paint.strong(page.cut(title)),
    ...(verdict === null ? [] : page.paragraph(printable(withLabels(verdict.statement)), 0)),
    ...page.paragraph(numbersText(host), 0),
    ...findingLines(host, show, page),
    "",
    ...nextLines(host, page),
  ];
}

function filesText(host: HostReport, page: Page): string {
  const [first = "", ...others] = sourcesOf(host);
  return others.length === 0 ? page.source(first) : counted(others.length + 1, "file");
}

/** "9 of 12 eligible connections offloaded (75 %, 95 % interval 47–91 %) · Chimney automatic · RSS enabled". */
function numbersText({ summary }: HostReport): string {
  const { eligible, headline, snapshots, settings } = summary;
  const table = headline === null ? undefined : snapshots[headline];
  const share = / \([^()]* %\)/.exec(withLabels(table?.eligible.statement ?? ""))?.[0] ?? "";
  const connections =
    table === undefined
      ? "No netstat table"
      : table.hasOffloadState && eligible !== null
        ? `${eligible.offloaded} of ${eligible.total} eligible connections offloaded${share}`
        : "No Offload State column";
  const setting = (value: string | number | undefined) => value ?? "not captured";
  const chimney = `Chimney ${setting(settings.chimneyOffload)}`;
  return printable(`${connections} · ${chimney} · RSS ${setting(settings.receiveSideScaling)}`);
}

function findingLines({ findings }: HostReport, show: readonly FindingKind[], page: Page): readonly string[] {
  const own = show.flatMap((kind) => ownFindings(findings).filter((finding) => finding.kind === kind));
  const told = own.filter(({ kind, severity }) => kind === "fail" || severity !== "info");
  const lines = told.slice(0, MOST_FINDINGS).map(({ kind, severity, message, rule }) => {
    const mark = kind === "fail" ? severity : "review";
    const id = `[${printable(rule)}]`;
    const text = page.cut(firstSentence(printable(message)), { beside: mark.length + id.length + 5, least: LEAST });
    return `  ${kind === "fail" ? severityText(severity, page) : mark}: ${text} ${page.paint.faint(id)}`;
  });
  const more = own.length - lines.length;
  return lines.length === 0
    ? []
    : ["", ...lines, ...(more > 0 ? [`  and ${counted(more, "more finding", "more findings")} of less weight`] : [])];
}

/** The one thing to do next: what mends the worst of it, else what to capture. */
function nextLines(host: HostReport, page: Page): readonly string[] {
  const { findings, verdict, actions = [] } = host;
  const grave = findings.filter(({ kind, severity }) => kind === "fail" && severity !== "info").map(({ rule }) => rule);
  const mending = actions.find(({ settles }) => settles.some((rule) => grave.includes(rule)));
  if (mending !== undefined) return stepLines(mending.step, { mark: "Next: ", indent: 0, hang: 0 }, page);
  const next = verdict?.next ?? [];
  if (next.length > 0) {
    return ["Next, capture:", ...next.slice(0, MOST_COMMANDS).map((command) => commandLine(command, 2))];
  }
  const [first] = actions;
  if (first !== undefined) return stepLines(first.step, { mark: "Next: ", indent: 0, hang: 0 }, page);
  return ["Nothing needs fixing."];
}

function unreadLines({ sources }: Report, page: Page): readonly string[] {
  const unread = sources.filter(({ status }) => status === "failed" || status === "partial");
  if (unread.length === 0) return [];
  const more = unread.length - MOST_UNREAD;
  return [
    "",
    ...unread
      .slice(0, MOST_UNREAD)
      .map(({ name, reason }) => page.cut(`Not read whole: ${page.source(name)} (${printable(reason ?? "")})`)),
    ...(more > 0 ? [`and ${counted(more, "more file")} that could not be read whole`] : []),
  ];
}

function moreText({ diagnostics }: Report): string {
  const warnings = diagnostics.filter(({ severity }) => severity !== "info").length;
  const input = warnings === 0 ? "" : `${counted(warnings, "warning")} about the input. `;
  return `${input}More: -v for the whole report, chimneysweep explain NAME for a name in [ ].`;
}

function firstSentence(message: string): string {
  return /^.*?[.](?= |$)/.exec(message)?.[0].replace(/\.$/, "") ?? message;
}
