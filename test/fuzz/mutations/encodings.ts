import fc from "fast-check";
import iconv from "iconv-lite";
import { at, fraction, linesOf, type Mutation } from "./mutation.ts";

const encodings = [
  "utf16le",
  "utf16be",
  "utf8",
  "cp437",
  "cp850",
  "cp932",
  "cp936",
  "win1251",
  "win1252",
  "cp866",
  "cp852",
];

const encoded = fc.tuple(fc.constantFrom(...encodings), fc.boolean(), fc.integer({ min: 0, max: 3 }));

/** The whole text or some of its lines in another encoding, with or without its mark, and cut within a character. */
export const encodingMutations: fc.Arbitrary<Mutation> = fc.oneof(
  encoded.map(
    ([name, mark, cut]) =>
      (bytes: Buffer) =>
        reencoded(bytes, name, mark, cut),
  ),
  fc.tuple(encoded, fraction, fc.integer({ min: 1, max: 40 })).map(([[name, mark, cut], place, count]) => {
    return (bytes: Buffer) => {
      const lines = linesOf(bytes);
      const from = at(place, lines.length);
      const part = reencoded(Buffer.concat(lines.slice(from, from + count)), name, mark, cut);
      return Buffer.concat([...lines.slice(0, from), part, ...lines.slice(from + count)]);
    };
  }),
);

function reencoded(bytes: Buffer, name: string, addBOM: boolean, cut: number): Buffer {
  const after = iconv.encode(bytes.toString("utf8"), name, { addBOM: addBOM && name.startsWith("utf") });
  return after.subarray(0, Math.max(0, after.length - cut));
}
