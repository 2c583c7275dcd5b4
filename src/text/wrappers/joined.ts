import type { Line, Piece } from "../../../grammar/contract/place.ts";

/** Consecutive lines in one; each part keeps its place. */
export function joined(lines: readonly [Line, ...Line[]]): Line {
  const [first, ...others] = lines;
  if (others.length === 0) return first;
  const pieces: Piece[] = [];
  let at = 0;
  for (const line of lines) {
    if (line.text !== "") for (const piece of line.pieces) pieces.push({ ...piece, at: piece.at + at });
    at += line.text.length;
  }
  const [begun = first.pieces[0], ...more] = pieces;
  return { text: lines.map(({ text }) => text).join(""), pieces: [begun, ...more] };
}
