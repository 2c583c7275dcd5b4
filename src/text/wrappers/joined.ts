import type { Line, Piece } from "../../../grammar/contract/place.ts";

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
