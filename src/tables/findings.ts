import { reportTable } from "./table.ts";

/** What rules say about the hosts. No rule judges yet: the heading is there for those who read the file, rows are not. */
export const findings = reportTable<never>(
  {
    name: "findings",
    columns: [
      { name: "host", type: "text", cell: () => null },
      { name: "rule", type: "text", cell: () => null },
      { name: "kind", type: "text", cell: () => null },
      { name: "severity", type: "text", cell: () => null },
      { name: "message", type: "text", cell: () => null },
      { name: "source", type: "text", cell: () => null },
      { name: "line", type: "number", cell: () => null },
      { name: "evidence", type: "text", cell: () => null },
      { name: "remedy", type: "text", cell: () => null },
    ],
  },
  () => [],
);
