import { osTitle } from "../../facts/os-bands.ts";
import { type FindingKind, fleetHost, type HostReport } from "../../report/index.ts";
import { allOf, counted, NONE, placeText, withLabels } from "../figures.ts";
import { saidByVerdict } from "../folded.ts";
import { type HostPlaces, hostPlaces } from "../host-places.ts";
import { hostTable, percentColumn } from "../host-table.ts";
import { identityLine } from "../identity.ts";
import { chimneyStates } from "../standing.ts";
import { leastWindows } from "../words.ts";
import { type Block, ranks } from "./blocks.ts";
import { codeSpan, inline, table } from "./escape.ts";
import { actionBlocks, findingBlocks, quoted, uncheckedBlocks } from "./findings.ts";

/** Settings listed; of more the rest is in JSON. */
const MOST_SETTINGS = 30;

/** Everything about one host that a ticket needs, what matters most first. */
export function hostBlocks(host: HostReport, show: readonly FindingKind[]): readonly Block[] {
  const places = hostPlaces(host, placeText);
  return [
    { rank: ranks.verdict, lines: [`## ${titleOf(host)}`] },
    ...verdictBlocks(host, places),
    ...ratioBlocks(host, places),
    ...findingBlocks(host.findings, show, host.actions, places.gutter),
    ...actionBlocks(host.actions ?? []),
    ...settingBlocks(host),
    ...uncheckedBlocks(host),
  ];
}

/** One row a host, when there are several, the worst first; then how Chimney is set on them. */
export function overviewBlocks(hosts: readonly HostReport[]): readonly Block[] {
  if (hosts.length < 2) return [];
  const entries = hosts.map(fleetHost);
  const { heading, rows, align, left } = hostTable(entries, ({ host, tables }) => host ?? tables[0]?.source ?? NONE);
  const more = left > 0 ? ["", `and ${counted(left, "more host")}, none of them worse`] : [];
  return [
    { rank: ranks.overview, lines: [...table([heading, ...rows], align), ...more], least: 3 },
    { rank: ranks.overview, lines: [`${counted(hosts.length, "host")}. ${inline(chimneyStates(entries))}.`] },
  ];
}

function titleOf(host: HostReport): string {
  return host.host === null ? `Host not named (${inline(nameOf(host))})` : inline(host.host);
}

function nameOf({ host, captures }: HostReport): string {
  return host ?? captures[0]?.source ?? NONE;
}

function verdictBlocks(host: HostReport, { sources, place, gutter }: HostPlaces): readonly Block[] {
  const { verdict, os } = host;
  const windows =
    os === null
      ? `Windows version unknown${leastWindows(host)}`
      : osTitle(os) + (os.build === null ? "" : ` (${os.build})`);
  const [first = "", ...others] = sources;
  const files = others.length === 0 ? first : counted(sources.length, "file");
  const legend =
    others.length === 0 ? [] : ["", ...sources.map((source, at) => `- \\[${at + 1}\\] ${codeSpan(source)}`)];
  const from = inline(identityLine(host, { files, place }));
  const version: Block = { rank: ranks.ratio, lines: [`${inline(windows)}. ${from}.`, ...legend] };
  if (verdict === null) return [version];
  const next = verdict.next.map((command) => `- ${codeSpan(command)}`);
  const rules = saidByVerdict(host.findings);
  return [
    { rank: ranks.verdict, lines: [`**${inline(withLabels(verdict.statement))}**`] },
    version,
    ...quoted(verdict.because, gutter),
    ...(rules.length === 0
      ? []
      : [{ rank: ranks.review, lines: [`Rules that say the same: ${rules.map(codeSpan).join(", ")}`] }]),
    ...(next.length === 0 ? [] : [{ rank: ranks.figures, lines: ["Capture next:", "", ...next] }]),
  ];
}

function ratioBlocks(host: HostReport, { place }: HostPlaces): readonly Block[] {
  const { headline, snapshots, eligible, raw } = host.summary;
  const snapshot = headline === null ? undefined : snapshots[headline];
  if (snapshot === undefined || eligible === null || raw === null) {
    return [
      { rank: ranks.ratio, lines: ["No netstat table was captured, so there is no ratio: run `netstat -nato`."] },
    ];
  }
  const among = snapshots.length > 1 ? `, one of ${snapshots.length} tables` : "";
  const from = `${codeSpan(snapshot.command ?? "netstat")}, ${place(snapshot, snapshot.endLine)}${among}`;
  const statement: Block = {
    rank: ranks.ratio,
    lines: [`${inline(withLabels(snapshot.eligible.statement))} (${from})`],
  };
  if (!snapshot.hasOffloadState) return [statement];
  const [share, rawShare] = percentColumn([eligible, raw]);
  const rows = [
    ["Eligible", eligible.offloaded, eligible.inHost, eligible.transitional, allOf(eligible), share],
    ["All TCP rows", raw.offloaded, raw.inHost, raw.transitional, allOf(raw), rawShare],
  ].map((row) => row.map(String));
  const lines = table([["Connections", "Offloaded", "In host", "On the way", "All", "Share"], ...rows], "lrrrrr");
  return [statement, { rank: ranks.figures, lines }];
}

function settingBlocks({ summary: { settings } }: HostReport): readonly Block[] {
  const rows = Object.entries(settings).map(([name, value]) => [name, String(value)]);
  if (rows.length === 0) return [];
  const more = rows.length - MOST_SETTINGS;
  return [
    {
      rank: ranks.settings,
      lines: [
        "### Settings",
        "",
        ...table([["Setting", "Value"], ...rows.slice(0, MOST_SETTINGS)], "ll"),
        ...(more > 0 ? ["", `and ${counted(more, "more setting")}`] : []),
      ],
    },
  ];
}
