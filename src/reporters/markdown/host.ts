import { osTitle } from "../../facts/os-bands.ts";
import type { FindingKind, HostReport } from "../../report/index.ts";
import { counted, NONE, percent, placeText, withLabels } from "../figures.ts";
import { saidByVerdict } from "../folded.ts";
import { identityLine } from "../identity.ts";
import { findingCounts } from "../words.ts";
import { type Block, ranks } from "./blocks.ts";
import { codeSpan, inline, table } from "./escape.ts";
import { actionBlocks, findingBlocks, quoted, uncheckedBlocks } from "./findings.ts";

/** Settings listed; of more the rest is in JSON. */
const MOST_SETTINGS = 30;

/** Everything about one host that a ticket needs, what matters most first. */
export function hostBlocks(host: HostReport, show: readonly FindingKind[]): readonly Block[] {
  return [
    { rank: ranks.verdict, lines: [`## ${titleOf(host)}`] },
    ...verdictBlocks(host),
    ...ratioBlocks(host),
    ...findingBlocks(host.findings, show, host.actions),
    ...actionBlocks(host.actions ?? []),
    ...settingBlocks(host),
    ...uncheckedBlocks(host.findings),
  ];
}

/** One row a host, when there are several. */
export function overviewBlocks(hosts: readonly HostReport[]): readonly Block[] {
  if (hosts.length < 2) return [];
  const rows = hosts.map((host) => {
    const { eligible, settings } = host.summary;
    const ratio = hasRatio(host) && eligible !== null ? `${eligible.offloaded} of ${eligible.total}` : NONE;
    return [nameOf(host), ratio, String(settings.chimneyOffload ?? NONE), findingCounts(host) || NONE];
  });
  const lines = table([["Host", "Offloaded, of eligible", "Chimney", "Findings"], ...rows], "lrll");
  return [{ rank: ranks.overview, lines }];
}

function titleOf(host: HostReport): string {
  return host.host === null ? `Host not named (${inline(nameOf(host))})` : inline(host.host);
}

function nameOf({ host, captures }: HostReport): string {
  return host ?? captures[0]?.source ?? NONE;
}

function verdictBlocks(host: HostReport): readonly Block[] {
  const { verdict, os } = host;
  const windows = os === null ? "Windows not known" : osTitle(os) + (os.build === null ? "" : ` (${os.build})`);
  const version: Block = { rank: ranks.ratio, lines: [`${inline(windows)}. ${inline(identityLine(host))}.`] };
  if (verdict === null) return [version];
  const next = verdict.next.map((command) => `- ${codeSpan(command)}`);
  const rules = saidByVerdict(host.findings);
  return [
    { rank: ranks.verdict, lines: [`**${inline(withLabels(verdict.statement))}**`] },
    version,
    ...quoted(verdict.because),
    ...(rules.length === 0
      ? []
      : [{ rank: ranks.review, lines: [`Rules that say the same: ${rules.map(codeSpan).join(", ")}`] }]),
    ...(next.length === 0 ? [] : [{ rank: ranks.figures, lines: ["Capture next:", "", ...next] }]),
  ];
}

function ratioBlocks(host: HostReport): readonly Block[] {
  const { headline, snapshots, eligible, raw } = host.summary;
  const snapshot = headline === null ? undefined : snapshots[headline];
  if (snapshot === undefined || eligible === null || raw === null) {
    return [
      { rank: ranks.ratio, lines: ["No netstat table was captured, so there is no ratio: run `netstat -nato`."] },
    ];
  }
  const among = snapshots.length > 1 ? `, one of ${snapshots.length} tables` : "";
  const from = `${codeSpan(snapshot.command ?? "netstat")}, ${codeSpan(placeText(snapshot, snapshot.endLine))}${among}`;
  const statement: Block = {
    rank: ranks.ratio,
    lines: [`${inline(withLabels(snapshot.eligible.statement))} (${from})`],
  };
  if (!snapshot.hasOffloadState) return [statement];
  const rows = [
    ["Eligible", eligible.offloaded, eligible.inHost, eligible.transitional, percent(eligible.ratio, eligible.total)],
    ["All TCP rows", raw.offloaded, raw.inHost, raw.transitional, percent(raw.ratio, raw.total)],
  ].map((row) => row.map(String));
  const lines = table([["Connections", "Offloaded", "In host", "On the way", "Share"], ...rows], "lrrrr");
  return [statement, { rank: ranks.figures, lines }];
}

function hasRatio({ summary: { headline, snapshots } }: HostReport): boolean {
  return headline !== null && snapshots[headline]?.hasOffloadState === true;
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
