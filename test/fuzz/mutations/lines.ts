import fc from "fast-check";
import { texts } from "../corpus.ts";
import { at, fraction, linesOf, type Mutation } from "./mutation.ts";

const LINE_FEED = Buffer.from("\n");
const few = fc.integer({ min: 1, max: 6 });

const quotes = [
  "> ",
  ">",
  "| ",
  "# ",
  "// ",
  "; ",
  "REM ",
  "    ",
  "\t",
  "<p>",
  "- ",
  "2024-01-15 10:22:33 ",
  "[WEB01] ",
];

/** What stands in a sample line by line, wherever it stands in a part of the lines. */
export const lineMutations: fc.Arbitrary<Mutation> = fc.oneof(
  fc.tuple(fraction, fraction).map(([one, other]) => swapped(one, other)),
  fc.tuple(fraction, few).map(([from, count]) => edited(from, count, () => [])),
  fc
    .tuple(fraction, few, fc.integer({ min: 2, max: 30 }))
    .map(([from, count, times]) => edited(from, count, (lines) => Array<readonly Buffer[]>(times).fill(lines).flat())),
  fc.tuple(fraction, few).map(([from, count]) => edited(from, count + 1, joined)),
  fc
    .tuple(fraction, fraction)
    .map(([from, part]) =>
      edited(from, 1, (lines) =>
        lines.map((line) => Buffer.concat([line.subarray(0, at(part, line.length)), LINE_FEED])),
      ),
    ),
  fc.tuple(fraction, fc.constantFrom(...texts), fraction, few).map(([place, { bytes }, from, count]) => {
    const others = linesOf(Buffer.from(bytes));
    const start = at(from, others.length);
    return edited(place, 0, () => others.slice(start, start + count * 3));
  }),
  fc
    .constantFrom(40, 76, 80, 120)
    .map((width) => edited(0, Number.POSITIVE_INFINITY, (lines) => wrapped(lines, width))),
  fc
    .tuple(fraction, fc.integer({ min: 1, max: 60 }), fc.constantFrom(...quotes))
    .map(([from, count, quote]) =>
      edited(from, count, (lines) => lines.map((line) => Buffer.concat([Buffer.from(quote), line]))),
    ),
  fc
    .constantFrom("\r\n", "\r\r\n", "\r", "\n\n", "<br>\n", " ")
    .map((end) => edited(0, Number.POSITIVE_INFINITY, (lines) => ended(lines, end))),
);

function edited(place: number, count: number, edit: (lines: readonly Buffer[]) => readonly Buffer[]): Mutation {
  return (bytes) => {
    const lines = linesOf(bytes);
    const from = at(place, lines.length);
    const to = Math.min(lines.length, from + count);
    return Buffer.concat([...lines.slice(0, from), ...edit(lines.slice(from, to)), ...lines.slice(to)]);
  };
}

function swapped(one: number, other: number): Mutation {
  return (bytes) => {
    const lines = linesOf(bytes);
    const [from, to] = [at(one, lines.length), at(other, lines.length)];
    const [first, second] = [lines[from], lines[to]];
    if (first === undefined || second === undefined) return bytes;
    return Buffer.concat(lines.with(from, second).with(to, first));
  };
}

function joined(lines: readonly Buffer[]): readonly Buffer[] {
  return [...lines.map(bare), LINE_FEED];
}

function ended(lines: readonly Buffer[], end: string): readonly Buffer[] {
  return lines.flatMap((line) => [bare(line), Buffer.from(end)]);
}

function wrapped(lines: readonly Buffer[], width: number): readonly Buffer[] {
  return lines.flatMap((line) => {
    const pieces: Buffer[] = [];
    for (let from = 0; from < line.length; from += width) {
      const piece = line.subarray(from, from + width);
      pieces.push(piece.at(-1) === 0x0a ? piece : Buffer.concat([piece, LINE_FEED]));
    }
    return pieces;
  });
}

function bare(line: Buffer): Buffer {
  const end = line.at(-1) === 0x0a ? (line.at(-2) === 0x0d ? 2 : 1) : 0;
  return line.subarray(0, line.length - end);
}
