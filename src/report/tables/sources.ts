import { type LineClass, lineClasses } from "../../../grammar/contract/grammar.ts";
import type { SourceReport } from "../report.ts";
import { type Column, reportTable } from "./table.ts";

/** One row a source: whether it was read, and what became of its lines. Several encodings stand with blanks between. */
export const sources = reportTable<SourceReport>(
  {
    name: "sources",
    columns: [
      { name: "name", type: "text", cell: (row) => row.name },
      { name: "status", type: "text", cell: (row) => row.status },
      { name: "reason", type: "text", cell: (row) => row.reason },
      { name: "bytes", type: "integer", cell: (row) => row.bytes },
      { name: "encoding", type: "text", cell: (row) => row.encodings.join(" ") },
      { name: "lines", type: "integer", cell: (row) => row.lines },
      ...lineClasses.map(ledgerColumn),
    ],
  },
  (report) => report.sources,
);

function ledgerColumn(name: LineClass): Column<SourceReport> {
  return { name, type: "integer", cell: (row) => row.ledger[name] };
}
