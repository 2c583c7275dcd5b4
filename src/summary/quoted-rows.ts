import type { Connection } from "../../grammar/kinds/netstat/index.ts";
import { classNames, ELIGIBLE_CODE } from "./classify.ts";
import type { Columns } from "./columns.ts";
import type { Snapshot } from "./connection-report.ts";
import { ABSENT, IN_HOST, OFFLOADED, OFFLOADING, UNKNOWN, UPLOADING } from "./offload-codes.ts";
import type { TableRows } from "./table-rows.ts";

/** The rows of a table by their classes, and their numbers. */
export interface NumberedRows {
  readonly snapshot: Snapshot;
  readonly columns: Columns;
  /** Codes of the rows' classes. */
  readonly classCodes: Uint8Array;
}

/** Longest text of an address in a note. */
const LONGEST_ADDRESS = 60;

/** Rows quoted of one sort. */
const MOST_EXAMPLES = 5;

const DUPLICATE = classNames.indexOf("duplicate");
const LOOPBACK = classNames.indexOf("loopback");
const SAME_HOST = classNames.indexOf("sameHost");

/** The first rows of each sort. The numbers tell how many there are to find: of most sorts none, or enough at once. */
export function quotedRows(table: TableRows, { classCodes, columns, snapshot }: NumberedRows) {
  const { inHost, offloading, offloaded, uploading, unknown } = snapshot.connections.byOffloadState;
  const { loopback, sameHost } = snapshot.excluded;
  const counts = [
    inHost,
    offloading,
    offloaded,
    uploading,
    unknown,
    snapshot.eligible.inHost,
    loopback + sameHost,
    snapshot.notCounted.duplicate,
  ];
  let left = counts.reduce((sum, count) => sum + Math.min(count, MOST_EXAMPLES), 0);
  const rows = emptyRows();
  const add = (sort: keyof typeof rows, row: number): void => {
    const record = rows[sort].length === MOST_EXAMPLES ? undefined : table.at(row);
    if (record === undefined) return;
    rows[sort].push(record);
    left -= 1;
  };
  for (let row = 0; left > 0 && row < table.size; row += 1) {
    const kind = classCodes[row];
    const offload = columns.offload[row] ?? ABSENT;
    const sort = sorts[offload];
    if (sort !== undefined) add(sort, row);
    if (kind === ELIGIBLE_CODE && offload === IN_HOST) add("eligibleInHost", row);
    if (kind === DUPLICATE) add("duplicates", row);
    else if (kind === LOOPBACK || kind === SAME_HOST) add("own", row);
  }
  return rows;
}

/** An end of a connection as netstat prints it, an address of IPv6 in brackets. */
export function endpoint(address: string, port: number | string): string {
  const short = address.length > LONGEST_ADDRESS ? `${address.slice(0, LONGEST_ADDRESS)}…` : address;
  return address.includes(":") ? `[${short}]:${port}` : `${short}:${port}`;
}

/** By the codes of offload states. */
const sorts: readonly (keyof ReturnType<typeof emptyRows> | undefined)[] = sortsByCode();

function sortsByCode() {
  const sorted: (keyof ReturnType<typeof emptyRows> | undefined)[] = [];
  sorted[IN_HOST] = "inHost";
  sorted[OFFLOADED] = "offloaded";
  sorted[OFFLOADING] = "offloading";
  sorted[UPLOADING] = "uploading";
  sorted[UNKNOWN] = "unknown";
  return sorted;
}

function emptyRows() {
  const none = (): Connection[] => [];
  return {
    inHost: none(),
    offloading: none(),
    offloaded: none(),
    uploading: none(),
    eligibleInHost: none(),
    own: none(),
    unknown: none(),
    duplicates: none(),
  };
}
