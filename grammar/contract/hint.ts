/** A fast test that comes before productions: false for a line that none of them takes. */
export interface Hint {
  (text: string): boolean;
  /** What the line holds one of. A look for those of all kinds at once is made of them. */
  readonly expressions: () => readonly RegExp[];
}

/** The test whether one of several has something to say. */
export function anyHint(...hints: readonly Hint[]): Hint {
  const has = (text: string) => hints.some((hint) => hint(text));
  return Object.assign(has, { expressions: () => hints.flatMap((hint) => hint.expressions()) });
}
