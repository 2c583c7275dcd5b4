import { type SettingKey, settingKeys } from "../../../grammar/locales/locale.ts";
import { type HostReport, severities } from "../report.ts";
import { type Column, reportTable } from "./table.ts";

const countColumns = severities.map(
  (severity): Column<HostReport> => ({
    name: `${severity}s`,
    type: "integer",
    cell: ({ findings }) => findings.filter((one) => one.kind === "fail" && one.severity === severity).length,
  }),
);

/** One row a host: its headline numbers, and one column a setting under the setting's own name. */
export const summary = reportTable<HostReport>(
  {
    name: "summary",
    columns: [
      { name: "host", type: "text", cell: (row) => row.host },
      { name: "os", type: "text", cell: (row) => row.os?.band },
      { name: "snapshots", type: "integer", cell: (row) => row.summary.snapshots.length },
      { name: "connections", type: "integer", cell: (row) => row.summary.connections?.total },
      { name: "raw_offloaded", type: "integer", cell: (row) => row.summary.raw?.offloaded },
      { name: "raw_total", type: "integer", cell: (row) => row.summary.raw?.total },
      { name: "raw_ratio", type: "real", cell: (row) => row.summary.raw?.ratio },
      { name: "eligible_offloaded", type: "integer", cell: (row) => row.summary.eligible?.offloaded },
      { name: "eligible_total", type: "integer", cell: (row) => row.summary.eligible?.total },
      { name: "eligible_ratio", type: "real", cell: (row) => row.summary.eligible?.ratio },
      { name: "eligible_low", type: "real", cell: (row) => row.summary.eligible?.interval?.[0] },
      { name: "eligible_high", type: "real", cell: (row) => row.summary.eligible?.interval?.[1] },
      ...settingKeys.map(settingColumn),
      { name: "verdict", type: "text", cell: (row) => row.verdict?.code },
      ...countColumns,
      // Tells hosts of one name in several bundles apart, and hosts without a name.
      { name: "first_source", type: "text", cell: (row) => row.captures[0]?.source },
    ],
  },
  (report) => report.hosts,
);

function settingColumn(key: SettingKey): Column<HostReport> {
  return { name: key, type: "text", cell: (row) => row.summary.settings[key] };
}
