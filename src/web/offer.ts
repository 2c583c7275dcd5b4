/** What came of a key, or of what was pasted into a tab. */
export interface Typed {
  readonly tab: number;
  /** All that stands there now. */
  readonly text: string;
  /** Whether all that stood there before has gone: then it is another text. */
  readonly how: "edited" | "overwritten";
  /** What was pasted there; empty for what was typed. */
  readonly inserted: string;
}

/** A text that was pasted where another one stood: maybe of another server, or of the same one later. */
export interface Offer {
  readonly tab: number;
  readonly before: string;
  readonly inserted: string;
  readonly how: Typed["how"];
}
