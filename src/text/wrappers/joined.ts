import type { Line, Piece } from "../../../grammar/contract/place.ts";
import { edited } from "../mends/mend.ts";

/** Consecutive lines in one; each part keeps its place, and one without text the place where it would stand. */
export function joined(lines: readonly Line[]): readonly Line[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const line of lines) {
    for (const piece of line.pieces) pieces.push({ ...piece, at: piece.at + at });
    at += line.text.length;
  }
  const [first, ...more] = pieces;
  return first === undefined ? [] : [{ text: lines.map(({ text }) => text).join(""), pieces: [first, ...more] }];
}

/** The line without so many characters at its beginning and its end. */
export function part(line: Line, begin: number, end: number): Line {
  const { length } = line.text;
  const edits = [
    { from: 0, to: begin, text: "" },
    { from: length - end, to: length, text: "" },
  ].filter(({ from, to }) => to > from);
  return edits.length === 0 ? line : (edited(line, edits)[0] ?? line);
}
