import { MOST_BLANKS, TAB_GAP } from "./layout.ts";

/** Where the scanner stands in a text, and what it found there. */
export interface Scan {
  text: string;
  /** The characters of the text, index by index, as they are in ASCII. */
  bytes: Uint8Array;
  at: number;
  /** The number of the last address or port, and whether it is that of a text. */
  value: number;
  isText: boolean;
  port: number;
  isPortText: boolean;
  texts: string[];
  /** The same as they stand in records if they are addresses. */
  addresses: string[];
  numbers: Map<string, number>;
}

export const LINE_END = 10;
export const TAB = 9;
export const BLANK = 32;
export const ZERO = 48;

export const REFUSED = -1;

export function emptyScan(): Scan {
  return {
    text: "",
    bytes: new Uint8Array(),
    at: 0,
    value: 0,
    isText: false,
    port: 0,
    isPortText: false,
    texts: [],
    addresses: [],
    numbers: new Map(),
  };
}

/** Steps over blanks, or over one tab, and gives the number of the gap. */
export function gapAt(scan: Scan): number {
  const { bytes } = scan;
  const from = scan.at;
  let at = from;
  let unit = bytes[at] ?? 0;
  if (unit === TAB) {
    unit = bytes[at + 1] ?? 0;
    scan.at = at + 1;
    return unit === BLANK || unit === TAB ? REFUSED : TAB_GAP;
  }
  while (unit === BLANK) {
    at += 1;
    unit = bytes[at] ?? 0;
  }
  scan.at = at;
  return unit === TAB || at - from > MOST_BLANKS ? REFUSED : at - from;
}

export function isDigit(unit: number): boolean {
  return unit >= ZERO && unit <= 57;
}

/** True for what stands behind a cell. */
export function endsCell(unit: number): boolean {
  return unit === BLANK || unit === TAB || unit === LINE_END;
}
