import type { Finding, FindingKind, FleetFindings, HostReport } from "../../report/report.ts";
import { counted } from "../figures.ts";
import { explainedLines, ownFindings } from "../folded.ts";
import { printable } from "../printable.ts";
import { findingTitles } from "../words.ts";
import { type Page, quoteLines, severityText } from "./page.ts";

/** Findings of a kind printed of one host; a report of more is for JSON and CSV. */
const MAX_FINDINGS = 100;

/** Lines quoted of one finding. */
const MAX_QUOTED = 5;

/** What the rules found, worst first: each kind that is to be shown under its title. */
export function findingLines(
  { findings }: Pick<HostReport, "findings">,
  kinds: readonly FindingKind[],
  page: Page,
): readonly string[] {
  return kinds.flatMap((kind) =>
    sectionLines(
      kind,
      ownFindings(findings).filter((finding) => finding.kind === kind),
      findings,
      page,
    ),
  );
}

/** What shows when the hosts are laid side by side; nothing where nothing of it is to be shown. */
export function fleetLines({ findings }: FleetFindings, show: readonly FindingKind[], page: Page): readonly string[] {
  const lines = findingLines({ findings }, show, page);
  return lines.length === 0 ? [] : ["", ...page.paragraph(page.paint.strong("Between the hosts"), 0), ...lines];
}

function sectionLines(
  kind: FindingKind,
  findings: readonly Finding[],
  all: readonly Finding[],
  page: Page,
): readonly string[] {
  if (findings.length === 0) return [];
  const [first, ...others] = findings.slice(0, MAX_FINDINGS).map((finding) => oneFinding(finding, all, page));
  const brief = kind === "pass" || kind === "notApplicable" || kind === "notEvaluated";
  const separated = others.flatMap((lines) => (brief ? lines : ["", ...lines]));
  const more = findings.length - MAX_FINDINGS;
  return [
    "",
    ...page.paragraph(page.paint.strong(findingTitles[kind]), 2),
    ...(first ?? []),
    ...separated,
    ...(more > 0 ? page.paragraph(`and ${counted(more, "more finding")}`, 4) : []),
  ];
}

function oneFinding(finding: Finding, all: readonly Finding[], page: Page): readonly string[] {
  const { rule, kind, severity, message, evidence, supply, remedy, rollback } = finding;
  const mark = kind === "fail" ? `${severityText(severity, page)}: ` : "";
  return [
    ...page.paragraph(`${mark}${printable(message)} ${page.paint.faint(`[${printable(rule)}]`)}`, 4),
    ...quoteLines(evidence, MAX_QUOTED, 6, page),
    ...explainedLines(finding, all).flatMap((line) => page.paragraph(`Also: ${printable(line)}`, 6)),
    ...labelled("Supplied by", supply.join(" or "), page),
    ...labelled("Do", remedy ?? "", page),
    ...labelled("Undo", rollback ?? "", page),
  ];
}

function labelled(label: string, text: string, page: Page): readonly string[] {
  return text === "" ? [] : page.paragraph(`${label}: ${printable(text)}`, 6);
}
