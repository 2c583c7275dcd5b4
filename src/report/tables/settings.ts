import type { Report, SettingReport } from "../report.ts";
import { reportTable } from "./table.ts";

interface SettingRow {
  readonly host: string | null;
  readonly setting: SettingReport;
}

/** Every settings line as printed, one row a line; a label that no language of ours knows has no `setting`. */
export const settings = reportTable<SettingRow>(
  {
    name: "settings",
    columns: [
      { name: "host", type: "text", cell: (row) => row.host },
      { name: "source", type: "text", cell: (row) => row.setting.source },
      { name: "line", type: "integer", cell: (row) => row.setting.line },
      { name: "setting", type: "text", cell: (row) => row.setting.setting },
      { name: "label", type: "text", cell: (row) => row.setting.label },
      { name: "value", type: "text", cell: (row) => row.setting.value },
    ],
  },
  rowsOf,
);

function* rowsOf(report: Report): Iterable<SettingRow> {
  for (const { host, settings } of report.hosts) {
    for (const setting of settings) yield { host, setting };
  }
}
