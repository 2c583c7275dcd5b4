/** How sure a statement is: a document that this project began with, another one, captures only, or our conclusion. */
export type Grounding = "seed" | "documented" | "observed" | "inferred";

/** A document: its grounding and title, and its address where one is known. */
export type SourceDocument = readonly [Grounding, title: string, url?: string];
