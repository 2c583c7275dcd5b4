import type { Line } from "../../../grammar/contract/place.ts";

/** What a line holds of a cell. */
export interface Piece {
  readonly cell: number;
  readonly from: number;
  readonly to: number;
  /** Places of quotation marks that stand twice for one. */
  readonly twice: readonly number[];
}

export interface FoundCells {
  readonly pieces: readonly Piece[];
  /** True where the line ends within quotation marks. */
  readonly isOpen: boolean;
  /** True where something stands between a quotation mark and the next cell. */
  readonly isBroken: boolean;
}

/** The cells of a line, which begins within the one of that number, or with the first. */
export function cellsIn({ text }: Line, delimiter: string, within: number | undefined): FoundCells {
  const pieces: Piece[] = [];
  let isQuoted = within !== undefined;
  for (let cell = within ?? 0, at = 0; ; cell += 1) {
    if (!isQuoted && text[at] === '"') {
      isQuoted = true;
      at += 1;
    }
    if (!isQuoted) {
      const next = text.indexOf(delimiter, at);
      const to = next < 0 ? text.length : next;
      pieces.push({ cell, from: at, to, twice: [] });
      if (next < 0) return { pieces, isOpen: false, isBroken: false };
      at = next + 1;
      continue;
    }
    const twice: number[] = [];
    let to = text.indexOf('"', at);
    for (; to >= 0 && text[to + 1] === '"'; to = text.indexOf('"', to + 2)) twice.push(to);
    pieces.push({ cell, from: at, to: to < 0 ? text.length : to, twice });
    if (to < 0) return { pieces, isOpen: true, isBroken: false };
    if (text.slice(to + 1).trim() === "") return { pieces, isOpen: false, isBroken: false };
    if (text[to + 1] !== delimiter) return { pieces, isOpen: false, isBroken: true };
    isQuoted = false;
    at = to + 2;
  }
}
