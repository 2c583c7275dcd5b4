/**
 * How surprising a byte of single-byte text or a code unit of UTF-16 is in what Windows prints, in rough bits. The
 * figures need only be right against each other: a pair of ASCII letters is cheaper as two bytes than as the Chinese
 * character it would be, a letter with a zero byte is cheaper as UTF-16, and a pair of bytes of Shift_JIS or GBK costs
 * about as much either way, so that only line ends and neighbours decide there.
 */
const RARE = 28;
const NEVER = 40;
const IDEOGRAPH = 13;
const LONELY = 14;

/** The high byte of units from here on is that of CJK characters and their punctuation. */
const CJK_HIGH = 0x2e;

const ASCII_BYTE = 5;
const HIGH_BYTE = 8;
const RARE_ASCII_BYTE = 8;
const CONTROL_BYTE = 28;
const LONE_NUL_BYTE = 20;
/** A NUL beside another one is padding; it says nothing about the encoding. */
const PADDING_NUL_BYTE = 2;

const unitRanges: readonly (readonly [from: number, to: number, cost: number])[] = [
  [0x0000, 0x0000, 2 * PADDING_NUL_BYTE],
  [0x0020, 0x007e, ASCII_BYTE + 1],
  [0x0009, 0x000a, ASCII_BYTE + 1],
  [0x000d, 0x000d, ASCII_BYTE + 1],
  [0x001b, 0x001b, 12],
  [0x00a0, 0x017f, 10], // Latin letters with accents
  [0x0218, 0x021b, 10],
  [0x0386, 0x03ce, 10], // Greek
  [0x0400, 0x045f, 10], // Cyrillic
  [0x0490, 0x0491, 10],
  [0x05d0, 0x05ea, 12], // Hebrew
  [0x0621, 0x064a, 12], // Arabic
  [0x0e01, 0x0e5b, 12], // Thai
  [0x2010, 0x203a, 12], // dashes, quotation marks
  [0x20ac, 0x20ac, 12],
  [0x2122, 0x2122, 12],
  [0x2500, 0x25ff, 12], // boxes
  [0x3000, 0x303f, 12],
  [0x3040, 0x30ff, 10], // kana
  [0x4e00, 0x9fff, IDEOGRAPH],
  [0xac00, 0xd7a3, 15],
  [0xd800, 0xdfff, 18],
  [0xe000, 0xf8ff, NEVER],
  [0xfeff, 0xfeff, 2],
  [0xff00, 0xffef, 13],
  [0xfffd, 0xfffd, 16],
  [0xfffe, 0xffff, NEVER],
  // Line ends and tabs of the wrong width or byte order.
  [0x0a0d, 0x0a0d, 2 * NEVER],
  [0x0d0a, 0x0d0a, 2 * NEVER],
  [0x0900, 0x0900, NEVER],
  [0x0a00, 0x0a00, NEVER],
  [0x0d00, 0x0d00, NEVER],
];

/** Units from here on may belong to any of the scripts that are not listed above. */
const FURTHER_SCRIPTS = 0x0590;

let units: Uint8Array | undefined;
let singles: Uint8Array | undefined;

/** The cost of each of the 65,536 code units; made at the first call, as plain sources never need it. */
export function unitCosts(): Uint8Array {
  if (units !== undefined) return units;
  units = new Uint8Array(0x10000).fill(RARE);
  for (const [from, to, cost] of unitRanges) units.fill(cost, from, to + 1);
  return units;
}

/** The cost of each byte value but NUL, whose cost depends on its neighbours (see `nulCost`). */
export function byteCosts(): Uint8Array {
  if (singles !== undefined) return singles;
  singles = new Uint8Array(256).fill(ASCII_BYTE, 0x20).fill(HIGH_BYTE, 0x80).fill(CONTROL_BYTE, 0, 0x20);
  for (const byte of [0x09, 0x0a, 0x0d]) singles[byte] = ASCII_BYTE;
  for (const byte of [0x0c, 0x1a, 0x1b]) singles[byte] = 10;
  for (const sign of "!#$&'@^`{|}~") singles[sign.charCodeAt(0)] = RARE_ASCII_BYTE;
  singles[0x7f] = CONTROL_BYTE;
  return singles;
}

/** True for units that no text in a script we know holds: control characters, phonetic signs, unassigned ones. */
export function isStrangeUnit(unit: number): boolean {
  return unit < FURTHER_SCRIPTS && (unitCosts()[unit] ?? 0) >= RARE;
}

/** What is added to the cost of a unit for the high bytes of its neighbours: ideographs come in words. */
export function lonelyCost(cost: number, highBefore: number | undefined, highAfter: number | undefined): number {
  if (cost !== IDEOGRAPH || highAfter === undefined) return 0;
  return (highBefore ?? 0) >= CJK_HIGH || highAfter >= CJK_HIGH ? 0 : LONELY;
}

/** The cost of the NUL byte at an index. */
export function nulCost(bytes: Uint8Array, at: number): number {
  return bytes[at - 1] === 0 || bytes[at + 1] === 0 ? PADDING_NUL_BYTE : LONE_NUL_BYTE;
}
