import type { DiagnosticCode } from "../../../grammar/contract/diagnostic.ts";
import type { Report, ReportDiagnostic } from "../../report/index.ts";
import { counted } from "../figures.ts";
import { printable } from "../printable.ts";
import { type Page, severityText } from "./page.ts";

/** Diagnostics printed one by one; of more than these the counts say enough, and JSON has them all. */
const MAX_PRINTED = 50;

/** Notes printed one by one; more are counted. */
const FEW_NOTES = 5;

/** What the status of a source says already, in the list of sources. */
const SAID_BY_STATUS: readonly DiagnosticCode[] = [
  "source-missing",
  "source-unreadable",
  "source-empty",
  "source-binary",
  "source-own-report",
  "nothing-recognised",
];

/** What could not be read or only in part, and where; then the notes, counted unless they are few. */
export function diagnosticLines(report: Report, page: Page): readonly string[] {
  const reasons = reasonsAmong(report);
  const unsaid = report.diagnostics.filter((found) => !SAID_BY_STATUS.includes(found.code) && !reasons.has(found));
  const notes = unsaid.filter(({ severity }) => severity === "info");
  const rest = unsaid.filter(({ severity }) => severity !== "info");
  return [...sectionLines("Not understood, or contradictory", rest, page), ...noteLines(notes, page)];
}

/** The diagnostics that only repeat why a source was not read, or not to its end: that stands beside the source. */
export function reasonsAmong({ sources, diagnostics }: Report): ReadonlySet<ReportDiagnostic> {
  const reasons = new Set(sources.map(({ name, reason }) => keyOf(name, reason ?? "")));
  return new Set(diagnostics.filter(({ source, message }) => reasons.has(keyOf(source, message))));
}

function sectionLines(title: string, diagnostics: readonly ReportDiagnostic[], page: Page): readonly string[] {
  if (diagnostics.length === 0) return [];
  const more = diagnostics.length - MAX_PRINTED;
  return [
    "",
    ...page.paragraph(page.paint.strong(title), 0),
    ...diagnostics.slice(0, MAX_PRINTED).flatMap((diagnostic) => diagnosticText(diagnostic, page)),
    ...(more > 0 ? page.paragraph(`and ${more} more: ${countsByCode(diagnostics.slice(MAX_PRINTED))}`, 2) : []),
  ];
}

function noteLines(notes: readonly ReportDiagnostic[], page: Page): readonly string[] {
  if (notes.length <= FEW_NOTES) return sectionLines("About the input", notes, page);
  return ["", ...page.paragraph(`About the input: ${counted(notes.length, "remark")} (${countsByCode(notes)})`, 0)];
}

function diagnosticText(diagnostic: ReportDiagnostic, page: Page): readonly string[] {
  const { source, line, column, severity, message, code, excerpt } = diagnostic;
  const place = `${page.source(source)}:${line}:${column}`;
  const text = `${place}: ${severityText(severity, page)}: ${printable(message)} ${page.paint.faint(`[${code}]`)}`;
  return [...page.paragraph(text, 2), ...(excerpt === "" ? [] : [`      ${printable(excerpt)}`])];
}

function countsByCode(diagnostics: readonly ReportDiagnostic[]): string {
  const counts = new Map<string, number>();
  for (const { code } of diagnostics) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].map(([code, count]) => `${code} ${count}`).join(", ");
}

/** A reason is no sentence of its own, a message may be. */
function keyOf(source: string, text: string): string {
  return `${source}\n${text.replace(/\.$/, "")}`;
}
