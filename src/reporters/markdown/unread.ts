import type { Report } from "../../report/index.ts";
import { coverageOf } from "../coverage.ts";
import { counted } from "../figures.ts";
import { type Block, ranks } from "./blocks.ts";
import { codeSpan, inline } from "./escape.ts";

/** Diagnostics listed; JSON has them all. */
const MOST_LISTED = 10;

/** What could not be read: sources first, then what the texts themselves have amiss. */
export function unreadBlocks(report: Report): readonly Block[] {
  const unread = report.sources.filter(({ status }) => status === "failed" || status === "partial");
  const said = report.diagnostics.filter(({ severity }) => severity !== "info");
  const lines = [
    ...unread.map(({ name, reason }) => `- ${codeSpan(name)}: ${inline(reason ?? "could not be read")}`),
    ...said.map(({ source, line, message }) => `- ${codeSpan(`${source}:${line}`)}: ${inline(message)}`),
  ];
  if (lines.length === 0) return [];
  const more = lines.length - MOST_LISTED;
  const { lines: all, understood } = coverageOf(report);
  return [
    {
      rank: ranks.unread,
      lines: [
        "### Not read",
        "",
        `${understood} of ${counted(all, "captured line")} understood.`,
        "",
        ...lines.slice(0, MOST_LISTED),
        ...(more > 0 ? [`- and ${more} more`] : []),
      ],
    },
  ];
}
