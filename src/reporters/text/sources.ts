import { lineClasses } from "../../../grammar/grammar.ts";
import type { Ledger, Report, SourceReport } from "../../report.ts";
import { coverageOf } from "../coverage.ts";
import { printable } from "../printable.ts";
import { counted, tally } from "./figures.ts";
import type { Page } from "./page.ts";

/** Sources listed one by one; the others are counted. */
const MAX_LISTED = 50;

/** Skipped sources listed one by one beside others that were read; a support bundle has hundreds of them. */
const FEW_SKIPPED = 5;

/** What was found in each source, for a report in which nothing was recognised. */
export function nothingLines({ sources }: Report, page: Page): readonly string[] {
  const title = sources.length === 0 ? "There was nothing to read." : "Nothing was recognised.";
  return ["", ...page.paragraph(page.paint.strong(title), 0), ...sourceLines(sources, page)];
}

/** The sources that were not read whole or have nothing for us, and why. */
export function otherSourceLines({ sources }: Report, page: Page): readonly string[] {
  const unread = sources.filter(({ status }) => status === "failed" || status === "partial");
  const skipped = sources.filter(({ status }) => status === "skipped");
  if (unread.length + skipped.length === 0) return [];
  return [
    "",
    ...page.paragraph(page.paint.strong("Other sources"), 0),
    ...sourceLines(unread, page),
    ...(skipped.length <= FEW_SKIPPED ? sourceLines(skipped, page) : page.paragraph(skippedText(skipped), 2)),
  ];
}

/** What became of every line of all sources, and how much of the captures that is. */
export function coverageLines(report: Report, page: Page): readonly string[] {
  const lines = report.sources.reduce((sum, source) => sum + source.lines, 0);
  const { share, understood, lines: ofCaptures } = coverageOf(report);
  const ledger = tally(sumOf(report.sources.map((source) => source.ledger)));
  const coverage = share === null ? "" : ` Understood: ${understood} of ${counted(ofCaptures, "line")} of captures.`;
  return ["", ...page.paragraph(`${counted(lines, "line")} read${ledger && `: ${ledger}`}.${coverage}`, 0)];
}

function sourceLines(sources: readonly SourceReport[], page: Page): readonly string[] {
  const more = sources.length - MAX_LISTED;
  return [
    ...sources.slice(0, MAX_LISTED).flatMap((source) => page.paragraph(statement(source), 2)),
    ...(more > 0 ? page.paragraph(`and ${counted(more, "more source")}`, 2) : []),
  ];
}

function statement({ name, status, reason, lines, ledger }: SourceReport): string {
  const why = reason === null ? "" : `: ${printable(reason)}`;
  const what = status === "ok" ? "read" : status === "partial" ? "read in part" : status;
  const found = lines === 0 ? "" : `; ${counted(lines, "line")}: ${tally(ledger)}`;
  return `${printable(name)}: ${what}${why}${found}`;
}

function skippedText(skipped: readonly SourceReport[]): string {
  const reasons = new Map<string, number>();
  for (const { reason } of skipped) reasons.set(reason ?? "", (reasons.get(reason ?? "") ?? 0) + 1);
  const counts = [...reasons].map(([reason, count]) => `${count} ${printable(reason)}`);
  return `${skipped.length} skipped: ${counts.join("; ")}`;
}

function sumOf(ledgers: readonly Ledger[]): Record<string, number> {
  return Object.fromEntries(lineClasses.map((name) => [name, ledgers.reduce((sum, ledger) => sum + ledger[name], 0)]));
}
