import type { Finding, Report, ReportPlace } from "../report/index.ts";

/** Lines of a source that are pointed out, by their numbers. */
export interface Marked {
  readonly source: string;
  /** The one that was asked for. */
  readonly first: number;
  readonly lines: readonly number[];
}

/** The line, with the others that the same finding or verdict rests on. */
export function markedAt(report: Report | null, { source, line }: ReportPlace): Marked {
  const all = [
    ...(report?.hosts.flatMap(({ verdict, findings }) => [verdict?.because ?? [], ...findings.map(evidenceOf)]) ?? []),
    ...(report?.fleet?.findings.map(evidenceOf) ?? []),
  ];
  const together = all.find((places) => places.some((place) => place.source === source && place.line === line)) ?? [];
  const lines = together.filter((place) => place.source === source).map((place) => place.line);
  return { source, first: line, lines: [line, ...lines] };
}

function evidenceOf({ evidence }: Finding): Finding["evidence"] {
  return evidence;
}
