import { type Diagnostic, diagnostic } from "../../grammar/index.ts";
import { compareTexts } from "../text/index.ts";

export interface ReportDiagnostic extends Diagnostic {
  readonly source: string;
}

/** Collects what is said about the texts, bounded: a hostile text can't make the report larger than itself. */
export interface DiagnosticLog {
  readonly kept: ReportDiagnostic[];
  /** How many there were, by source and code; the first ones are kept. */
  readonly counts: Map<string, { readonly first: ReportDiagnostic; count: number }>;
}

/** Diagnostics of one code kept for one source: enough to see the pattern, few enough to read. */
const MOST_OF_A_CODE = 20;

export function emptyLog(): DiagnosticLog {
  return { kept: [], counts: new Map() };
}

export function note(log: DiagnosticLog, source: string, found: Diagnostic): void {
  const key = `${found.code}\n${source}`;
  const said = log.counts.get(key);
  const entry: ReportDiagnostic = { ...found, source };
  if (said === undefined) log.counts.set(key, { first: entry, count: 1 });
  else said.count += 1;
  if ((said?.count ?? 1) <= MOST_OF_A_CODE) log.kept.push(entry);
}

/** Everything noted, in the order of sources and lines; what was too much is summed up behind it. */
export function diagnosticsOf(log: DiagnosticLog, sources: readonly string[]): ReportDiagnostic[] {
  const sums = [...log.counts.values()]
    .filter(({ count }) => count > MOST_OF_A_CODE)
    .map(({ first, count }): ReportDiagnostic => {
      const message = `${count - MOST_OF_A_CODE} more of "${first.code}" in this source are not listed.`;
      return { ...diagnostic("too-many", message, first), source: first.source };
    });
  const order = new Map(sources.map((source, at) => [source, at]));
  const bySource = (a: ReportDiagnostic, b: ReportDiagnostic): number =>
    (order.get(a.source) ?? 0) - (order.get(b.source) ?? 0);
  return [
    ...log.kept.sort(
      (a, b) => bySource(a, b) || a.line - b.line || a.column - b.column || compareTexts(a.code, b.code),
    ),
    ...sums.sort((a, b) => bySource(a, b) || compareTexts(a.message, b.message)),
  ];
}
