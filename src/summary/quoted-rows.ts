import type { Connection } from "../../grammar/kinds/netstat/index.ts";
import type { ConnectionClass, Snapshot } from "./connection-report.ts";

/** The rows of a table by their classes, and their numbers. */
export interface NumberedRows {
  readonly snapshot: Snapshot;
  /** One for each record, in the same order. */
  readonly classes: readonly ConnectionClass[];
}

/** Longest text of an address in a note. */
const LONGEST_ADDRESS = 60;

/** Rows quoted of one sort. */
const MOST_EXAMPLES = 5;

/** The first rows of each sort. The numbers tell how many there are to find: of most sorts none, or enough at once. */
export function quotedRows(records: readonly Connection[], { classes, snapshot }: NumberedRows) {
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
  const add = (sort: keyof typeof rows, record: Connection): void => {
    if (rows[sort].length === MOST_EXAMPLES) return;
    rows[sort].push(record);
    left -= 1;
  };
  for (let index = 0; left > 0 && index < records.length; index += 1) {
    const record = records[index];
    const kind = classes[index];
    if (record === undefined) continue;
    if (record.offloadState !== undefined) add(record.offloadState, record);
    else if (record.unknownOffloadState !== undefined) add("unknown", record);
    if (kind === "eligible" && record.offloadState === "inHost") add("eligibleInHost", record);
    if (kind === "duplicate") add("duplicates", record);
    else if (kind === "loopback" || kind === "sameHost") add("own", record);
  }
  return rows;
}

/** An end of a connection as netstat prints it, an address of IPv6 in brackets. */
export function endpoint(address: string, port: number | string): string {
  const short = address.length > LONGEST_ADDRESS ? `${address.slice(0, LONGEST_ADDRESS)}…` : address;
  return address.includes(":") ? `[${short}]:${port}` : `${short}:${port}`;
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
