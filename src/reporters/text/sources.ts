import type { DiagnosticCode } from "../../../grammar/contract/diagnostic.ts";
import { lineClasses } from "../../../grammar/contract/grammar.ts";
import type { Ledger, Report, ReportDiagnostic, SourceReport } from "../../report/index.ts";
import { coverageOf } from "../coverage.ts";
import { counted, tally } from "../figures.ts";
import { printable } from "../printable.ts";
import { reasonsAmong } from "./diagnostics.ts";
import type { Page } from "./page.ts";
import { bundleOf, skippedText } from "./skipped.ts";

/** Sources listed one by one; the others are counted. */
const MAX_LISTED = 50;

/** What is said of a source that is skipped because there is nothing in it for us. */
const HARMLESS: readonly DiagnosticCode[] = [
  "source-empty",
  "source-binary",
  "source-own-report",
  "nothing-recognised",
];

/** Skipped sources listed one by one beside others that were read; a support bundle has hundreds of them. */
const FEW_SKIPPED = 5;

/** Bundles of whose skipped files it is told by name. */
const MOST_BUNDLES = 10;

/** What was found in each source, for a report in which nothing was recognised. */
export function nothingLines(report: Report, page: Page): readonly string[] {
  const title = report.sources.length === 0 ? "There was nothing to read." : "Nothing was recognised.";
  return ["", ...page.paragraph(page.paint.strong(title), 0), ...unreadLines(report, page)];
}

/** The sources that were not read whole or have nothing for us, and why. */
export function otherSourceLines(report: Report, page: Page): readonly string[] {
  const lines = unreadLines(report, page);
  return lines.length === 0 ? [] : ["", ...page.paragraph(page.paint.strong("Other sources"), 0), ...lines];
}

/** What went wrong one by one, then what was skipped with good reason: counted for each bundle, unless it is little. */
function unreadLines(report: Report, page: Page): readonly string[] {
  const { sources } = report;
  const troubled = new Set([...reasonsAmong(report)].filter(isTrouble).map(({ source }) => source));
  const isSkipped = ({ name, status }: SourceReport) => status === "skipped" && !troubled.has(name);
  const problems = sources.filter((source) => source.status !== "ok" && !isSkipped(source));
  const bundles = byBundle(sources.filter(isSkipped));
  const others = [...bundles].slice(MOST_BUNDLES).flatMap(([, skipped]) => skipped);
  return [
    ...sourceLines(problems, page),
    ...[...bundles].slice(0, MOST_BUNDLES).flatMap(([bundle, skipped]) => {
      if (skipped.length <= FEW_SKIPPED) return sourceLines(skipped, page);
      const all = sources.filter((source) => bundleOf(source) === bundle).length;
      return page.paragraph(skippedText(skipped, all, bundle), 2);
    }),
    ...(others.length > 0 ? page.paragraph(`and ${counted(others.length, "file")} of more bundles`, 2) : []),
  ];
}

function byBundle(sources: readonly SourceReport[]): ReadonlyMap<string | undefined, readonly SourceReport[]> {
  const bundles = new Map<string | undefined, SourceReport[]>();
  for (const source of sources) {
    const bundle = bundleOf(source);
    const others = bundles.get(bundle);
    if (others === undefined) bundles.set(bundle, [source]);
    else others.push(source);
  }
  return bundles;
}

/** Trouble with a source that was skipped: more than that it holds nothing for us. */
function isTrouble({ severity, code }: ReportDiagnostic): boolean {
  return severity !== "info" && !HARMLESS.includes(code);
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
    ...sources.slice(0, MAX_LISTED).flatMap((source) => page.paragraph(statement(source, page), 2)),
    ...(more > 0 ? page.paragraph(`and ${counted(more, "more source")}`, 2) : []),
  ];
}

function statement({ name, status, reason, lines, ledger }: SourceReport, page: Page): string {
  const why = reason === null ? "" : `: ${printable(reason)}`;
  const what = status === "ok" ? "read" : status === "partial" ? "read in part" : status;
  const found = lines === 0 ? "" : `; ${counted(lines, "line")}: ${tally(ledger)}`;
  return `${page.source(name)}: ${what}${why}${found}`;
}

function sumOf(ledgers: readonly Ledger[]): Record<string, number> {
  return Object.fromEntries(lineClasses.map((name) => [name, ledgers.reduce((sum, ledger) => sum + ledger[name], 0)]));
}
