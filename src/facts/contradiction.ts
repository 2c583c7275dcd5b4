import type { Source } from "./sources.ts";

/** What one side of a contradiction says, and where. */
export interface Side {
  readonly says: string;
  readonly sources: readonly [Source, ...Source[]];
}

/** Two statements of the sources that can't both be followed. Both are kept; `handling` is what we do with it. */
export interface ContradictionStatement {
  readonly topic: string;
  readonly sides: readonly [Side, Side, ...Side[]];
  readonly handling: string;
}
