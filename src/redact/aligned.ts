/** What a stretch of a line becomes. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Blanks that part two columns; a single one stands between words. */
const GAP = / {2,}/g;

/**
 * The line with its stretches replaced. What a text has become longer or shorter is taken from or added to the next gap
 * between columns, so that what follows stands where it did; where a gap has too little to give, the next one gives the rest.
 */
export function aligned(line: string, stretches: readonly Stretch[]): string {
  let result = "";
  let at = 0;
  let owed = 0;
  const copy = (text: string) => {
    result += text.replaceAll(GAP, (gap) => {
      const width = Math.max(2, gap.length - owed);
      owed -= gap.length - width;
      return " ".repeat(width);
    });
  };
  for (const { from, to, text } of stretches) {
    copy(line.slice(at, from));
    result += text;
    owed += text.length - (to - from);
    at = to;
  }
  copy(line.slice(at));
  return result;
}
