/** A row of two long addresses at 40 columns has no more lines than this. */
export const MOST_PIECES = 5;

/** The two ways to join a line with the next: a console broke it in mid-word, or a gap stood between. */
export function joinsOf(text: string, below: string): readonly string[] {
  return [text + below, `${text.trimEnd()} ${below.trimStart()}`];
}

/** All ways to join some lines. */
export function waysToJoin([first = "", ...below]: readonly string[]): readonly string[] {
  return below.reduce<readonly string[]>((texts, line) => texts.flatMap((text) => joinsOf(text, line)), [first]);
}
