import type { RowDraft } from "../connection.ts";
import {
  FOREIGN,
  FOREIGN_IS_TEXT,
  FOREIGN_PORT_IS_TEXT,
  GAP_BITS,
  GAP_MASK,
  GAPS,
  IS_UDP,
  LOCAL,
  LOCAL_IS_TEXT,
  LOCAL_PORT_IS_TEXT,
  MARGIN_AT,
  MOST_BLANKS,
  NO_PROCESS,
  OFFLOAD_AT,
  OFFLOAD_MASK,
  PORTS,
  PROCESS,
  PROTOCOL_MASK,
  protocols,
  ROW,
  STATE_AT,
  STATE_MASK,
  TAB_GAP,
  TRAILING_AT,
  WORDS,
} from "./layout.ts";
import { printedOffloadStates, printedStates } from "./words.ts";

/** Rows of one table that follow one another, as numbers. */
export interface PackedRows {
  readonly rows: number;
  /** Those of each row behind one another, as `layout.ts` has them. */
  readonly numbers: Int32Array;
  /** The texts that some of the numbers stand for. */
  readonly texts: readonly string[];
  /** The same as they stand in records if they are addresses. */
  readonly addresses: readonly string[];
  readonly tcpRows: number;
  readonly tcpRowsWithOffloadState: number;
  readonly rowsWithOffloadState: number;
  readonly rowsWithProcess: number;
}

/** The row of that index, as the grammar would have read it. */
export function rowAt({ numbers, texts, addresses }: PackedRows, index: number, line: number): RowDraft {
  const base = index * ROW;
  const words = numbers[base + WORDS] ?? 0;
  const ports = numbers[base + PORTS] ?? 0;
  const process = numbers[base + PROCESS] ?? NO_PROCESS;
  const row: RowDraft = {
    line,
    protocol: (words & IS_UDP) === 0 ? "TCP" : "UDP",
    localAddress: addressIn(addresses, numbers[base + LOCAL] ?? 0, words & LOCAL_IS_TEXT),
    localPort: portIn(texts, ports >>> 16, words & LOCAL_PORT_IS_TEXT),
    foreignAddress: addressIn(addresses, numbers[base + FOREIGN] ?? 0, words & FOREIGN_IS_TEXT),
    foreignPort: portIn(texts, ports & 0xffff, words & FOREIGN_PORT_IS_TEXT),
  };
  const state = printedStates.meanings[(words >>> STATE_AT) & STATE_MASK];
  const offloadState = printedOffloadStates.meanings[(words >>> OFFLOAD_AT) & OFFLOAD_MASK];
  if (state !== undefined) row.state = state;
  if (process !== NO_PROCESS) row.pid = process;
  if (offloadState !== undefined) row.offloadState = offloadState;
  return row;
}

/** The lines as they were, each with its end. */
export function textOfRows({ rows, numbers, texts }: PackedRows): string {
  const lines = new Array<string>(rows);
  for (let index = 0; index < rows; index += 1) lines[index] = textOfRow({ numbers, texts }, index);
  return lines.join("");
}

export function textOfRow({ numbers, texts }: Pick<PackedRows, "numbers" | "texts">, index: number): string {
  const base = index * ROW;
  const words = numbers[base + WORDS] ?? 0;
  const ports = numbers[base + PORTS] ?? 0;
  const gaps = numbers[base + GAPS] ?? 0;
  const process = numbers[base + PROCESS] ?? NO_PROCESS;
  const gap = (at: number) => gapText((gaps >>> (at * GAP_BITS)) & GAP_MASK);
  const local = endpointText(
    addressIn(texts, numbers[base + LOCAL] ?? 0, words & LOCAL_IS_TEXT),
    portIn(texts, ports >>> 16, words & LOCAL_PORT_IS_TEXT),
  );
  const foreign = endpointText(
    addressIn(texts, numbers[base + FOREIGN] ?? 0, words & FOREIGN_IS_TEXT),
    portIn(texts, ports & 0xffff, words & FOREIGN_PORT_IS_TEXT),
  );
  const state = printedStates.words[(words >>> STATE_AT) & STATE_MASK] ?? "";
  const offloadState = printedOffloadStates.words[(words >>> OFFLOAD_AT) & OFFLOAD_MASK] ?? "";
  const id = process === NO_PROCESS ? "" : process;
  const start = `${gapText((words >>> MARGIN_AT) & GAP_MASK)}${protocols[words & PROTOCOL_MASK] ?? ""}`;
  const end = `${gap(2)}${state}${gap(3)}${id}${gap(4)}${offloadState}${gapText((words >>> TRAILING_AT) & GAP_MASK)}`;
  return `${start}${gap(0)}${local}${gap(1)}${foreign}${end}\n`;
}

/** The text of a row that shows which columns the rows have: one of TCP with an offload state, where there is one. */
export function rowWithColumns(packed: PackedRows): string {
  const { rows, numbers, tcpRows, tcpRowsWithOffloadState } = packed;
  for (let index = 0; index < rows && tcpRows > 0; index += 1) {
    const words = numbers[index * ROW + WORDS] ?? 0;
    const hasOffloadState = ((words >>> OFFLOAD_AT) & OFFLOAD_MASK) !== 0;
    if ((words & IS_UDP) === 0 && (hasOffloadState || tcpRowsWithOffloadState === 0)) return textOfRow(packed, index);
  }
  return lastRow(packed);
}

export function lastRow(packed: PackedRows): string {
  return textOfRow(packed, packed.rows - 1);
}

function endpointText(address: string, port: number | string): string {
  return `${address}:${port}`;
}

function addressIn(texts: readonly string[], value: number, isText: number): string {
  return isText === 0 ? quadText(value) : (texts[value] ?? "");
}

function portIn(texts: readonly string[], value: number, isText: number): number | string {
  return isText === 0 ? value : (texts[value] ?? "");
}

/** An IPv4 address by its bits. */
export function quadText(bits: number): string {
  return `${bits >>> 24}.${(bits >>> 16) & 0xff}.${(bits >>> 8) & 0xff}.${bits & 0xff}`;
}

const blanks = " ".repeat(MOST_BLANKS);

function gapText(gap: number): string {
  return gap === TAB_GAP ? "\t" : blanks.slice(0, gap);
}
