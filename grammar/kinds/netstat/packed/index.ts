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
  /** Ends the text. Only from then on the rows may be read. */
  end(): void;
}

/** With so many texts a list of texts is begun anew: lists are kept alive by the rows that need them. */
const MANY_TEXTS = 4096;

const FEWEST_ROWS = 256;

/** The rows of the text that is being packed: memory that all texts share. */
let numbers = new Int32Array(FEWEST_ROWS * ROW);

/** Rows whose numbers are among those. */
interface OpenRows {
  readonly packed: { -readonly [K in keyof PackedRows]: PackedRows[K] };
  readonly from: number;
}

/** What is packed of one text. */
interface Packing {
  scan: Scan;
  /** Numbers that are taken. */
  used: number;
  open: OpenRows[];
}

/**
 * Rows of netstat straight from text to numbers: no object and no text is made of a row until somebody asks for it. What
 * is read so reads the same by the grammar, which has all lines that this does not know. The bench rows that need it are
 * `summary`, `growth` and `log`.
 */
export function rowPacker(): RowPacker {
  const packing: Packing = { scan: emptyScan(), used: 0, open: [] };
  return {
    begin(text, bytes) {
      if (packing.scan.texts.length > MANY_TEXTS) packing.scan = emptyScan();
      packing.scan.text = text;
      packing.scan.bytes = bytes;
      packing.used = 0;
    },
    rowsFrom: (at) => packedFrom(packing, at),
    end() {
      // One piece of memory for all rows of the text: thousands of small ones cost more than the rows themselves.
      const all = numbers.slice(0, packing.used);
      for (const { packed, from } of packing.open) packed.numbers = all.subarray(from, from + packed.rows * ROW);
      packing.open = [];
    },
  };
}

function packedFrom(packing: Packing, at: number): FoundRows | undefined {
  const { scan, used: from, open } = packing;
  let end = at;
  scan.at = at;
  while (scanRow(scan, numbers, packing.used)) {
    end = scan.at;
    packing.used += ROW;
    if (packing.used === numbers.length) numbers = withRoom(numbers);
  }
  if (packing.used === from) return undefined;
  const rows = (packing.used - from) / ROW;
  const { texts, addresses } = scan;
  const packed = { rows, numbers, texts, addresses, ...countsOf(from, packing.used) };
  open.push({ packed, from });
  return { packed, end };
}

function withRoom(full: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(full.length * 2);
  larger.set(full);
  return larger;
}

function countsOf(from: number, to: number): Omit<PackedRows, "rows" | "numbers" | "texts" | "addresses"> {
  let tcpRows = 0;
  let tcpRowsWithOffloadState = 0;
  let rowsWithOffloadState = 0;
  let rowsWithProcess = 0;
  for (let base = from; base < to; base += ROW) {
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
