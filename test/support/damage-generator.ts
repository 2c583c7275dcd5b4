import fc from "fast-check";
import iconv from "iconv-lite";

/** Something that happens to a file on its way; the place is a fraction of its length. */
type Damage = (bytes: Uint8Array) => Uint8Array;

const encodings = ["utf8", "utf16le", "utf16be", "cp850", "cp866", "cp932", "cp936", "win1252"];

/** In thousandths: of all doubles from 0 to 1 most are next to nothing, and everything would happen at the beginning. */
const fraction = fc.noBias(fc.nat(999)).map((thousandths) => thousandths / 1000);
const few = fc.integer({ min: 1, max: 12 });

/** A stretch of bytes, by where it begins and how long it is. */
const stretch = fc.tuple(fraction, few);

/** A text in any encoding, with or without its mark. */
export const encoded: fc.Arbitrary<(text: string) => Uint8Array> = fc
  .tuple(fc.constantFrom(...encodings), fc.boolean())
  .map(
    ([name, addBOM]) =>
      (text: string) =>
        iconv.encode(text, name, { addBOM: addBOM && name.startsWith("utf") }),
  );

/** Bytes and lines lost, doubled, swapped or cut off, NULs and other text put in, a part in another encoding. */
export const damage: fc.Arbitrary<Damage> = fc.oneof(
  stretch.map(([at, length]) => spliced(at, length, () => [])),
  stretch.map(([at, length]) => spliced(at, length, (taken) => [...taken, ...taken])),
  stretch.map(([at, length]) => spliced(at, length, (taken) => [...taken].reverse())),
  fc.tuple(fraction, few).map(([at, count]) => spliced(at, 0, () => Array<number>(count).fill(0))),
  fc.tuple(fraction, fc.uint8Array({ maxLength: 12 })).map(([at, noise]) => spliced(at, noise.length, () => noise)),
  fraction.map((at) => (bytes: Uint8Array) => bytes.subarray(0, placeOf(bytes, at))),
  fc.tuple(fraction, fraction).map(([from, to]) => movedLine(from, to)),
  fc.tuple(fraction, few, encoded).map(([at, lines, encode]) => reencoded(at, lines, encode)),
);

function placeOf(bytes: Uint8Array, at: number): number {
  return Math.floor(at * bytes.length);
}

function spliced(at: number, length: number, by: (taken: Uint8Array) => Iterable<number>): Damage {
  return (bytes) => {
    const from = placeOf(bytes, at);
    const taken = bytes.subarray(from, from + length);
    return Uint8Array.from([...bytes.subarray(0, from), ...by(taken), ...bytes.subarray(from + taken.length)]);
  };
}

/** A line taken out and put in before another one. */
function movedLine(from: number, to: number): Damage {
  return (bytes) => {
    const lines = linesOf(bytes);
    const [line = new Uint8Array()] = lines.splice(Math.floor(from * (lines.length - 1)), 1);
    lines.splice(Math.floor(to * lines.length), 0, line);
    return Buffer.concat(lines);
  };
}

/** A few lines as another program would have appended them. */
function reencoded(at: number, count: number, encode: (text: string) => Uint8Array): Damage {
  return (bytes) => {
    const lines = linesOf(bytes);
    const from = Math.floor(at * lines.length);
    const part = Buffer.concat(lines.slice(from, from + count)).toString("utf8");
    return Buffer.concat([...lines.slice(0, from), encode(part), ...lines.slice(from + count)]);
  };
}

/** Pieces that each end with a line feed byte, but for the last one. */
function linesOf(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  let start = 0;
  for (let end = bytes.indexOf(0x0a); end >= 0; end = bytes.indexOf(0x0a, start)) {
    lines.push(bytes.subarray(start, end + 1));
    start = end + 1;
  }
  return [...lines, bytes.subarray(start)];
}
