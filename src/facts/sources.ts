import { driverDocuments } from "./documents/driver-documents.ts";
import { knowledgeBase } from "./documents/knowledge-base.ts";
import { magazines } from "./documents/magazines.ts";
import { microsoftPages } from "./documents/microsoft-pages.ts";
import { otherDocuments } from "./documents/other-documents.ts";
import { ownGrounds } from "./documents/own.ts";
import type { Grounding, SourceDocument } from "./documents/source-document.ts";
import { technetPages } from "./documents/technet.ts";

export type { Grounding } from "./documents/source-document.ts";

/** A statement of a document; the shape is that of a rule's reference. */
export interface Citation {
  readonly grounding: Grounding;
  readonly title: string;
  /** Section of the document, or topic of the statement. */
  readonly section: string;
  /** The substance of what it says there, in our words: what a reviewer compares with the document. */
  readonly says: string;
  readonly url?: string;
}

export const documents = {
  ...magazines,
  ...knowledgeBase,
  ...technetPages,
  ...microsoftPages,
  ...driverDocuments,
  ...otherDocuments,
  ...ownGrounds,
};

export type SourceName = keyof typeof documents;

/** A section whose statement stands in the document's entry: another one does not compile. */
export type SectionOf<N extends SourceName> = keyof (typeof documents)[N]["says"] & string;

/** What stands behind a common beginning in the names of sections: the rows of a table. */
export type Behind<Beginning extends string, S extends string> = S extends `${Beginning}${infer Rest}` ? Rest : never;

/** A statement of a document. */
export function source<N extends SourceName>(name: N, section: SectionOf<N>): Citation {
  const { grounding, title, url, says }: SourceDocument = documents[name];
  // The type of the section says that it is there.
  return { grounding, title, section, says: says[section] ?? "", ...(url === undefined ? {} : { url }) };
}

/** How sure a statement is, in words; nothing for what a document states. What was observed or concluded never passes for it. */
const REMARKS: { readonly [G in Grounding]: string } = {
  seed: "",
  documented: "",
  observed: " (observed, not documented)",
  inferred: " (not documented)",
};

/** A statement with the place it stands at, for people. */
export function citationText({ title, section, says, grounding }: Citation): string {
  return `${title}, ${section}${REMARKS[grounding]}: ${says}`;
}
