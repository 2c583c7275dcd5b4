import type { AdapterReport, Report } from "../report.ts";
import { reportTable } from "./table.ts";

interface AdapterRow {
  readonly host: string | null;
  readonly adapter: AdapterReport;
}

/** Every network adapter that captures show, one row each. */
export const adapters = reportTable<AdapterRow>(
  {
    name: "adapters",
    columns: [
      { name: "host", type: "text", cell: (row) => row.host },
      { name: "adapter", type: "text", cell: (row) => row.adapter.name },
      { name: "description", type: "text", cell: (row) => row.adapter.description },
      { name: "driver_version", type: "text", cell: (row) => row.adapter.driver },
      { name: "speed_mbps", type: "real", cell: (row) => row.adapter.speedMbps },
      { name: "speed_of", type: "text", cell: (row) => row.adapter.speedOf },
      { name: "connection_offload_ipv4", type: "text", cell: (row) => row.adapter.connectionOffload.ipv4 },
      { name: "connection_offload_ipv6", type: "text", cell: (row) => row.adapter.connectionOffload.ipv6 },
      { name: "rss", type: "text", cell: (row) => row.adapter.rss },
      { name: "vmq", type: "text", cell: (row) => row.adapter.vmq },
      { name: "addresses", type: "text", cell: (row) => row.adapter.addresses.join(" ") },
      { name: "source", type: "text", cell: (row) => row.adapter.at?.source },
      { name: "line", type: "integer", cell: (row) => row.adapter.at?.line },
    ],
  },
  rowsOf,
);

function* rowsOf(report: Report): Iterable<AdapterRow> {
  for (const { host, adapters: own = [] } of report.hosts) for (const adapter of own) yield { host, adapter };
}
