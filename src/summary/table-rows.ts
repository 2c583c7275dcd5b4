import type { Connection, RecordsOnDemand } from "../../grammar/index.ts";
import {
  FOREIGN,
  FOREIGN_IS_TEXT,
  FOREIGN_PORT_IS_TEXT,
  IS_UDP,
  isPacked,
  LOCAL,
  LOCAL_IS_TEXT,
  LOCAL_PORT_IS_TEXT,
  NO_PROCESS,
  OFFLOAD_AT,
  OFFLOAD_MASK,
  type PackedRows,
  type PackedTable,
  type PlacedRows,
  PORTS,
  PROCESS,
  printedOffloadStates,
  printedStates,
  ROW,
  STATE_AT,
  STATE_MASK,
  WORDS,
} from "../../grammar/kinds/netstat/packed/index.ts";
import { addressIdOf, type Columns, columnsOf, emptyColumns, idOf, NONE, portCode, quadIdOf } from "./columns.ts";
import { ABSENT, offloadCode } from "./offload-codes.ts";

/** Rows as they were read: each of them made already, or packed. */
export interface TableRecords {
  readonly records: readonly Connection[];
  readonly onDemand?: RecordsOnDemand<Connection>;
}

/** The rows one by one: no more of them are made than are asked for. */
export type TableRows = RecordsOnDemand<Connection>;

/** Codes of offload states by the numbers of their words. */
const offloadCodes = printedOffloadStates.meanings.map((offloadState) =>
  offloadCode(offloadState === undefined ? {} : { offloadState }),
);

export function rowsOnDemand(table: TableRecords): TableRows {
  if (table.onDemand !== undefined) return table.onDemand;
  const { records } = table;
  return { size: records.length, at: (index) => records[index] };
}

/** The columns of a table, however it was read. */
export function columnsOfTable(table: TableRecords): Columns {
  const { onDemand } = table;
  return onDemand !== undefined && isPacked(onDemand) ? columnsOfPacked(onDemand) : columnsOf(table.records);
}

function columnsOfPacked({ size, runs }: PackedTable): Columns {
  const columns = emptyColumns(size, false);
  const stateIds: number[] = [];
  for (const run of runs) addRows(columns, run, stateIds);
  return columns;
}

/** `stateIds` are those of the words that have come before. */
function addRows(columns: Columns, { packed, first }: PlacedRows, stateIds: number[]): void {
  const { numbers, texts, rows } = packed;
  const { portNames, processIds } = columns;
  const portOf = (number: number, isText: number) => (isText === 0 ? number : portCode(portNames, texts[number] ?? ""));
  let local = NONE;
  let base = 0;
  for (let row = first; row < first + rows; row += 1) {
    const words = numbers[base + WORDS] ?? 0;
    const ports = numbers[base + PORTS] ?? 0;
    const pid = numbers[base + PROCESS] ?? NO_PROCESS;
    // Tables are sorted by local address, so most rows repeat the one before.
    if (base === 0 || !isLocalOfLast(numbers, base)) local = idIn(columns, packed, base + LOCAL, words & LOCAL_IS_TEXT);
    columns.isTcp[row] = (words & IS_UDP) === 0 ? 1 : 0;
    columns.localAddress[row] = local;
    columns.localPort[row] = portOf(ports >>> 16, words & LOCAL_PORT_IS_TEXT);
    columns.foreignAddress[row] = idIn(columns, packed, base + FOREIGN, words & FOREIGN_IS_TEXT);
    columns.foreignPort[row] = portOf(ports & 0xffff, words & FOREIGN_PORT_IS_TEXT);
    columns.state[row] = stateId(columns, (words >>> STATE_AT) & STATE_MASK, stateIds);
    columns.processId[row] = pid === NO_PROCESS ? NONE : idOf(processIds, pid);
    columns.offload[row] = offloadCodes[(words >>> OFFLOAD_AT) & OFFLOAD_MASK] ?? ABSENT;
    base += ROW;
  }
}

function isLocalOfLast(numbers: Int32Array, base: number): boolean {
  const changed = (numbers[base + WORDS] ?? 0) ^ (numbers[base - ROW + WORDS] ?? 0);
  return numbers[base + LOCAL] === numbers[base - ROW + LOCAL] && (changed & LOCAL_IS_TEXT) === 0;
}

function idIn({ addresses }: Columns, { numbers, addresses: texts }: PackedRows, at: number, isText: number): number {
  const number = numbers[at] ?? 0;
  return isText === 0 ? quadIdOf(addresses, number) : addressIdOf(addresses, texts[number] ?? "");
}

function stateId({ states }: Columns, word: number, ids: number[]): number {
  const known = ids[word];
  if (known !== undefined) return known;
  const state = printedStates.meanings[word];
  const id = state === undefined ? NONE : idOf(states, state);
  ids[word] = id;
  return id;
}
