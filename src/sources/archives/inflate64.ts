import { SourceFault } from "../../text/index.ts";

/** A code of Huffman's: how many words have each length, and the symbols in the order of their words. */
interface Code {
  readonly counts: Uint16Array;
  readonly symbols: Uint16Array;
}

/** Bits of the packed data, the lowest of each byte first. */
interface Bits {
  readonly take: (count: number) => number;
  readonly symbol: (code: Code) => number;
  /** Goes on with the next whole byte. */
  readonly align: () => void;
}

/** What was unpacked last, as far back as lengths and distances reach, and behind it what is new. */
interface Window {
  readonly put: (byte: number) => void;
  readonly copy: (distance: number, length: number) => void;
  /** What is new, when it is as much as is worth a step; all of it at the end. */
  readonly fresh: (isEnd: boolean) => Uint8Array | undefined;
}

const LONGEST_WORD = 15;
const REACH = 64 * 1024;
const ROOM = 4 * REACH;
const END = 256;

const LENGTHS = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 3,
];
const LENGTH_BITS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 16];
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

const fixedLengths = codeOf(Array.from({ length: 288 }, (_, at) => (at < 144 ? 8 : at < 256 ? 9 : at < 280 ? 7 : 8)));
const fixedDistances = codeOf(Array.from({ length: 32 }, () => 5));

/**
 * Unpacks Deflate64, as Explorer packs what is larger than 2 GB: Deflate with distances of up to 64 KB and one length of
 * 16 more bits. Everything before a damaged place comes out; at the place a SourceFault is thrown.
 */
export function* inflated64(packed: Uint8Array): Generator<Uint8Array> {
  const bits = bitsOf(packed);
  const window = windowOf();
  try {
    for (let isLast = false; !isLast; ) {
      isLast = bits.take(1) === 1;
      yield* block(bits, window);
    }
  } catch (error) {
    yield* rest(window);
    throw error;
  }
  yield* rest(window);
}

function* rest(window: Window): Generator<Uint8Array> {
  const bytes = window.fresh(true);
  if (bytes !== undefined) yield bytes;
}

function* block(bits: Bits, window: Window): Generator<Uint8Array> {
  const kind = bits.take(2);
  if (kind === 0) yield* stored(bits, window);
  else if (kind === 1) yield* coded(fixedLengths, fixedDistances, bits, window);
  else if (kind === 2) yield* coded(...codesIn(bits), bits, window);
  else throw damaged();
}

function* stored(bits: Bits, window: Window): Generator<Uint8Array> {
  bits.align();
  const length = bits.take(16);
  bits.take(16);
  for (let left = length; left > 0; left -= 1) {
    window.put(bits.take(8));
    const bytes = window.fresh(false);
    if (bytes !== undefined) yield bytes;
  }
}

function* coded(lengths: Code, distances: Code, bits: Bits, window: Window): Generator<Uint8Array> {
  for (let symbol = bits.symbol(lengths); symbol !== END; symbol = bits.symbol(lengths)) {
    if (symbol < END) window.put(symbol);
    else window.copy(...pairOf(symbol - END - 1, distances, bits));
    const bytes = window.fresh(false);
    if (bytes !== undefined) yield bytes;
  }
}

function pairOf(symbol: number, distances: Code, bits: Bits): [distance: number, length: number] {
  const length = (LENGTHS[symbol] ?? 0) + bits.take(LENGTH_BITS[symbol] ?? 0);
  const code = bits.symbol(distances);
  if (code < 4) return [code + 1, length];
  const extra = (code >> 1) - 1;
  return [((2 + (code & 1)) << extra) + 1 + bits.take(extra), length];
}

/** The codes that a block brings along, packed themselves. */
function codesIn(bits: Bits): [lengths: Code, distances: Code] {
  const [forLengths, forDistances, forWords] = [bits.take(5) + 257, bits.take(5) + 1, bits.take(4) + 4];
  const ofWords = new Uint8Array(ORDER.length);
  for (const at of ORDER.slice(0, forWords)) ofWords[at] = bits.take(3);
  const code = codeOf(ofWords);
  const words: number[] = [];
  while (words.length < forLengths + forDistances) {
    const symbol = bits.symbol(code);
    if (symbol < 16) words.push(symbol);
    else if (symbol === 16) words.push(...repeated(words.at(-1) ?? 0, 3 + bits.take(2)));
    else words.push(...repeated(0, symbol === 17 ? 3 + bits.take(3) : 11 + bits.take(7)));
  }
  return [codeOf(words.slice(0, forLengths)), codeOf(words.slice(forLengths, forLengths + forDistances))];
}

function repeated(word: number, count: number): readonly number[] {
  return Array.from({ length: count }, () => word);
}

function codeOf(words: ArrayLike<number>): Code {
  const counts = new Uint16Array(LONGEST_WORD + 1);
  for (const length of Array.from(words)) counts[length] = (counts[length] ?? 0) + 1;
  counts[0] = 0;
  const symbols = Array.from(words, (length, symbol) => ({ length, symbol })).filter(({ length }) => length > 0);
  symbols.sort((one, other) => one.length - other.length || one.symbol - other.symbol);
  return { counts, symbols: Uint16Array.from(symbols, ({ symbol }) => symbol) };
}

function bitsOf(packed: Uint8Array): Bits {
  let at = 0;
  let held = 0;
  let count = 0;
  const take = (wanted: number): number => {
    while (count < wanted) {
      const byte = packed[at];
      if (byte === undefined) throw new SourceFault("archive-truncated", "truncated: the packed data break off");
      held |= byte << count;
      at += 1;
      count += 8;
    }
    const value = held & ((1 << wanted) - 1);
    held >>>= wanted;
    count -= wanted;
    return value;
  };
  return {
    take,
    symbol({ counts, symbols }) {
      let [word, first, index] = [0, 0, 0];
      for (let length = 1; length <= LONGEST_WORD; length += 1) {
        word |= take(1);
        const many = counts[length] ?? 0;
        const symbol = symbols[index + word - first];
        if (word - first < many && symbol !== undefined) return symbol;
        index += many;
        first = (first + many) << 1;
        word <<= 1;
      }
      throw damaged();
    },
    align: () => {
      take(count % 8);
    },
  };
}

function windowOf(): Window {
  const room = new Uint8Array(ROOM + REACH);
  let end = 0;
  let given = 0;
  const put = (byte: number): void => {
    room[end] = byte;
    end += 1;
  };
  return {
    put,
    copy(distance, length) {
      if (distance > end) throw damaged();
      for (let left = length; left > 0; left -= 1) put(room[end - distance] ?? 0);
    },
    fresh(isEnd) {
      if (end - given === 0 || (!isEnd && end < ROOM - REACH)) return undefined;
      const bytes = room.slice(given, end);
      room.copyWithin(0, Math.max(0, end - REACH), end);
      end = Math.min(end, REACH);
      given = end;
      return bytes;
    },
  };
}

function damaged(): SourceFault {
  return new SourceFault("archive-damaged", "damaged: what comes here can't be unpacked");
}
