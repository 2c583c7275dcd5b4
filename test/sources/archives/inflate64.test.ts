import { Buffer } from "node:buffer";
import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inflated64 } from "../../../src/sources/archives/inflate64.ts";
import { zip } from "../../../src/sources/archives/zip.ts";
import { listed } from "../../support/archives/listed.ts";
import { zipOf } from "../../support/archives/zip-builder.ts";

const unpacked = (packed: Uint8Array): Buffer => Buffer.concat([...inflated64(packed)]);

/** Numbers of so many bits, one behind the other, the lowest bit of each byte first. */
function bitsOf(...fields: readonly (readonly [value: number, bits: number])[]): Buffer {
  const bits = fields.flatMap(([value, count]) => Array.from({ length: count }, (_, at) => (value >> at) & 1));
  const bytes = Buffer.alloc(Math.ceil(bits.length / 8));
  for (const [at, bit] of bits.entries()) bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (bit << (at & 7));
  return bytes;
}

/** A word of Huffman's code, whose highest bit comes first. */
const word = (value: number, count: number): readonly [number, number] => [
  Array.from({ length: count }, (_, at) => ((value >> at) & 1) << (count - 1 - at)).reduce((sum, bit) => sum | bit, 0),
  count,
];

const literal = (sign: string) => word(0x30 + sign.charCodeAt(0), 8);
const END = word(0, 7);
/** The length that Deflate does not have, with its 16 bits. */
const longest = (length: number) => [word(0xc5, 8), [length - 3, 16]] as const;

/** A block that is not packed. */
function storedBlock(bytes: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt16LE(bytes.length, 1);
  head.writeUInt16LE(~bytes.length & 0xffff, 3);
  return Buffer.concat([head, bytes]);
}

describe("Deflate64", () => {
  it("reads what Deflate packs but for its longest length", () => {
    const text = fc.string({ maxLength: 60, unit: "grapheme" });
    const level = fc.constantFrom(0, 1, 9);
    fc.assert(
      fc.property(text, level, (sample, how) => {
        expect(unpacked(deflateRawSync(sample, { level: how })).toString()).toBe(Buffer.from(sample).toString());
      }),
    );
  });

  it("has lengths of up to 65,538", () => {
    const packed = bitsOf([1, 1], [1, 2], literal("a"), ...longest(65_538), word(0, 5), END);
    expect(unpacked(packed).toString()).toBe("a".repeat(65_539));
  });

  it("has distances of up to 65,536", () => {
    const before = Buffer.from(Array.from({ length: 65_535 }, (_, at) => (at * 7919) % 251));
    // The distance 65,535 lies behind 49,153 by 16,382 of 14 bits.
    const copy = bitsOf([1, 1], [1, 2], ...longest(1000), word(31, 5), [16_382, 14], END);
    const found = unpacked(Buffer.concat([storedBlock(before), copy]));
    expect(found.equals(Buffer.concat([before, before.subarray(0, 1000)]))).toBe(true);
  });

  it("is unpacked as far as it goes", () => {
    const packed = bitsOf([1, 1], [1, 2], literal("a"), literal("b"), ...longest(10), word(9, 5));
    const pieces: Uint8Array[] = [];
    expect(() => {
      for (const piece of inflated64(packed)) pieces.push(piece);
    }).toThrow(/damaged|truncated/);
    expect(Buffer.concat(pieces).toString()).toBe("ab");
  });

  it("is read of a zip archive", async () => {
    const text = "netstat ".repeat(9);
    const packed = deflateRawSync(text);
    const bytes = zipOf([{ name: "a.txt", data: text, method: 9, packed }]);
    expect(await listed(zip, bytes)).toEqual([`a.txt = ${text}`]);
  });
});
