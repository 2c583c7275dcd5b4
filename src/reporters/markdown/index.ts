import type { FindingKind, Report } from "../../report/index.ts";
import { type Reporter, usuallyShown } from "../reporter.ts";
import { type Block, joined, ranks } from "./blocks.ts";
import { inline } from "./escape.ts";
import { findingBlocks } from "./findings.ts";
import { hostBlocks, overviewBlocks } from "./host.ts";
import { unreadBlocks } from "./unread.ts";

/** For tickets: fits a comment, and nothing captured in it can turn into markup, links or mentions. */
export const markdown: Reporter = {
  name: "markdown",
  description: "for tickets and chats",
  endings: [".md", ".markdown"],
  open: async ({ show = usuallyShown, mostLines }) => ({
    opening: "",
    report: (report) => [joined(blocksOf(report, show), mostLines)],
  }),
};

function blocksOf(report: Report, show: readonly FindingKind[]): readonly Block[] {
  const nothing: Block = { rank: ranks.verdict, lines: ["Nothing was recognised in what was read."] };
  return [
    ...(report.hosts.length === 0 ? [nothing] : overviewBlocks(report.hosts)),
    ...(report.fleet === null ? [] : findingBlocks(report.fleet.findings, show)),
    ...report.hosts.flatMap((host) => hostBlocks(host, show)),
    ...unreadBlocks(report),
    { rank: ranks.settings, lines: [`Made by chimneysweep ${inline(report.tool.version)}.`] },
  ];
}
