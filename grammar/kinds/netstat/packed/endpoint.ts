import { addressOf } from "../row.ts";
import { MOST_TEXTS } from "./layout.ts";
import { endsCell, isDigit, REFUSED, type Scan, ZERO } from "./scan.ts";

const DOT = 46;
const COLON = 58;

const LONGEST_CELL = 200;
const LONGEST_PORT = 64;
const MOST_PORT_DIGITS = 5;

/** What addresses and ports are written with; 1 for those characters. A cell with any other is left to the grammar. */
const cellCharacters = new Uint8Array(128);
for (const character of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.:-_%[]*")
  cellCharacters[character.charCodeAt(0)] = 1;

/** An address and its port, up to the end of the cell. Bits are found without taking the address out of the text. */
export function endpointAt(scan: Scan): boolean {
  const { bytes } = scan;
  let at = scan.at;
  let bits = 0;
  let dots = 0;
  let part = -1;
  let unit = bytes[at] ?? 0;
  for (; unit !== COLON; unit = bytes[at] ?? 0) {
    if (isDigit(unit)) {
      // A leading zero is another spelling, which is left as it is.
      if (part === 0) return textEndpointAt(scan);
      part = part < 0 ? unit - ZERO : part * 10 + unit - ZERO;
      if (part > 255) return textEndpointAt(scan);
    } else {
      if (unit !== DOT || part < 0 || dots === 3) return textEndpointAt(scan);
      bits = (bits << 8) | part;
      dots += 1;
      part = -1;
    }
    at += 1;
  }
  if (dots !== 3 || part < 0) return textEndpointAt(scan);
  const port = portIn(bytes, at + 1);
  if (port < 0) return textEndpointAt(scan);
  scan.value = (bits << 8) | part;
  scan.isText = false;
  scan.port = port;
  scan.isPortText = false;
  scan.at = at + 1 + digitsOf(port);
  return true;
}

/** The same for all other cells: the last colon is the one before the port. */
function textEndpointAt(scan: Scan): boolean {
  const { bytes, at: from } = scan;
  let colon = -1;
  let at = from;
  let unit = bytes[at] ?? 0;
  for (; cellCharacters[unit] === 1; unit = bytes[at] ?? 0) {
    if (unit === COLON) colon = at;
    at += 1;
  }
  if (!endsCell(unit) || at - from > LONGEST_CELL) return false;
  if (colon <= from || colon + 1 === at || at - colon > LONGEST_PORT) return false;
  const port = portIn(bytes, colon + 1);
  // "0445" is the same port as "445", and neither is a name.
  if (port < 0 && isDigit(bytes[colon + 1] ?? 0)) return false;
  scan.value = textNumber(scan, from, colon);
  scan.isText = true;
  scan.isPortText = port < 0;
  scan.port = port < 0 ? textNumber(scan, colon + 1, at) : port;
  scan.at = at;
  return scan.texts.length <= MOST_TEXTS;
}

/** The port that stands at an index, in its usual spelling and up to the end of a cell. */
function portIn(bytes: Uint8Array, from: number): number {
  let at = from;
  let port = 0;
  let unit = bytes[at] ?? 0;
  for (; isDigit(unit) && at - from < MOST_PORT_DIGITS; unit = bytes[at] ?? 0) {
    if (port === 0 && at > from) return REFUSED;
    port = port * 10 + unit - ZERO;
    at += 1;
  }
  return at === from || port > 65_535 || !endsCell(unit) ? REFUSED : port;
}

function digitsOf(port: number): number {
  if (port < 100) return port < 10 ? 1 : 2;
  if (port < 1000) return 3;
  return port < 10_000 ? 4 : 5;
}

function textNumber({ texts, addresses, numbers, text }: Scan, from: number, to: number): number {
  const found = text.slice(from, to);
  const known = numbers.get(found);
  if (known !== undefined) return known;
  // A piece of a text keeps all of it alive.
  const own = ` ${found}`.slice(1);
  numbers.set(own, texts.length);
  addresses.push(addressOf(own));
  return texts.push(own) - 1;
}
