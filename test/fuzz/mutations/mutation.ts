import fc from "fast-check";

/** Something that happens to an input on its way. */
export type Mutation = (bytes: Buffer) => Buffer;

/** The most bytes that an input has; what a mutation makes of it beyond that is cut off. */
export const MOST_BYTES = 64 * 1024;

/** A place as a fraction of the length. Without bias: of all doubles from 0 to 1 most are next to nothing. */
export const fraction = fc.noBias(fc.nat(9999)).map((parts) => parts / 10_000);

export function at(fractionOf: number, length: number): number {
  return Math.floor(fractionOf * length);
}

/** The bytes from a place on taken out, and others put in. */
export function spliced(bytes: Buffer, from: number, length: number, instead: Uint8Array): Buffer {
  return Buffer.concat([bytes.subarray(0, from), instead, bytes.subarray(from + length)]);
}

/** The lines, each with its line feed byte; what is behind the last one is a line too. */
export function linesOf(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  let start = 0;
  for (let end = bytes.indexOf(0x0a); end >= 0; end = bytes.indexOf(0x0a, start)) {
    lines.push(bytes.subarray(start, end + 1));
    start = end + 1;
  }
  return start < bytes.length ? [...lines, bytes.subarray(start)] : lines;
}
