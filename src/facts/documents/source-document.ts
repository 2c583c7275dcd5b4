/** How sure a statement is: a document that this project began with, another one, captures only, or our conclusion. */
export type Grounding = "seed" | "documented" | "observed" | "inferred";

/** A document, and what it says as far as we rest on it. */
export interface SourceDocument {
  readonly grounding: Grounding;
  readonly title: string;
  /** Its address, where one is known. */
  readonly url?: string;
  /** The substance of its statements in our words, by section or topic: what does not stand here can't be cited. */
  readonly says: { readonly [section: string]: string };
}
