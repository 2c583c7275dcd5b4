import type { Candidates, Group, Groups, HostReport, HostSummary, Snapshot } from "../../report/index.ts";
import { allOf, counted, NONE, percent, tally, withLabels } from "../figures.ts";
import { percentColumn } from "../host-table.ts";
import { printable } from "../printable.ts";
import { excludedWords, groupTitles, notCountedWords } from "../words.ts";
import type { Page } from "./page.ts";

const CAPTURE = "    netstat -nato";

/** How many connections are offloaded, of which, and what was left out: what the reader came for. */
export function connectionLines({ summary, verdict, candidates = null }: HostReport, page: Page): readonly string[] {
  const headline = summary.headline === null ? undefined : summary.snapshots[summary.headline];
  if (headline === undefined || summary.eligible === null || summary.raw === null) {
    return [...page.paragraph("No netstat table was found here, so there is no ratio. Capture one:", 2), CAPTURE];
  }
  // What the settings make of the numbers is said by the verdict, if there is one.
  const { statement } = verdict === null ? summary.eligible : headline.eligible;
  return [
    ...page.paragraph(page.paint.strong(printable(withLabels(statement))), 2),
    ...page.paragraph(page.paint.faint(tableText(headline, summary.snapshots.length, page)), 2),
    "",
    ...(headline.hasOffloadState ? ratioLines(headline, candidates, page) : []),
    ...page.paragraph(`By state: ${tally(headline.connections.byState) || "no state in any row"}`, 2),
    ...reasonLines(headline, page),
  ];
}

/** The groupings that tell something: those with several groups, not all of them on the same side. */
export function groupLines({ groups, groupsTested }: HostSummary, page: Page): readonly string[] {
  if (groups === null) return [];
  const keys = Object.keys(groupTitles) as (keyof Groups)[]; // groupTitles has no other keys
  return keys.flatMap((key) => {
    if (!isTelling(groups[key])) return [];
    const tested = groupsTested?.[key] ?? groups[key].length;
    const largest = tested > groups[key].length ? `, the largest ${groups[key].length} of ${tested}` : "";
    return ["", ...page.paragraph(`${groupTitles[key]}${largest}`, 2), ...tableLines(groups[key], page)];
  });
}

function tableText(snapshot: Snapshot, tables: number, page: Page): string {
  const { command, time, phase } = snapshot;
  const parts = [command ?? "netstat table", time, phase].filter((part) => part !== null).map(printable);
  const among = tables > 1 ? `, one of ${tables} tables` : "";
  return `${parts.join(", ")}, ${page.place(snapshot, snapshot.endLine)}${among}`;
}

function ratioLines({ raw, eligible }: Snapshot, candidates: Candidates | null, page: Page): readonly string[] {
  const isOther = candidates !== null && candidates.total !== eligible.total;
  const [share, rawShare] = percentColumn([eligible, raw]);
  const rows = [
    ["", "Offloaded", "In host", "On the way", "All", "Share"],
    ["Eligible", eligible.offloaded, eligible.inHost, eligible.transitional, allOf(eligible), share],
    ...(isOther ? [["Candidates", candidates.offloaded, candidates.inHost, NONE, NONE, NONE]] : []),
    ["All TCP rows", raw.offloaded, raw.inHost, raw.transitional, allOf(raw), rawShare],
  ];
  const lines = page.table(
    rows.map((row) => row.map(String)),
    { indent: 2, align: "lrrrrr" },
  );
  const aside = isOther ? page.paragraph(setAsideText(candidates), 2) : [];
  return [...lines, ...envelopeLines(eligible.envelope, eligible.total, page), ...aside, ""];
}

/** Why some of the eligible connections are no candidates. */
function setAsideText({ setAside: { neverOffloaded, adapterOff, excludedPort = 0 } }: Candidates): string {
  const words = [
    ...(neverOffloaded > 0 ? [`${neverOffloaded} over cluster, link-local, tunnel or VPN addresses`] : []),
    ...(adapterOff > 0 ? [`${adapterOff} over adapters with connection offload off`] : []),
    ...(excludedPort > 0 ? [`${excludedPort} of excluded ports`] : []),
  ];
  return `Candidates are the eligible connections without ${words.join(" and ")}.`;
}

function envelopeLines(envelope: readonly [number, number] | null, total: number, page: Page): readonly string[] {
  if (envelope === null) return [];
  const [low, high] = envelope.map((share) => percent(share, total));
  return page.paragraph(`With the connections on their way the share is between ${low} and ${high}.`, 2);
}

function reasonLines({ excluded, notCounted, raw, connections }: Snapshot, page: Page): readonly string[] {
  return [
    ...countLines(
      excluded,
      excludedWords,
      (left) => `Left out as not eligible: ${left} of ${raw.total} TCP rows`,
      page,
    ),
    ...countLines(
      notCounted,
      notCountedWords,
      (left) => `In no ratio: ${left} of ${counted(connections.total, "row")}`,
      page,
    ),
  ];
}

function countLines<K extends string>(
  counts: { readonly [P in K]: number },
  words: { readonly [P in K]: string },
  title: (sum: number) => string,
  page: Page,
): readonly string[] {
  const reasons = (Object.keys(words) as K[]).filter((reason) => counts[reason] > 0); // words has no other keys
  if (reasons.length === 0) return [];
  const sum = reasons.reduce((all, reason) => all + counts[reason], 0);
  const rows = reasons.map((reason) => [String(counts[reason]), words[reason]]);
  return ["", ...page.paragraph(title(sum), 2), ...page.table(rows, { indent: 4, align: "rl" })];
}

function isTelling(groups: readonly Group[]): boolean {
  const offloaded = groups.some((group) => group.offloaded > 0);
  // A single process with its name says who offloads.
  const isSeveral = groups.length > 1 || groups.some(({ key }) => /^\d+ \S/.test(key));
  return isSeveral && offloaded && groups.some((group) => group.offloaded < group.total);
}

function tableLines(groups: readonly Group[], page: Page): readonly string[] {
  const rows = groups.map((group) => [
    printable(group.key),
    `${group.offloaded} of ${group.offloaded + group.inHost}`,
    group.transitional > 0 ? `${group.transitional} on the way` : "",
    group.differs ? "differs from the others" : "",
  ]);
  return page.table(rows, { indent: 4, align: "lrrl" });
}
