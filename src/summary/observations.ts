import type { Connection } from "../../grammar/kinds/netstat/index.ts";
import { classNames, ELIGIBLE_CODE, TRANSITIONAL_CODE } from "./classify.ts";
import type { Columns } from "./columns.ts";
import type { ConnectionClass, Observation, RowNote } from "./connection-report.ts";
import { IN_HOST } from "./offload-codes.ts";
import { IS_NAME, numberedPort, type OwnHost } from "./own-host.ts";
import type { TableRows } from "./table-rows.ts";

/** Observations of a kind kept of a table: a table full of one kind is not to hide that there is another. */
const MOST_OF_A_KIND = 20;

/** Makes one number of two codes of ports; there are far fewer codes. */
const NEXT_PORT = 2 ** 26;

/** What an offload state other than InHost means in a class that does not lead one to expect it. */
const unexpectedIn: { readonly [K in ConnectionClass]?: Observation["kind"] } = {
  noConnection: "ineligibleStateOffloaded",
  setup: "ineligibleStateOffloaded",
  timeWait: "ineligibleStateOffloaded",
  loopback: "loopbackOffloaded",
  sameHost: "loopbackOffloaded",
};

/** The same by the codes of the classes. */
const unexpected = classNames.map((name) => unexpectedIn[name]);

/** A table as its observations need it. */
export interface Observed {
  readonly rows: TableRows;
  readonly columns: Columns;
  /** Codes of the rows' classes. */
  readonly classes: Uint8Array;
  readonly own: OwnHost;
  readonly quote: (record: Connection) => RowNote;
}

/** The rows that were sorted against what their offload state suggests, and the suspected ones; the first ones only. */
export function observe(table: Observed): readonly Observation[] {
  const observations: Observation[] = [];
  const counts = { ineligibleStateOffloaded: 0, loopbackOffloaded: 0, sameHostSuspected: 0 };
  const suspected = suspicion(table);
  let row = -1;
  for (const code of table.classes) {
    row += 1;
    const kind = kindOf(table, row, code, suspected);
    const record = kind === undefined || counts[kind] >= MOST_OF_A_KIND ? undefined : table.rows.at(row);
    if (kind === undefined || record === undefined) continue;
    counts[kind] += 1;
    const { source, line, text } = table.quote(record);
    observations.push({ source, line, kind, text });
  }
  return observations;
}

function kindOf(
  { columns, own }: Observed,
  row: number,
  code: number,
  isMirrored: (row: number) => boolean,
): Observation["kind"] | undefined {
  if (code !== ELIGIBLE_CODE && code !== TRANSITIONAL_CODE) {
    return columns.offload[row] === IN_HOST ? undefined : unexpected[code];
  }
  const marks = own.marks[columns.foreignAddress[row] ?? 0] ?? 0;
  return (marks & IS_NAME) !== 0 && isMirrored(row) ? "sameHostSuspected" : undefined;
}

/** True for a row whose two ports stand the other way round in another row, as the two ends of one connection do. */
function suspicion({ columns }: Observed): (row: number) => boolean {
  let pairs: ReadonlyMap<number, number> | undefined;
  return (row) => {
    pairs ??= portPairs(columns);
    const local = numberedPort(columns, columns.localPort[row] ?? 0);
    const foreign = numberedPort(columns, columns.foreignPort[row] ?? 0);
    return (pairs.get(foreign * NEXT_PORT + local) ?? 0) > (local === foreign ? 1 : 0);
  };
}

/** How many TCP rows have each pair of local and foreign port. */
function portPairs(columns: Columns): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  for (let row = 0; row < columns.rows; row += 1) {
    if (columns.isTcp[row] === 0) continue;
    const local = numberedPort(columns, columns.localPort[row] ?? 0);
    const pair = local * NEXT_PORT + numberedPort(columns, columns.foreignPort[row] ?? 0);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}
