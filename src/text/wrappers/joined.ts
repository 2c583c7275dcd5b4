import type { Line, Piece } from "../../../grammar/contract/place.ts";

/** Two lines in one; each part keeps its place. */
export function joined(first: Line, second: Line): Line {
  const at = first.text.length;
  if (at === 0) return second;
  const [begun, ...more] = first.pieces;
  return {
    text: first.text + second.text,
    pieces: [begun, ...more, ...second.pieces.map((piece) => moved(piece, at))],
  };
}

function moved(piece: Piece, by: number): Piece {
  return { ...piece, at: piece.at + by };
}
