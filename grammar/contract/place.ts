/** A position in a source: 1-based line, 1-based column in UTF-16 code units of the line as it was decoded. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/**
 * A stretch of a mended line that was taken unchanged from the source: from index `at` of the mended text onwards the
 * characters stand at `line`, `column` and the columns after it, until the next piece begins.
 */
export interface Piece extends Place {
  readonly at: number;
}

/** One line of text, without its line end, that knows where each of its characters came from. Never without a piece. */
export interface Line {
  readonly text: string;
  readonly pieces: readonly [Piece, ...Piece[]];
}

/**
 * Consecutive lines of a segment that stand in the source exactly as they are: the line with ordinal `ordinal` is line
 * `line` of the source, the next one `line + 1`, and so on until the next run. `pieces` is there when the run is a
 * single mended line whose characters have moved.
 */
export interface LineRun {
  readonly ordinal: number;
  readonly line: number;
  readonly pieces?: readonly [Piece, ...Piece[]];
}

/** The text of a segment: lines each ended by one "\n", with the way back to the source. Ordinals count from 0. */
export interface SegmentText {
  readonly text: string;
  /** Ascending by ordinal, the first one with ordinal 0; empty only for an empty text. */
  readonly runs: readonly LineRun[];
}

/** The place in the source of index `index` of a mended line. */
export function placeInLine(pieces: readonly [Piece, ...Piece[]], index: number): Place {
  let found = pieces[0];
  for (const piece of pieces) {
    if (piece.at > index) break;
    found = piece;
  }
  return { line: found.line, column: found.column + Math.max(0, index - found.at) };
}

/** The place in the source of index `index` of the line with the given ordinal. */
export function placeOf(runs: readonly LineRun[], ordinal: number, index = 0): Place {
  const run = runs[runIndex(runs, ordinal)];
  if (run === undefined) return { line: 1, column: index + 1 };
  if (run.pieces !== undefined) return placeInLine(run.pieces, index);
  return { line: run.line + ordinal - run.ordinal, column: index + 1 };
}

/** The line number in the source for each ordinal asked for; cheapest when asked in ascending order. */
export function lineNumbers(runs: readonly LineRun[]): (ordinal: number) => number {
  let at = 0;
  return (ordinal) => {
    const here = runs[at];
    const next = runs[at + 1];
    if (here === undefined || ordinal < here.ordinal || (next !== undefined && ordinal >= next.ordinal)) {
      at = runIndex(runs, ordinal);
    }
    const run = runs[at];
    return run === undefined ? 1 : run.line + ordinal - run.ordinal;
  };
}

/** Index of the last run that begins at or before the ordinal (binary search). */
function runIndex(runs: readonly LineRun[], ordinal: number): number {
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((runs[middle]?.ordinal ?? 0) <= ordinal) low = middle;
    else high = middle - 1;
  }
  return low;
}
