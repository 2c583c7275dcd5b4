import type { Report, ReportDiagnostic } from "../../report/report.ts";

/** The diagnostics that only repeat why a source was not read, or not to its end: that stands beside the source. */
export function reasonsAmong({ sources, diagnostics }: Report): ReadonlySet<ReportDiagnostic> {
  const reasons = new Set(sources.map(({ name, reason }) => keyOf(name, reason ?? "")));
  return new Set(diagnostics.filter(({ source, message }) => reasons.has(keyOf(source, message))));
}

/** A reason is no sentence of its own, a message may be. */
function keyOf(source: string, text: string): string {
  return `${source}\n${text.replace(/\.$/, "")}`;
}
