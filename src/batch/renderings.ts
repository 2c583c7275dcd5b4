import type { FindingKind, Report } from "../report/report.ts";
import { type TableName, tableNames } from "../report/tables/index.ts";
import { VERSION } from "../report/version.ts";
import { type CsvOptions, jsonPieces, plain, type Rendering, reporters, withShown } from "../reporters/index.ts";

/** How outputs are to look. */
export interface Look {
  readonly csv: CsvOptions;
  /** Kinds of findings to print; all of them when it is missing. */
  readonly show?: readonly FindingKind[];
}

/** Each table as CSV, exactly as analyze writes it. */
export async function tableRenderings({ csv, show }: Look): Promise<ReadonlyMap<TableName, Rendering>> {
  const options = { version: VERSION, columns: 80, paint: plain, csv, ...(show !== undefined && { show }) };
  const all = new Map<TableName, Rendering>();
  for (const table of tableNames) all.set(table, await reporters.csv.open({ ...options, table }));
  return all;
}

/** The line of each host of a bundle in the report of all bundles. */
export function* hostLines(bundle: string, report: Report, { show }: Look): Generator<string> {
  for (const host of withShown(report, show).hosts) {
    yield* jsonPieces({ bundle, ...host }, "compact");
    yield "\n";
  }
}
