import {
  lastRow,
  type PackedRows,
  type RowPacker,
  rowPacker,
  rowWithColumns,
  textOfRows,
} from "../../grammar/kinds/netstat/packed/index.ts";

/**
 * Plain netstat rows exactly as they stand in the source, each ended by "\n". The first of them is line `line` of the
 * source, counted from 1.
 */
export interface Stretch {
  /** Of packed rows it is written anew each time. */
  readonly text: string;
  readonly line: number;
  readonly lines: number;
  /** The rows as numbers, where all of them are known. */
  readonly packed?: PackedRows;
}

/** Plain rows of a block, and the offsets between which they stand. */
interface PlainRows {
  readonly at: number;
  readonly end: number;
  readonly rows: Stretch;
}

/** Finds the plain rows of the blocks of one source. */
export interface PlainRowFinder {
  /** The stretches of a block that begins with the given line, and all its other lines. */
  readonly rowsIn: (text: string, first: number) => { readonly rows: readonly PlainRows[]; readonly others: string };
}

/** The characters that some mend wants to see wherever they stand, as the inside of a character class. */
const mendable =
  "<&`|^$\\x00-\\x08\\n-\\x1f\\x7f-\\xa0\\xad\\u061c\\u1680\\u180e\\u2000-\\u206f\\u2212\\u3000\\ufeff\\uff1a" +
  // What the first bytes of letters in UTF-8 are in code pages.
  "\\xc2\\xc3\\xc5\\xd0\\xd1\\xf0\\u0420\\u0421\\u2500\\u251c\\u252c\\u253c\\u2564\\u2568";

/**
 * One row of netstat with nothing to mend. There is no ":" behind the endpoints, so neither a second row nor a setting
 * stands on the line. This is not the row of the grammar: it refuses what a mend wants, not what a row can't hold.
 */
const plainRow = new RegExp(
  `[ \\t]*(?:TCP|UDP)(?:v6)?(?:[ \\t]+(?=[^\\s]{1,300}:)[^ \\t${mendable}]{3,365}){2}[^:*"'=\\\\${mendable}]{0,300}\\n`,
  "y",
);

const encoder = new TextEncoder();

/** Memory for the bytes of the block that is looked through, which all sources share. */
let bytes = new Uint8Array();

export function plainRowFinder(): PlainRowFinder {
  const packer = rowPacker();
  return { rowsIn: (text, first) => plainRowsIn(text, first, packer) };
}

/** Text that has the columns of all of it: a line, or of many rows one. */
export function columnsIn(part: { readonly text: string } | Stretch): string {
  return "packed" in part && part.packed !== undefined ? rowWithColumns(part.packed) : part.text;
}

/** Text with the end of all of it. */
export function endOf(part: { readonly text: string } | Stretch): string {
  return "packed" in part && part.packed !== undefined ? lastRow(part.packed) : part.text;
}

/** True for a line, without its end, that is a plain row. */
export function isPlainRow(line: string): boolean {
  plainRow.lastIndex = 0;
  return plainRow.test(`${line}\n`);
}

function plainRowsIn(text: string, first: number, packer: RowPacker): ReturnType<PlainRowFinder["rowsIn"]> {
  const rows: PlainRows[] = [];
  let others = "";
  let line = first;
  let from = 0; // of the lines since the last stretch
  packer.begin(text, asciiOf(text));
  for (let at = 0; at < text.length; ) {
    const stretch = plainRows(text, at, line, packer);
    if (stretch === undefined) {
      const end = text.indexOf("\n", at);
      at = end < 0 ? text.length : end + 1;
      line += 1;
    } else {
      others += text.slice(from, at);
      rows.push(stretch);
      at = stretch.end;
      line += stretch.rows.lines;
      from = at;
    }
  }
  packer.end();
  return { rows, others: others + text.slice(from) };
}

/** The plain rows that follow each other from index `at` on; undefined when no plain row begins there. */
function plainRows(text: string, at: number, line: number, packer: RowPacker): PlainRows | undefined {
  const found = packer.rowsFrom(at);
  let end = found?.end ?? at;
  let lines = found?.packed.rows ?? 0;
  const known = lines;
  plainRow.lastIndex = end;
  while (plainRow.test(text)) {
    end = plainRow.lastIndex;
    lines += 1;
  }
  if (lines === 0) return undefined;
  const isKnown = found !== undefined && lines === known;
  return { at, end, rows: isKnown ? packedStretch(found.packed, line) : { text: text.slice(at, end), line, lines } };
}

function packedStretch(packed: PackedRows, line: number): Stretch {
  return {
    get text() {
      return textOfRows(packed);
    },
    line,
    lines: packed.rows,
    packed,
  };
}

/** The text in bytes, index by index, and a zero behind them; 127 stands for characters beyond ASCII. */
export function asciiOf(text: string): Uint8Array {
  if (bytes.length <= text.length) bytes = new Uint8Array(text.length + 1);
  const { read, written } = encoder.encodeInto(text, bytes);
  if (read !== text.length || written !== text.length) {
    for (let at = 0; at < text.length; at += 1) bytes[at] = Math.min(text.charCodeAt(at), 0x7f);
  }
  bytes[text.length] = 0;
  return bytes;
}
