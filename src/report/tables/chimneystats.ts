import type { ChimneyStatsReport, Report } from "../report.ts";
import { reportTable } from "./table.ts";

interface ChimneyStatsRow {
  readonly host: string | null;
  readonly cell: ChimneyStatsReport;
}

/** The cells of every chimneystats table, one row a cell, headings as printed: no column has a meaning here. */
export const chimneystats = reportTable<ChimneyStatsRow>(
  {
    name: "chimneystats",
    columns: [
      { name: "host", type: "text", cell: (row) => row.host },
      { name: "source", type: "text", cell: (row) => row.cell.source },
      { name: "line", type: "integer", cell: (row) => row.cell.line },
      { name: "interface", type: "text", cell: (row) => row.cell.interface },
      { name: "column", type: "text", cell: (row) => row.cell.column },
      { name: "value", type: "text", cell: (row) => row.cell.value },
    ],
  },
  rowsOf,
);

function* rowsOf(report: Report): Iterable<ChimneyStatsRow> {
  for (const { host, chimneyStats } of report.hosts) {
    for (const cell of chimneyStats) yield { host, cell };
  }
}
