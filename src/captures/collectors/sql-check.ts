import type { Collector } from "./collector.ts";

const report = /^SQL Server Connectivity Check v\d/m;

/** Microsoft's SQLCheck: a report with values that it took out of what netsh printed. It names the host itself. */
export const sqlCheck: Collector = {
  name: "SQLCheck",
  attribute(_path, head) {
    return report.test(head) ? { collector: sqlCheck.name, holdsCaptures: true } : undefined;
  },
};
