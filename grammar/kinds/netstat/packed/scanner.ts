import { endpointAt } from "./endpoint.ts";
import {
  FOREIGN,
  FOREIGN_IS_TEXT,
  FOREIGN_PORT_IS_TEXT,
  GAP_BITS,
  GAPS,
  IS_UDP,
  LOCAL,
  LOCAL_IS_TEXT,
  LOCAL_PORT_IS_TEXT,
  MARGIN_AT,
  NO_PROCESS,
  OFFLOAD_AT,
  PORTS,
  PROCESS,
  STATE_AT,
  TRAILING_AT,
  WORDS,
} from "./layout.ts";
import { BLANK, endsCell, gapAt, isDigit, LINE_END, REFUSED, type Scan, ZERO } from "./scan.ts";
import { printedOffloadStates, printedStates, wordAt } from "./words.ts";

const LARGEST_PROCESS = 0x7fffffff;
const MOST_DIGITS = 10;

/** Reads the row that begins where the scan stands into six numbers; false where no row begins that it knows. */
export function scanRow(scan: Scan, out: Int32Array, base: number): boolean {
  const { bytes } = scan;
  const margin = gapAt(scan);
  let words = protocolAt(bytes, scan.at);
  if (margin < 0 || words < 0) return false;
  scan.at += (words & 1) === 0 ? 3 : 5;
  const afterProtocol = gapAt(scan);
  if (afterProtocol <= 0 || !endpointAt(scan)) return false;
  const local = scan.value;
  const localPort = scan.port;
  if (scan.isText) words |= LOCAL_IS_TEXT;
  if (scan.isPortText) words |= LOCAL_PORT_IS_TEXT;
  const afterLocal = gapAt(scan);
  if (afterLocal <= 0 || !endpointAt(scan)) return false;
  if (scan.isText) words |= FOREIGN_IS_TEXT;
  if (scan.isPortText) words |= FOREIGN_PORT_IS_TEXT;
  let gaps = afterProtocol | (afterLocal << GAP_BITS);
  let gap = gapAt(scan);
  if ((words & IS_UDP) === 0) {
    const state = gap <= 0 ? 0 : wordHere(scan, printedStates);
    if (state === 0) return false;
    words |= state << STATE_AT;
    gaps |= gap << (2 * GAP_BITS);
    gap = gapAt(scan);
  }
  let process = NO_PROCESS;
  if (gap > 0 && isDigit(bytes[scan.at] ?? 0)) {
    process = processAt(scan);
    if (process < 0) return false;
    gaps |= gap << (3 * GAP_BITS);
    gap = gapAt(scan);
  }
  if (gap > 0 && bytes[scan.at] !== LINE_END) {
    const state = wordHere(scan, printedOffloadStates);
    if (state === 0) return false;
    words |= state << OFFLOAD_AT;
    gaps |= gap << (4 * GAP_BITS);
    gap = gapAt(scan);
  }
  if (gap < 0 || bytes[scan.at] !== LINE_END) return false;
  scan.at += 1;
  out[base + LOCAL] = local;
  out[base + FOREIGN] = scan.value;
  out[base + PORTS] = (localPort << 16) | scan.port;
  out[base + PROCESS] = process;
  out[base + WORDS] = words | (margin << MARGIN_AT) | (gap << TRAILING_AT);
  out[base + GAPS] = gaps;
  return true;
}

/** The number of the protocol, by its letters. */
function protocolAt(bytes: Uint8Array, at: number): number {
  const isTcp = bytes[at] === 84 && bytes[at + 1] === 67 && bytes[at + 2] === 80;
  const isUdp = bytes[at] === 85 && bytes[at + 1] === 68 && bytes[at + 2] === 80;
  if (!isTcp && !isUdp) return REFUSED;
  const isV6 = bytes[at + 3] === 118 && bytes[at + 4] === 54;
  return (isUdp ? IS_UDP : 0) | (isV6 ? 1 : 0);
}

function processAt(scan: Scan): number {
  const { bytes, at: from } = scan;
  let at = from;
  let process = 0;
  let unit = bytes[at] ?? 0;
  for (; isDigit(unit); unit = bytes[at] ?? 0) {
    if ((process === 0 && at > from) || at - from > MOST_DIGITS) return REFUSED;
    process = process * 10 + unit - ZERO;
    at += 1;
  }
  scan.at = at;
  return process > LARGEST_PROCESS || !endsCell(unit) ? REFUSED : process;
}

/** Steps over a word and gives its number; 0 for a word that is none of the book's. */
function wordHere(scan: Scan, book: typeof printedStates | typeof printedOffloadStates): number {
  const { bytes, at: from } = scan;
  let at = from;
  for (let unit = bytes[at] ?? 0; unit > BLANK; unit = bytes[at] ?? 0) at += 1;
  scan.at = at;
  return at === from ? 0 : wordAt(book, bytes, from, at);
}
