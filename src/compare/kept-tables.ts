import { isMasked } from "../../grammar/lexicon/masks.ts";
import { type OffloadState, offloadStates } from "../../grammar/locales/locale.ts";
import type { Snapshot } from "../report/index.ts";
import type { ConnectionRow } from "../summary/index.ts";

/** The connections of one netstat table that are counted in its ratio; entry i of each list is about connection i. */
export interface KeptTable {
  readonly source: string;
  /** Lines of its first and its last row. */
  readonly firstLine: number;
  readonly lastLine: number;
  /** Its two ends, in memory of its own. */
  readonly ends: readonly string[];
  /** -1 where the row has none. */
  readonly processIds: Float64Array;
  /** Indices of offload states. */
  readonly offload: Uint8Array;
  readonly lines: Int32Array;
  /** True when it has more connections than are kept. */
  readonly isCut: boolean;
}

/** The tables that went by, as far as they are kept. It grows by `keepTable`: the one thing here that does. */
export interface KeptTables {
  readonly bySource: Map<string, KeptTable[]>;
  connections: number;
}

/** Tables kept of the beginning of a source, and of its end: a log of thousands is compared by those. */
const AT_EITHER_END = 8;

/** Connections kept of one table, and of all tables together. */
const MOST_OF_TABLE = 200_000;
const MOST_CONNECTIONS = 1_000_000;

export function noTables(): KeptTables {
  return { bySource: new Map(), connections: 0 };
}

/** Keeps a table, letting an earlier one of its source go where there are too many; none when all room is taken. */
export function keepTable(kept: KeptTables, rows: readonly ConnectionRow[]): void {
  const table = keptTable(rows);
  if (table === undefined) return;
  const tables = kept.bySource.get(table.source) ?? [];
  if (tables.length === 2 * AT_EITHER_END) {
    const [middle] = tables.splice(AT_EITHER_END, 1);
    kept.connections -= middle?.ends.length ?? 0;
  }
  kept.bySource.set(table.source, tables);
  if (kept.connections + table.ends.length > MOST_CONNECTIONS) return;
  kept.connections += table.ends.length;
  tables.push(table);
}

/** The table that a snapshot is of; undefined when it was not kept. One without counted connections need not be. */
export function tableOf({ bySource }: KeptTables, snapshot: Snapshot): KeptTable | undefined {
  const { source, line, endLine, eligible } = snapshot;
  const isOf = ({ firstLine, lastLine }: KeptTable) => line <= firstLine && lastLine <= endLine;
  const found = bySource.get(source)?.find(isOf);
  if (found !== undefined || eligible.total + eligible.transitional > 0) return found;
  return tableWith({ source, firstLine: line, lastLine: endLine }, [], false);
}

/** The two ends of a connection, from the text they are kept as. */
export function endsOf(
  kept: string,
): readonly [localAddress: string, localPort: string, address: string, port: string] {
  const [localAddress = "", localPort = "", address = "", port = ""] = kept.split("\n");
  return [localAddress, localPort, address, port];
}

/** The state of a kept connection. */
export function offloadStateAt({ offload }: KeptTable, at: number): OffloadState {
  return offloadStates[offload[at] ?? 0] ?? "inHost";
}

function keptTable(rows: readonly ConnectionRow[]): KeptTable | undefined {
  const [first] = rows;
  const last = rows.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const isCounted = (row: ConnectionRow) => row.class === "eligible" || row.class === "transitional";
  const counted = rows.filter((row) => isCounted(row) && !hasMask(row));
  const place = { source: first.source, firstLine: first.connection.line, lastLine: last.connection.line };
  return tableWith(place, counted.slice(0, MOST_OF_TABLE), counted.length > MOST_OF_TABLE);
}

/** Masked rows of two tables may be the same connection or not. */
function hasMask({ connection: { localAddress, localPort, foreignAddress, foreignPort } }: ConnectionRow): boolean {
  return [localAddress, localPort, foreignAddress, foreignPort].some((part) => isMasked(String(part)));
}

function tableWith(
  place: Pick<KeptTable, "source" | "firstLine" | "lastLine">,
  rows: readonly ConnectionRow[],
  isCut: boolean,
): KeptTable {
  return {
    ...place,
    // What is joined from several pieces is a new text, which keeps none of them alive.
    ends: rows.map(({ connection: { localAddress, localPort, foreignAddress, foreignPort } }) =>
      [localAddress, localPort, foreignAddress, foreignPort].join("\n"),
    ),
    processIds: Float64Array.from(rows, ({ connection }) => connection.pid ?? -1),
    offload: Uint8Array.from(rows, ({ connection }) => offloadStates.indexOf(connection.offloadState ?? "inHost")),
    lines: Int32Array.from(rows, ({ connection }) => connection.line),
    isCut,
  };
}
