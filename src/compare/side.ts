import { type AnalyzeInput, type AnalyzeOptions, analyze } from "../analyze.ts";
import type { Report } from "../report/report.ts";
import type { ComparedSide } from "./comparison.ts";
import { type KeptTables, keepTable, noTables } from "./kept-tables.ts";

/** One side of a comparison: its report, and the connections where captures were read for it. */
export interface Side {
  readonly label: string;
  readonly report: Report;
  /** Null for an earlier report. */
  readonly tables: KeptTables | null;
}

/** A side as it was read before, from a report. */
export function reportedSide(label: string, report: Report): Side {
  return { label, report, tables: null };
}

/** A side read from captures. */
export async function capturedSide(label: string, input: AnalyzeInput, options: AnalyzeOptions = {}): Promise<Side> {
  const tables = noTables();
  const report = await analyze(input, { ...options, onConnections: (rows) => keepTable(tables, rows) });
  return { label, report, tables };
}

/** The side as a comparison tells of it. */
export function comparedSide({ label, report, tables }: Side): ComparedSide {
  const unread = report.sources.filter(({ status }) => status === "failed" || status === "partial");
  return {
    label,
    origin: tables === null ? "report" : "captures",
    hosts: report.hosts.length,
    unread: unread.map(({ name, reason }) => ({ name, reason })),
  };
}
