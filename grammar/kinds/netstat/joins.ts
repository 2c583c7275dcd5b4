/** A row of two long addresses at 40 columns has no more lines than this. */
export const MOST_PIECES = 5;

/** What netstat prints before a row and its heading; whatever is more was put before every line. */
const MARGIN = "  ".length;

/** The two ways to join a line with the next: a console broke it in mid-word, or a gap stood between. */
export function joinsOf(text: string, below: string): readonly string[] {
  const indent = Math.max(0, marginOf(text) - MARGIN);
  const inner = below.substring(Math.min(indent, marginOf(below)));
  return [text + inner, `${text.trimEnd()} ${below.trimStart()}`];
}

function marginOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** All ways to join some lines. */
export function waysToJoin([first = "", ...below]: readonly string[]): readonly string[] {
  return below.reduce<readonly string[]>((texts, line) => texts.flatMap((text) => joinsOf(text, line)), [first]);
}
