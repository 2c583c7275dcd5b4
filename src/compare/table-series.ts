import { inOrderOfTime } from "../hosts/index.ts";
import type { HostReport, Snapshot } from "../report/index.ts";
import { leavesRowsOut } from "../summary/index.ts";

/** Tables of a host that show the same sort of rows at one moment after the other. */
export interface TableSeries {
  /** `time` where their times tell the order, `reading` where they follow each other in one source. */
  readonly order: "time" | "reading";
  readonly tables: readonly Snapshot[];
}

/**
 * The tables with offload states that can be compared with each other, the first one first. What a command left out of a
 * table is not gone; and of two files without times nothing tells which was saved first.
 */
export function tableSeries({ summary: { snapshots, headline } }: HostReport): TableSeries {
  const chosen = headline === null ? undefined : snapshots[headline];
  if (chosen === undefined) return { order: "reading", tables: [] };
  const alike = snapshots.filter((table) => table.hasOffloadState && showsTheSame(table, chosen));
  const timed = inOrderOfTime(alike);
  if (timed.length > 0) return { order: "time", tables: timed };
  return { order: "reading", tables: alike.filter(({ source }) => source === chosen.source) };
}

function showsTheSame({ command: one }: Snapshot, { command: other }: Snapshot): boolean {
  const [a, b] = [spelling(one), spelling(other)];
  return a === b || (!leavesRowsOut(a) && !leavesRowsOut(b));
}

function spelling(command: string | null): string {
  return (command ?? "").trim().toLowerCase().replace(/\s+/g, " ");
}
