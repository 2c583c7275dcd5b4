import type { Comparison, FindingChange, HostComparison, RatioSide } from "../../compare/index.ts";
import { severities } from "../../report/index.ts";
import { counted, NONE } from "../figures.ts";
import { shortBand } from "../host-table.ts";
import { ranks } from "../markdown/blocks.ts";
import { verdictText } from "../standing.ts";
import { settingLabel } from "../words.ts";
import { type Part, tableOf } from "./part.ts";

/** The hosts from the worst to the best: by what is new on them, then by whether anything is different. */
export function worstComparedFirst(hosts: readonly HostComparison[]): readonly HostComparison[] {
  return hosts.toSorted((a, b) => {
    const [one, other] = [weight(a), weight(b)];
    const at = one.findIndex((count, index) => count !== other[index]);
    return at < 0 ? 0 : (other[at] ?? 0) - (one[at] ?? 0);
  });
}

/** One line a host, the worst first; nothing for a single host, whose chapter says the same. */
export function overviewParts({ hosts, of }: Comparison, nameOf: (host: HostComparison) => string): readonly Part[] {
  if (hosts.length < 2) return [];
  const rows = worstComparedFirst(hosts).map((host) => [
    nameOf(host),
    shortBand(host.os.after ?? host.os.before ?? NONE),
    chimneyText(host),
    stepText(shareText(host.ratio.before), shareText(host.ratio.after)),
    stepText(verdictText(host.verdict.before?.code ?? null), verdictText(host.verdict.after?.code ?? null)),
    newText(host),
    fixedText(host),
  ]);
  const same = hosts.filter(({ unchanged }) => unchanged).length;
  const changed = hosts.length - same;
  const sentence = `${counted(hosts.length, "host")} ${of === "moments" ? "at two moments" : "on both sides"}: ${changed} changed, ${same} unchanged.`;
  const heading = ["Host", "Windows", "Chimney", "Offloaded", "Verdict", "Worst new finding", "Fixed"];
  return [
    { title: null, rank: ranks.overview, sentences: [sentence] },
    { title: null, rank: ranks.overview, sentences: [], oneLineRows: true, ...tableOf(heading, "lllllll", rows) },
  ];
}

/** What is different on many hosts alike: each change of a setting and each new finding with the number of hosts. */
export function commonParts(hosts: readonly HostComparison[]): readonly Part[] {
  if (hosts.length < 2) return [];
  const counts = new Map<string, number>();
  for (const { settings, findings } of hosts) {
    const said = [
      ...settings.flatMap(({ setting, before, after }) =>
        before === null || after === null
          ? []
          : [`${settingLabel(setting) ?? setting}: ${before.value} → ${after.value}`],
      ),
      ...findings.flatMap(({ change, rule }) =>
        change === "new" ? [`new: ${rule}`] : change === "fixed" ? [`fixed: ${rule}`] : [],
      ),
    ];
    for (const one of new Set(said)) counts.set(one, (counts.get(one) ?? 0) + 1);
  }
  const rows = [...counts]
    .filter(([, number]) => number > 1)
    .sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
    .slice(0, MOST_COMMON)
    .map(([what, number]) => [counted(number, "host"), what]);
  if (rows.length === 0) return [];
  const isExplained = hosts.some(({ findings }) => findings.some(({ change }) => change === "new"));
  const sentences = isExplained ? ["chimneysweep explain RULE says why and what to do."] : [];
  const table = tableOf(["", "Change"], "rl", rows);
  return [{ title: "The same on several hosts", rank: ranks.overview, sentences, ...table }];
}

/** Changes listed that several hosts have in common. */
const MOST_COMMON = 10;

function weight(host: HostComparison): readonly number[] {
  const fresh = newProblems(host);
  return [
    ...severities.map((severity) => fresh.filter(({ after }) => after?.severity === severity).length),
    host.unchanged ? 0 : 1,
  ];
}

function newProblems({ findings }: HostComparison): readonly FindingChange[] {
  return findings.filter(
    ({ change, after }) => (change === "new" || change === "visibilityGained") && after?.kind === "fail",
  );
}

function newText(host: HostComparison): string {
  if (host.unchanged) return "no change";
  const fresh = newProblems(host);
  for (const severity of severities) {
    const found = fresh.find(({ after }) => after?.severity === severity);
    if (found !== undefined) return `${found.rule} (${severity})`;
  }
  return NONE;
}

function fixedText({ findings }: HostComparison): string {
  const fixed = findings.filter(({ change, before }) => change === "fixed" && before?.kind === "fail").length;
  return fixed === 0 ? NONE : String(fixed);
}

function chimneyText({ settings }: HostComparison): string {
  const change = settings.find(({ setting }) => setting === "chimneyOffload");
  if (change === undefined) return "same";
  const value = (side: typeof change.before) => (side === null ? NONE : String(side.value));
  return stepText(value(change.before), value(change.after));
}

function shareText(side: RatioSide | null): string {
  return side === null || !side.hasOffloadState ? NONE : `${side.offloaded} of ${side.total}`;
}

function stepText(before: string, after: string): string {
  return before === after ? after : `${before} → ${after}`;
}
