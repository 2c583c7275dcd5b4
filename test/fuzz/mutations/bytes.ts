import fc from "fast-check";
import { texts } from "../corpus.ts";
import { at, fraction, type Mutation, spliced } from "./mutation.ts";

/** Bytes that mean something to somebody: line ends, quotes, marks, lead bytes, halves of characters. */
const telling = fc.constantFrom(
  ...[0, 9, 10, 13, 26, 27, 0x20, 0x22, 0x3a, 0x3e, 0x7f, 0x80, 0x81, 0x9b, 0xa0, 0xc0, 0xe2, 0xf0, 0xfe, 0xff],
);
const few = fc.integer({ min: 1, max: 24 });
const many = fc.integer({ min: 1, max: 4000 });

/** Bits, bytes and stretches changed, lost, put in, doubled, or taken from another sample. */
export const byteMutations: fc.Arbitrary<Mutation> = fc.oneof(
  fc.tuple(fraction, fc.nat(7)).map(([place, bit]) => flipped(place, bit)),
  fc.tuple(fraction, telling).map(([place, byte]) => replaced(place, 1, [byte])),
  fc.tuple(fraction, few).map(([place, length]) => replaced(place, length, [])),
  fc.tuple(fraction, many).map(([place, length]) => replaced(place, length, [])),
  fc.tuple(fraction, fc.array(telling, { minLength: 1, maxLength: 6 })).map(([place, b]) => replaced(place, 0, b)),
  fc.tuple(fraction, fc.uint8Array({ minLength: 1, maxLength: 12 })).map(([place, b]) => replaced(place, 0, [...b])),
  fc
    .tuple(fraction, many, fc.integer({ min: 2, max: 5 }))
    .map(([place, length, times]) => repeated(place, length, times)),
  fc.tuple(fraction, fc.constantFrom(...texts), fraction, many).map(([place, { bytes }, from, length]) => {
    const start = at(from, bytes.length);
    return (input: Buffer) => spliced(input, at(place, input.length), 0, bytes.subarray(start, start + length));
  }),
  fraction.map((place) => (input: Buffer) => input.subarray(0, at(place, input.length))),
  fraction.map((place) => (input: Buffer) => input.subarray(at(place, input.length))),
);

function flipped(place: number, bit: number): Mutation {
  return (bytes) => {
    const from = at(place, bytes.length);
    const old = bytes[from];
    return old === undefined ? bytes : spliced(bytes, from, 1, Uint8Array.of(old ^ (1 << bit)));
  };
}

function replaced(place: number, length: number, by: readonly number[]): Mutation {
  return (bytes) => spliced(bytes, at(place, bytes.length), length, Uint8Array.from(by));
}

function repeated(place: number, length: number, times: number): Mutation {
  return (bytes) => {
    const from = at(place, bytes.length);
    const stretch = bytes.subarray(from, from + length);
    return spliced(bytes, from, 0, Buffer.concat(Array<Buffer>(times).fill(stretch)));
  };
}
