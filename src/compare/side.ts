import type { AnyCapture } from "../captures/index.ts";
import type { Report } from "../report/index.ts";
import type { ConnectionRow } from "../summary/index.ts";
import type { ComparedSide } from "./comparison.ts";
import { type KeptTables, keepTable, noTables } from "./kept-tables.ts";

/** One side of a comparison: its report, and the connections where captures were read for it. */
export interface Side {
  readonly label: string;
  readonly report: Report;
  /** Null for an earlier report. */
  readonly tables: KeptTables | null;
}

/** What a comparison looks at while captures are read: options of `analyze`. */
export interface ReadAlong {
  readonly onConnections: (rows: readonly ConnectionRow[]) => void;
  readonly takes?: (capture: AnyCapture) => boolean;
}

/** Reads captures as `analyze` does, with these options beside its own. */
export type ReadCaptures = (along: ReadAlong) => Promise<Report>;

/** A side as it was read before, from a report. */
export function reportedSide(label: string, report: Report): Side {
  return { label, report, tables: null };
}

/** A side read from captures. */
export async function capturedSide(
  label: string,
  read: ReadCaptures,
  choice: Pick<ReadAlong, "takes"> = {},
): Promise<Side> {
  const tables = noTables();
  const report = await read({ ...choice, onConnections: (rows) => keepTable(tables, rows) });
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
