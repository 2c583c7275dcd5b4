import { IS_UDP, NO_PROCESS, OFFLOAD_AT, OFFLOAD_MASK, PROCESS, ROW, WORDS } from "./layout.ts";
import type { PackedRows } from "./packed-rows.ts";
import { emptyScan, type Scan } from "./scan.ts";
import { scanRow } from "./scanner.ts";

export * from "./layout.ts";
export { lastRow, type PackedRows, quadText, rowAt, rowWithColumns, textOfRow, textOfRows } from "./packed-rows.ts";
export {
  countIn,
  everyRow,
  isPacked,
  type PackedTable,
  type PackedText,
  type PlacedRows,
  packedTable,
  packedTableIn,
  textOfLine,
  topOf,
} from "./table.ts";
export { printedOffloadStates, printedStates } from "./words.ts";

/** Rows that were packed, and where in the text they end. */
export interface FoundRows {
  readonly packed: PackedRows;
  readonly end: number;
}

/** Packs the rows of one text after another. */
export interface RowPacker {
  /**
   * Begins with a text. `bytes` has an entry for each of its characters, in ASCII, or 127 for another one, and one entry
   * more that is 0; they are not kept.
   */
  begin(text: string, bytes: Uint8Array): void;
  /** The rows from that index on, up to the first line that is left to the grammar; undefined when that is the first. */
  rowsFrom(at: number): FoundRows | undefined;
}

/** With so many texts a list of texts is begun anew: lists are kept alive by the rows that need them. */
const MANY_TEXTS = 4096;

const FEWEST_ROWS = 256;

/** The rows that were packed last: memory that all texts share. */
let numbers = new Int32Array(FEWEST_ROWS * ROW);

/**
 * Rows of netstat straight from text to numbers: no object and no text is made of a row until somebody asks for it. What
 * is read so reads the same by the grammar, which has all lines that this does not know. The bench rows that need it are
 * `summary`, `growth` and `log`.
 */
export function rowPacker(): RowPacker {
  let scan = emptyScan();
  return {
    begin(text, bytes) {
      if (scan.texts.length > MANY_TEXTS) scan = emptyScan();
      scan.text = text;
      scan.bytes = bytes;
    },
    rowsFrom: (at) => packedFrom(scan, at),
  };
}

function packedFrom(scan: Scan, from: number): FoundRows | undefined {
  let rows = 0;
  let end = from;
  scan.at = from;
  while (scanRow(scan, numbers, rows * ROW)) {
    rows += 1;
    end = scan.at;
    if (rows * ROW === numbers.length) numbers = withRoom(numbers);
  }
  if (rows === 0) return undefined;
  return {
    packed: {
      rows,
      numbers: numbers.slice(0, rows * ROW),
      texts: scan.texts,
      addresses: scan.addresses,
      ...countsOf(rows),
    },
    end,
  };
}

function withRoom(full: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(full.length * 2);
  larger.set(full);
  return larger;
}

function countsOf(rows: number): Omit<PackedRows, "rows" | "numbers" | "texts" | "addresses"> {
  let tcpRows = 0;
  let tcpRowsWithOffloadState = 0;
  let rowsWithOffloadState = 0;
  let rowsWithProcess = 0;
  for (let base = 0; base < rows * ROW; base += ROW) {
    const words = numbers[base + WORDS] ?? 0;
    const isTcp = (words & IS_UDP) === 0 ? 1 : 0;
    const hasOffloadState = ((words >>> OFFLOAD_AT) & OFFLOAD_MASK) === 0 ? 0 : 1;
    tcpRows += isTcp;
    tcpRowsWithOffloadState += isTcp & hasOffloadState;
    rowsWithOffloadState += hasOffloadState;
    rowsWithProcess += numbers[base + PROCESS] === NO_PROCESS ? 0 : 1;
  }
  return { tcpRows, tcpRowsWithOffloadState, rowsWithOffloadState, rowsWithProcess };
}
