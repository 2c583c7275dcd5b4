import type { Line, Piece } from "../../../grammar/contract/place.ts";

/** Consecutive lines in one; each part keeps its place. Those without text stay lines of their own, in front of it. */
export function joined(lines: readonly Line[]): readonly Line[] {
  const told = lines.filter(({ text }) => text !== "");
  const empty = lines.filter(({ text }) => text === "");
  const pieces: Piece[] = [];
  let at = 0;
  for (const line of told) {
    for (const piece of line.pieces) pieces.push({ ...piece, at: piece.at + at });
    at += line.text.length;
  }
  const [first, ...more] = pieces;
  if (first === undefined) return empty;
  return [...empty, { text: told.map(({ text }) => text).join(""), pieces: [first, ...more] }];
}
