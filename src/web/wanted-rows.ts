import type { ConnectionRow } from "../index.ts";
import type { RowsWanted } from "../reporters/html/parts.ts";

/** What of a row says to which numbers and bars of a report it belongs. */
export interface RowMarks {
  readonly source: string;
  readonly line: number;
  readonly class: ConnectionRow["class"];
  readonly ports: readonly string[];
  readonly addresses: { readonly local: string; readonly foreign: string };
  readonly pid: string;
  readonly side: Exclude<RowsWanted["side"], null> | null;
}

export function marksOf({ source, connection, class: counts }: ConnectionRow): RowMarks {
  const { line, localAddress, localPort, foreignAddress, foreignPort, pid, offloadState } = connection;
  return {
    source,
    line,
    class: counts,
    ports: [String(localPort), String(foreignPort)],
    addresses: { local: localAddress, foreign: foreignAddress },
    pid: String(pid ?? ""),
    side: sideOf(offloadState),
  };
}

/** True for a row that a number or a bar counts. */
export function isWanted(row: RowMarks, { table, by, key, side }: RowsWanted): boolean {
  const isOfTable = row.source === table.source && table.line <= row.line && row.line <= table.endLine;
  if (!isOfTable || (side !== null && row.side !== side)) return false;
  const isCounted = row.class === "eligible" || row.class === "transitional";
  switch (by) {
    case "tcp":
      return !NOT_TCP_ROWS.has(row.class);
    case "class":
      return row.class === key;
    case "counted":
      return isCounted;
    case "byServicePort":
      return isCounted && row.ports.includes(key);
    case "byForeignAddress":
      return isCounted && row.addresses.foreign === key;
    case "byLocalAddress":
      return isCounted && row.addresses.local === key;
    case "byProcess":
      return isCounted && row.pid === key.split(" ", 1)[0];
  }
}

/** Rows in no ratio at all. */
const NOT_TCP_ROWS: ReadonlySet<ConnectionRow["class"]> = new Set(["notTcp", "unknownOffload", "duplicate"]);

function sideOf(state: ConnectionRow["connection"]["offloadState"]): RowMarks["side"] {
  if (state === "offloaded") return "offloaded";
  if (state === "inHost") return "in-host";
  return state === undefined ? null : "on-the-way";
}
