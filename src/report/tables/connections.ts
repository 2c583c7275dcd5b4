import type { ConnectionRow } from "../../summary/index.ts";
import { reportTable, type Table } from "./table.ts";

/** Every row of every netstat table, as it was read. Its rows stream by: no report holds them. */
export const connections: Table<ConnectionRow> = {
  name: "connections",
  columns: [
    { name: "host", type: "text", cell: (row) => row.host },
    { name: "source", type: "text", cell: (row) => row.source },
    { name: "line", type: "integer", cell: (row) => row.connection.line },
    { name: "snapshot", type: "integer", cell: (row) => row.snapshot },
    { name: "time", type: "text", cell: (row) => row.time },
    { name: "protocol", type: "text", cell: (row) => row.connection.protocol },
    { name: "local_address", type: "text", cell: (row) => row.connection.localAddress },
    { name: "local_port", type: "text", cell: (row) => row.connection.localPort },
    { name: "foreign_address", type: "text", cell: (row) => row.connection.foreignAddress },
    { name: "foreign_port", type: "text", cell: (row) => row.connection.foreignPort },
    { name: "state", type: "text", cell: (row) => row.connection.state },
    {
      name: "offload_state",
      type: "text",
      cell: (row) => row.connection.offloadState ?? row.connection.unknownOffloadState,
    },
    { name: "pid", type: "integer", cell: (row) => row.connection.pid },
    { name: "process", type: "text", cell: (row) => row.process },
    { name: "class", type: "text", cell: (row) => row.class },
  ],
};

/** The table as a report alone can print it: its heading, and no rows. */
export const connectionsHeading = reportTable(connections, () => []);
