import type { Group, Groups, HostSummary } from "../../report/report.ts";
import { groupTitles } from "../connection-words.ts";
import { printable } from "../printable.ts";
import type { Page } from "./page.ts";

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

function isTelling(groups: readonly Group[]): boolean {
  const offloaded = groups.some((group) => group.offloaded > 0);
  return groups.length > 1 && offloaded && groups.some((group) => group.offloaded < group.total);
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
