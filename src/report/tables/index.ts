import { adapters } from "./adapters.ts";
import { chimneystats } from "./chimneystats.ts";
import { connectionsHeading } from "./connections.ts";
import { findings } from "./findings.ts";
import { settings } from "./settings.ts";
import { sources } from "./sources.ts";
import { summary } from "./summary.ts";
import type { PrintableTable } from "./table.ts";

export { bundleColumns } from "./bundles.ts";
export { connections } from "./connections.ts";
export {
  type Cell,
  type Column,
  type ColumnType,
  type PrintableTable,
  recordOf,
  type Table,
  type TableName,
  tableNames,
} from "./table.ts";

/** Every table, in the order in which tables are listed. */
export const tables: readonly PrintableTable[] = [
  connectionsHeading,
  settings,
  chimneystats,
  adapters,
  summary,
  findings,
  sources,
];
